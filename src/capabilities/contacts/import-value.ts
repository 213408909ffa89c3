/**
 * A value as it is compared: small letters, no accents, no punctuation. `+`, `<` and `>` stay, since 65 is not 65+, and so
 * does what parts values, since 'DigiD, app' is not 'DigiD-app'. What is punctuation alone stays as it is.
 */
export function plainValue(text: string): string {
  return bareValue(text) || text.trim()
}

/** The same; what is punctuation alone is nothing. */
function bareValue(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\r\n]+/g, '|')
    .replace(/[^\p{L}\p{N}+<>;,|]+/gu, ' ')
    .replace(/ ?[;,|][;,| ]*/g, (mark) => mark.trim().charAt(0))
    .replace(/^[ ;,|]+|[ ;,|]+$/g, '')
}

/** As many pieces are remembered as a file of answers has, and no more than that costs. */
const mostRemembered = 10_000

/** `bareValue` with a memory: the cells of a file say the same few things, and working one out takes long. */
export function rememberingBareValue(): (text: string) => string {
  const remembered = new Map<string, string>()
  return (text) => {
    const known = remembered.get(text)
    if (known !== undefined) return known
    if (remembered.size >= mostRemembered) remembered.clear()
    const bare = bareValue(text)
    remembered.set(text, bare)
    return bare
  }
}

/** More pieces than this are no list of answers but a text. */
const mostPieces = 50
/** No answer is of more pieces than this. */
const mostPiecesOfOne = 5

/** Values that are known, as `plainValue` writes them. */
export interface KnownValues {
  has(plain: string): boolean
  /** Whether a longer one begins with this, and a mark behind it. */
  goesOn(plain: string): boolean
}

/** Makes these known. For a file once: it goes through all of them. */
export function knownValues(names: Iterable<string>): KnownValues {
  const all = new Set(names)
  const beginnings = new Set<string>()
  for (const name of all)
    for (const { index } of [...name.matchAll(/[;,|]/g)].slice(0, mostPiecesOfOne - 1))
      beginnings.add(name.slice(0, index))
  return { has: (plain) => all.has(plain), goesOn: (plain) => beginnings.has(plain) }
}

/**
 * The values in a cell, parted by a semicolon, a comma, an upright stroke or a line break. What is known as a whole stays
 * whole: 'WIA, Wajong of ziekte' is one answer, also in the middle of others.
 * @param bare for many cells: one that remembers
 */
export function splitValues(
  cell: string,
  known: KnownValues,
  bare: (text: string) => string = bareValue,
): string[] {
  const pieces = cell.split(/([;,|\r\n]+)/)
  const count = (pieces.length + 1) / 2
  if (count > mostPieces) return [cell.trim()]
  if (count === 1) return cell.trim() === '' ? [] : [cell.trim()]
  const values: string[] = []
  for (let from = 0; from < count; from++) {
    if (pieces[2 * from]?.trim() === '') continue
    const until = endOfValue(pieces, from, known, bare)
    values.push(
      pieces
        .slice(2 * from, 2 * until - 1)
        .join('')
        .trim(),
    )
    from = until - 1
  }
  return values
}

/**
 * Behind which piece the longest known value ends that begins with this one; behind itself when there is none. Each piece is
 * made bare once, and joined: making every longer text bare costs the square of it.
 * @param pieces with the marks between them
 */
function endOfValue(
  pieces: readonly string[],
  from: number,
  known: KnownValues,
  bare: (text: string) => string,
): number {
  let until = from + 1
  let plain = bare(pieces[2 * from] ?? '')
  let mark = ''
  for (let next = from + 1; next < from + mostPiecesOfOne && 2 * next < pieces.length; next++) {
    if (!known.goesOn(plain)) break
    // Of several marks on end the first counts, as in `plainValue`.
    mark ||= (pieces[2 * next - 1] ?? '').charAt(0).replace(/[\r\n]/, '|')
    const more = bare(pieces[2 * next] ?? '')
    if (more === '') continue
    plain = `${plain}${mark}${more}`
    mark = ''
    if (known.has(plain)) until = next + 1
  }
  return until
}

const ticks = new Set(['x', '1', 'ja', 'j', 'yes', 'true', 'waar', 'v'])
const blanks = new Set(['', '0', 'nee', 'n', 'no', 'false', 'onwaar'])

/** Whether a cell of a column for one answer is ticked; undefined when it says neither. */
export function readTick(cell: string): boolean | undefined {
  if (/^[✓✔☑]$/u.test(cell.trim())) return true
  const plain = plainValue(cell)
  return ticks.has(plain) ? true : blanks.has(plain) ? false : undefined
}
