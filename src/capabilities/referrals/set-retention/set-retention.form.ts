import { z } from 'zod'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { longestTerm, retentionField, retentionFields } from '../retention.ts'

const days = z
  .string()
  .regex(/^\d{1,3}$/, 'privacy.retention.error.days' satisfies MessageKey)
  .transform(Number)
  .pipe(z.number().max(longestTerm, 'privacy.retention.error.days' satisfies MessageKey))

/**
 * A number of days for each term; left empty by a library, that of the nation holds. The nation itself leaves nothing empty.
 * @param mayBeEmpty whether there is another term to fall back on
 */
export const retentionForm = (mayBeEmpty: boolean) =>
  z.object(
    Object.fromEntries(
      retentionFields.map((field) => [
        retentionField(field),
        mayBeEmpty
          ? z.union(
              [z.literal('').transform(() => undefined), days],
              'privacy.retention.error.days' satisfies MessageKey,
            )
          : days,
      ]),
    ),
  )
