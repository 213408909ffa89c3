/**
 * A value as it is compared: small letters, no accents, no punctuation. `+`, `<` and `>` stay, since 65 is not 65+, and so
 * does what parts values, since 'DigiD, app' is not 'DigiD-app'. What is punctuation alone stays as it is.
 */
export function plainValue(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\r\n]+/g, '|')
    .replace(/[^\p{L}\p{N}+<>;,|]+/gu, ' ')
    .replace(/ ?[;,|][;,| ]*/g, (mark) => mark.trim().charAt(0))
    .replace(/^[ ;,|]+|[ ;,|]+$/g, '')
  return plain || text.trim()
}

/** More pieces than this are no list of answers but a text. */
const mostPieces = 50
/** No answer has more of these marks in it than this makes, and trying longer ones takes long. */
const mostPiecesOfOne = 5

/**
 * The values in a cell, parted by a semicolon, a comma, an upright stroke or a line break. What is known as a whole stays
 * whole: 'WIA, Wajong of ziekte' is one answer, also in the middle of others.
 * @param isKnown whether this is a known value, as `plainValue` writes it
 */
export function splitValues(cell: string, isKnown: (plain: string) => boolean): string[] {
  const pieces = cell.split(/([;,|\r\n]+)/)
  const count = (pieces.length + 1) / 2
  if (count > mostPieces) return [cell.trim()]
  const values: string[] = []
  for (let from = 0; from < count; from++) {
    if (pieces[2 * from]?.trim() === '') continue
    let until = Math.min(count, from + mostPiecesOfOne)
    let value = ''
    for (; until > from; until--) {
      if (pieces[2 * until - 2]?.trim() === '') continue
      value = pieces
        .slice(2 * from, 2 * until - 1)
        .join('')
        .trim()
      if (until === from + 1 || isKnown(plainValue(value))) break
    }
    values.push(value)
    from = until - 1
  }
  return values
}

const ticks = new Set(['x', '1', 'ja', 'j', 'yes', 'true', 'waar', 'v'])
const blanks = new Set(['', '0', 'nee', 'n', 'no', 'false', 'onwaar'])

/** Whether a cell of a column for one answer is ticked; undefined when it says neither. */
export function readTick(cell: string): boolean | undefined {
  if (/^[✓✔☑]$/u.test(cell.trim())) return true
  const plain = plainValue(cell)
  return ticks.has(plain) ? true : blanks.has(plain) ? false : undefined
}
