import type { PublicMessageKey } from '../../../platform/i18n/public-language.ts'

/** Longer than any address; what is longer was not typed by somebody who looks for a desk. */
const longestText = 100

/** What is wrong with the answer to 'Where are you?'; undefined when it can be looked for. */
export function whereProblem(text: string): PublicMessageKey | undefined {
  return text.length > longestText ? 'finder.error.long' : undefined
}

/** Which page of an answer is asked: the first, when that is no number written as one. */
export const readPageNumber = (text: string, most: number): number =>
  /^[1-9]\d?$/.test(text) ? Math.min(Number(text), most) : 1
