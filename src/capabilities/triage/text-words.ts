import { stemmer } from '@orama/stemmers/dutch'
import { distance } from 'fastest-levenshtein'

/** Words that tell nothing of what it was about: little words, and what every line at a desk says. */
const fillers = new Set(
  `aan af al alle alleen als andere anders bij dan dat de deze die dit doen door dus een eens en er even ging gedaan geen gegeven
  geholpen gevraagd goed graag haar had heb heeft helpen helpt hem het hij hoe hulp iets ik in is ivm kan kon kunnen kwam laten lukte met
  mevrouw mij mijn naar niet nieuw nieuwe nog nu of om ondersteuning ook op over samen te toe tot uit uitgelegd uitleg van vanaf via voor
  vraag vragen was wat wel weer werd wil wilde willen worden ze zelf zich zij zijn zo zonder
  bezoeker klant meneer mevr mw dhr man vrouw`.split(/\s+/),
)

/** The letters and digits of a text in small letters, without accents: 'App’s geïnstalleerd!' gives app, s, geinstalleerd. */
export function plainWords(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  )
}

/** What a text is about: its words without those that tell nothing. A text of nothing but such words keeps them. */
export function tellingWords(text: string): string[] {
  const words = plainWords(text)
  const telling = words.filter((word) => word.length > 1 && !fillers.has(word))
  return telling.length > 0 ? telling : words
}

const stems = new Map<string, string>()

/** The stem of a Dutch word (Snowball), and the stem of that, until it stays the same. */
export function stemOf(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  let stem = word
  for (let next = stemmer(stem); next !== stem && next !== ''; next = stemmer(stem)) stem = next
  if (stems.size < 200_000) stems.set(word, stem)
  return stem
}

/** How many typing errors are forgiven between two words: more in longer ones, none in those of three letters and with digits. */
export function errorsAllowed(one: string, other: string): number {
  if (/\d/.test(one) || /\d/.test(other)) return 0
  const length = Math.min(one.length, other.length)
  return length < 4 ? 0 : length < 8 ? 1 : 2
}

/**
 * Whether two words are the same but for typing errors: a letter too many, too few, wrong, or two swapped. The first letter is
 * hardly ever wrong, and words that differ in it are mostly different words.
 */
export function isSameWord(one: string, other: string): boolean {
  if (one === other) return true
  if (one[0] !== other[0]) return false
  const allowed = errorsAllowed(one, other)
  if (allowed === 0 || Math.abs(one.length - other.length) > allowed) return false
  return distance(one, other) <= allowed || isSwapped(one, other)
}

function isSwapped(one: string, other: string): boolean {
  if (one.length !== other.length) return false
  const at = [...one].findIndex((letter, index) => letter !== other[index])
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2)
}
