import { z } from 'zod'
import type { MessageKey } from '../../platform/i18n/translate.ts'
import { parseAmount } from '../../platform/money/amount.ts'
import { hasCitizenNumber } from '../../platform/personal-data/find-personal-data.ts'

/** Larger than what any municipality counts in a year. */
const largest = 10_000_000

/**
 * A number as people type it: 1234, 1.234,5 or 1,234.5, of at most two decimals, nought or more. Read as amounts of money are.
 * @param missing what to say when it is empty
 */
export const numberField = (
  missing: MessageKey,
  most = largest,
  tooMuch: MessageKey = 'goals.error.too-much',
) =>
  z.string().transform((text, context) => {
    const value = readNumber(text)
    const message =
      value === undefined
        ? missing
        : value === 'wrong'
          ? 'goals.error.number'
          : value > most
            ? tooMuch
            : undefined
    if (message === undefined && typeof value === 'number') return value
    context.addIssue({ code: 'custom', message: message ?? missing })
    return z.NEVER
  })

/** The same for a number that may be left out: null when the field is empty. What is nothing cannot be a base. */
export const optionalBaseField = z.string().transform((text, context) => {
  const value = readNumber(text)
  if (value === undefined) return null
  if (value !== 'wrong' && value > 0 && value <= largest) return value
  context.addIssue({
    code: 'custom',
    message: (value === 0 ? 'goals.error.base-nothing' : 'goals.error.number') satisfies MessageKey,
  })
  return z.NEVER
})

/** A whole or broken percentage with or without its sign: 30, +30 %, -10. From 1 to 1,000, or down to -100. */
export const percentField = z.string().transform((text, context) => {
  const bare = text.replace(/[\s%+]/g, '').replace(/[\u2212\u2013]/g, '-')
  const value = readNumber(bare.replace(/^-/, ''))
  const signed = typeof value === 'number' && bare.startsWith('-') ? -value : value
  if (typeof signed === 'number' && signed !== 0 && signed >= -100 && signed <= 1000) return signed
  context.addIssue({
    code: 'custom',
    message: (value === undefined
      ? 'goals.error.percent-missing'
      : 'goals.error.percent') satisfies MessageKey,
  })
  return z.NEVER
})

function readNumber(text: string): number | 'wrong' | undefined {
  const parsed = parseAmount(text)
  if (parsed.ok) return parsed.cents / 100
  return parsed.problem === 'empty' ? undefined : 'wrong'
}

/** Text on an agreement between organisations: never the number of a citizen. */
export const agreedText = (longest: number) =>
  z
    .string()
    .max(longest, 'goals.error.long' satisfies MessageKey)
    .refine((text) => !hasCitizenNumber(text), 'goals.error.citizen-number' satisfies MessageKey)
