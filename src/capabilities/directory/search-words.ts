/** A word that somebody typed, with the stems to look for in its place. */
export interface MeantWord {
  readonly typed: string
  readonly stems: readonly string[]
  readonly words: readonly string[]
  /** Nobody ever wrote it: the stems are those of the words most like it. */
  readonly mistaken: boolean
}

/** As many words as somebody types; what comes after says little more. */
const mostWords = 8

/** The words of what somebody typed: letters and digits, small, without accents, each once. */
export function typedWords(text: string): string[] {
  const words = text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .match(/[\p{Letter}\p{Number}]+/gu)
  return [...new Set((words ?? []).filter((word) => word.length > 1))].slice(0, mostWords)
}

/**
 * What to ask the index, in PostgreSQL's own writing (tsquery): each stem as the beginning of a word, since a Dutch word goes on in
 * longer ones. Undefined when nothing is left to look for.
 * @param strict all of the words, or any of them
 * @param weight only where a word stands with this weight: A for names
 */
export function searchText(
  meant: readonly Pick<MeantWord, 'stems'>[],
  strict: boolean,
  weight = '',
): string | undefined {
  const parts = meant.flatMap(({ stems }) => {
    const written = stems.filter((stem) => /^[\p{Letter}\p{Number}]+$/u.test(stem))
    return written.length > 0 ? `(${written.map((stem) => `'${stem}':*${weight}`).join(' | ')})` : []
  })
  return parts.length > 0 ? parts.join(strict ? ' & ' : ' | ') : undefined
}
