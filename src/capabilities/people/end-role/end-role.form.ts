import { z } from 'zod'
import { dayField } from '../../../platform/http/day-field.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { addDays } from '../../../platform/time/local-time.ts'

/** Ends a role at once, or at the end of a day to come. Gives the last day on which it counts. */
export const endRoleForm = (today: string) =>
  z
    .discriminatedUnion(
      'when',
      [
        z.object({ when: z.literal('now') }),
        z.object({
          when: z.literal('later'),
          until: dayField('people.error.until').refine(
            (day) => day >= today,
            'people.error.until' satisfies MessageKey,
          ),
        }),
      ],
      'people.error.when' satisfies MessageKey,
    )
    .transform((sent) => (sent.when === 'now' ? addDays(today, -1) : sent.until))
