import { z } from 'zod'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { addDays, isDay } from '../../../platform/time/local-time.ts'

/** Ends a role at once, or at the end of a day to come. Gives the last day on which it counts. */
export const endRoleForm = (today: string) =>
  z
    .object({ when: z.enum(['now', 'later'], 'people.error.when' satisfies MessageKey), until: z.string() })
    .refine(({ when, until }) => when === 'now' || (isDay(until) && until >= today), {
      path: ['until'],
      message: 'people.error.until' satisfies MessageKey,
    })
    .transform(({ when, until }) => (when === 'now' ? addDays(today, -1) : until))
