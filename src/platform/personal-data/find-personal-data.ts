/**
 * Finds what has the form of personal data in a short free text (architecture.md, personal data). Runs on the
 * device and again on the server, so it stands alone. Names have no form: the hint beside the field asks for none.
 */

export type PersonalDataKind = 'bsn' | 'phone' | 'email' | 'iban' | 'address' | 'birth-date' | 'digid-code'

/** Free texts are far shorter; what comes after this many characters is for the limit on length to refuse. */
const longestRead = 1_000

/**
 * The first kind of personal data in a text; nothing when there is none.
 * @param year the year it is now: a full date of 12 years ago or older reads as a date of birth
 * @param allowed what may stand in it, in a text on organisations; the rest is still looked for
 */
export function findPersonalData(
  text: string,
  year: number,
  allowed: readonly PersonalDataKind[] = [],
): PersonalDataKind | undefined {
  // Full-width digits, no-break spaces and invisible characters read as what they look like.
  const plain = text
    .slice(0, longestRead)
    .normalize('NFKC')
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .replace(/\s/g, ' ')
  const isThere = (kind: PersonalDataKind, has: (plain: string, year: number) => boolean) =>
    !allowed.includes(kind) && has(plain, year)
  if (isThere('email', hasEmail)) return 'email'
  if (isThere('iban', hasIban)) return 'iban'
  if (isThere('phone', hasPhone)) return 'phone'
  if (isThere('bsn', hasBsn)) return 'bsn'
  if (isThere('birth-date', hasBirthDate)) return 'birth-date'
  if (isThere('address', hasAddress)) return 'address'
  return isThere('digid-code', hasDigidCode) ? 'digid-code' : undefined
}

const hasEmail = (text: string): boolean => /[^\s@<>]+ ?@ ?[^\s@<>]+\.[a-z]{2,}/i.test(text)

/** The eleven-test on nine digits: 9a + 8b + … + 2h − i is a multiple of 11, and not all zero. */
export function passesElevenTest(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || digits === '000000000') return false
  const sum = [...digits].reduce(
    (total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index),
    0,
  )
  return sum % 11 === 0
}

/**
 * Whether the number of a citizen (BSN) stands in a text on organisations. Such a text may hold the telephone, mail and address of
 * who works there, and amounts; the number of a visitor never.
 */
export const hasCitizenNumber = (text: string): boolean =>
  text
    .match(/(?<!\d)\d(?:[ .-]?\d){8}(?!\d)/g)
    ?.some((digits) => passesElevenTest(digits.replace(/\D/g, ''))) ?? false

/** Nine digits in one run, or in groups with one and the same separator. Eight digits are a KvK number, an amount has its euro sign or comma. */
function hasBsn(text: string): boolean {
  const written = /(?<![\d,])\d(?:[ .\-/]?\d)*(?!\d)/g
  for (const match of text.matchAll(written)) {
    if (isAmount(text, match.index, match[0].length)) continue
    const groups = match[0].split(/[ .\-/]/)
    if (groups.some((group) => passesElevenTest(group))) return true
    const separators = match[0].match(/[ .\-/]/g) ?? []
    for (let from = 0; from < groups.length; from++) {
      // Nine digits are at most nine groups.
      for (let to = from + 2; to <= Math.min(groups.length, from + 9); to++) {
        const part = groups.slice(from, to)
        const alike = new Set(separators.slice(from, to - 1)).size === 1
        const evenly = part.every((group) => group.length > 1) || part.every((group) => group.length === 1)
        if (alike && evenly && passesElevenTest(part.join(''))) return true
      }
    }
  }
  return false
}

function isAmount(text: string, start: number, length: number): boolean {
  return (
    /(€|\beur|\beuro) ?$/i.test(text.slice(0, start)) ||
    /^(,\d{1,2}\b|,-| ?(€|euro?\b))/i.test(text.slice(start + length))
  )
}

/** Dutch numbers of ten digits, or with a country code. Service numbers (0800, 0900, 088 …) belong to organisations. */
function hasPhone(text: string): boolean {
  const national = /(?<!\d)0(?!800|900|906|909|88|84|85)(?!0)[ .\-/()]*\d(?:[ .\-/()]*\d){8}(?!\d)/
  const international = /(?:\+|(?<!\d)00)[ ]?[1-9](?:[ .\-/()]*\d){7,13}(?!\d)/
  return national.test(text) || international.test(text)
}

function hasIban(text: string): boolean {
  for (const match of text.toUpperCase().matchAll(/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}/g)) {
    const compact = match[0].replaceAll(' ', '')
    // The words after it may look like its end: try every length an IBAN can have.
    for (let length = 15; length <= Math.min(34, compact.length); length++)
      if (passesMod97(compact.slice(0, length))) return true
  }
  return false
}

function passesMod97(iban: string): boolean {
  let rest = 0
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}

/** Little words of two letters, so that 'in 2022 is 3 keer' is no postcode. */
const littleWords = new Set(
  'aan af al de die en er ga he hé ik in is ja je me na nu of om op te uw we ze zo'.split(' '),
)

function hasAddress(text: string): boolean {
  for (const match of text.matchAll(/(?<!\d)[1-9]\d{3}( ?)([a-z]{2})(?![a-z])/gi)) {
    const [whole, space, letters] = match as unknown as [string, string, string]
    if (space && letters === letters.toLowerCase() && littleWords.has(letters)) continue
    const before = text.slice(0, match.index)
    const after = text.slice(match.index + whole.length)
    if (/^[ ,;:.-]*(?:(?:nr|no|nummer|huisnummer)[ .:]*)?\d{1,5}(?!\d)/i.test(after)) return true
    if (/(?<!\d)\d{1,5} ?[a-z]?[ ,;-]+$/i.test(before)) return true
  }
  return false
}

const months =
  'jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?'

function hasBirthDate(text: string, year: number): boolean {
  const dates = new RegExp(
    `(?<!\\d)(?:(?:0?[1-9]|[12]\\d|3[01])[ ]?[-/. ][ ]?(?:(?:0?[1-9]|1[0-2])[ ]?[-/. ]|(?:${months})\\.?[ -]?)[ ]?(\\d{4}|\\d{2})|(\\d{4})-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01]))(?!\\d)`,
    'gi',
  )
  for (const match of text.matchAll(dates)) {
    const written = Number(match[1] ?? match[2])
    const twoDigits = (match[1] ?? match[2] ?? '').length === 2
    const full = twoDigits ? (written > year % 100 ? 1900 : 2000) + written : written
    if (full >= 1900 && full <= year - 12) return true
    if (full <= year && /\bgeb(?:oren|oortedatum|\.|\b)[^\d]{0,20}$/i.test(text.slice(0, match.index)))
      return true
  }
  return false
}

/** A code of four to nine characters right beside the word that says what it is. A year beside 'DigiD' is a year. */
function hasDigidCode(text: string): boolean {
  const code = '((?=[a-z]*\\d)[a-z\\d]{4,9})(?![a-z\\d])'
  const between = '[ :=-]*(?:(?:is|was|nr|nummer)\\b[ .:=]*)?'
  const named = new RegExp(
    `(?<![a-z])(?:digid-?code|(?:sms-?|pin-?|koppel|activerings|activatie|controle|verificatie|herstel)?code|pin|wachtwoord)(?![a-z])${between}${code}`,
    'i',
  )
  const digid = new RegExp(`(?<![a-z])digid(?:-?app)?(?![a-z])${between}${code}`, 'i')
  if (named.test(text)) return true
  const found = digid.exec(text)?.[1]
  return found !== undefined && !/^(?:19|20)\d{2}$/.test(found)
}
