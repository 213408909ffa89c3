import { z } from 'zod'
import type { MessageKey } from '../i18n/translate.ts'
import { parseAmount } from './amount.ts'

/**
 * The field of a form that holds an amount of euros; its value is whole cents, above nothing.
 * @param missing what to say when it is empty
 */
export const amountField = (missing: MessageKey) =>
  z.string().transform((text, context) => readAmount(text, context, missing, 'amounts.error.nothing'))

/** The same for an amount of nothing or more. */
export const amountOrNothingField = (missing: MessageKey) =>
  z.string().transform((text, context) => readAmount(text, context, missing))

/** The same for an amount that may be left out: null when the field is empty. */
export const optionalAmountField = z
  .string()
  .transform((text, context) =>
    text.trim() === '' ? null : readAmount(text, context, 'amounts.error.no-number'),
  )

function readAmount(
  text: string,
  context: z.RefinementCtx,
  missing: MessageKey,
  nothing?: MessageKey,
): number {
  const parsed = parseAmount(text)
  if (parsed.ok && (parsed.cents > 0 || !nothing)) return parsed.cents
  const message: MessageKey | undefined = parsed.ok
    ? nothing
    : parsed.problem === 'empty'
      ? missing
      : `amounts.error.${parsed.problem}`
  context.addIssue({ code: 'custom', message: message ?? missing })
  return z.NEVER
}
