import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { addDays } from '../../platform/time/local-time.ts'
import { daysUntilHidden, freshness, nextReview } from './freshness.ts'

