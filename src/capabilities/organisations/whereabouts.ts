import { distance } from 'fastest-levenshtein'

/** A point on the map with the name under which people know it. */
export interface Whereabouts {
  readonly name: string
  readonly municipalityCode: string
  readonly latitude: number
  readonly longitude: number
}

/** A town, with the ways in which its name is written. */
export interface Town extends Whereabouts {
  readonly inhabitants: number
  /** Its name and its other spellings, as they are compared. */
  readonly written: readonly string[]
  /** To tell two towns of one name apart. */
  readonly municipality: string
}

/** The four digits of a postcode in what somebody typed: '3811', '3811 LP', 'Eemplein 71, 3811lp Amersfoort'. */
export function postcodeIn(text: string): string | undefined {
  return /(?<![\d])([1-9]\d{3})(?:\s?[a-z]{2})?(?![\da-z])/i.exec(text)?.[1]
}

/** What looks as if it should be a postcode, so that one can say that it is none. */
export const looksLikePostcode = (text: string): boolean => /^\s*\d[\d\s]*[a-z]{0,2}\s*$/i.test(text)

/**
 * A name as it is compared: without capitals, accents, apostrophes, hyphens and spaces, so that 's-Gravenhage,
 * 's Gravenhage and sgravenhage are one.
 */
export function comparable(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/\bgemeente\b/g, '')
    .replace(/[^\p{Letter}\p{Number}]/gu, '')
    .replace(/ij/g, 'y')
}

/** A province behind a name, as in Bergen (NH), Elst Ut and Bergen L. */
const province = /\s\(?(nh|zh|nb|l|lb|gld|ut|gn|gr|fr|ov|dr|z|zld|fl)\.?\)?$/i

/** All ways in which names are compared: as they stand, and without the province behind them. */
export function writtenForms(names: readonly string[]): string[] {
  return [...new Set(names.flatMap((name) => [comparable(name), comparable(name.replace(province, ''))]))]
}

/** The towns that are written exactly so, the largest first; Bergen is in Limburg and in Noord-Holland. */
export function townsCalled(towns: readonly Town[], text: string): Town[] {
  const meant = comparable(text)
  if (meant === '') return []
  return towns
    .filter(({ written }) => written.includes(meant))
    .sort((one, other) => other.inhabitants - one.inhabitants)
}

/** How many letters may be wrong in a name of this length: more and it is another name. */
const mostMistakes = (length: number): number => (length < 4 ? 0 : length < 6 ? 1 : length < 10 ? 2 : 3)

/** As many towns as one can choose from at a glance. */
const mostGuesses = 5

/**
 * The towns that somebody may have meant who wrote no town's name: it begins so, or a few letters differ. Nearest in
 * writing first, of equals the largest.
 */
export function townsLike(towns: readonly Town[], text: string): Town[] {
  const meant = comparable(text)
  if (meant.length < 3) return []
  const allowed = mostMistakes(meant.length)
  return towns
    .map((town) => ({ town, mistakes: mistakesIn(town, meant) }))
    .filter(({ mistakes }) => mistakes <= allowed)
    .sort((one, other) => one.mistakes - other.mistakes || other.town.inhabitants - one.town.inhabitants)
    .slice(0, mostGuesses)
    .map(({ town }) => town)
}

function mistakesIn({ written }: Town, meant: string): number {
  return Math.min(
    ...written.map((name) => {
      // The beginning of a name counts as half a mistake: somebody who has not finished, or says Alphen.
      if (meant.length >= 4 && name.startsWith(meant)) return 0.5
      return distance(name, meant)
    }),
  )
}

/**
 * What to look for in a text that is no name as a whole, the likeliest first: after a comma, then ever fewer of its last
 * words. 'Stationsplein 4, Amersfoort' is Amersfoort.
 */
export function partsOf(text: string): string[] {
  const afterComma = text.split(',').at(-1)?.trim() ?? ''
  const words = text.split(/[\s,]+/).filter(Boolean)
  const tails = [3, 2, 1]
    .filter((count) => count < words.length)
    .map((count) => words.slice(-count).join(' '))
  return [...new Set([afterComma, ...tails])].filter((part) => part !== '' && part !== text.trim())
}
