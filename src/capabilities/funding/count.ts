import { z } from 'zod'
import type { MessageKey } from '../../platform/i18n/translate.ts'

/** More than any municipality has of anything that is counted here: a typing error. */
const mostCounted = 9_999_999

/** Reads a count as people write it: 12, 1.234, 1,234 or 1 234; undefined for anything else, and for parts of a whole. */
export function readCount(text: string): number | undefined {
  const bare = text.replace(/[\s\u00a0\u202f]+/g, '')
  if (!/^(\d+|\d{1,3}([.,]\d{3})+)$/.test(bare)) return undefined
  const count = Number(bare.replace(/\D/g, ''))
  return count <= mostCounted ? count : undefined
}

/** A field that holds a whole number of nothing or more. */
export const countField = z.string().transform((text, context) => {
  const count = readCount(text)
  if (count !== undefined) return count
  context.addIssue({ code: 'custom', message: 'accountability.error.count' satisfies MessageKey })
  return z.NEVER
})
