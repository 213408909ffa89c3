import { expect, test } from 'vitest'
import { instantAt } from '../../platform/time/local-time.ts'
import { mayBeSettled } from './settling-time.ts'

test('who comes is written down from half an hour before the beginning', () => {
  const at = (time: string) => instantAt(Date.parse(`2026-11-24T${time}:00Z`))
  expect(['09:29', '09:30', '10:00', '12:00'].map((now) => mayBeSettled(at('10:00'), at(now)))).toEqual([
    false,
    true,
    true,
    true,
  ])
})
