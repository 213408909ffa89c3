/** The most that somebody can mean, in cents: € 999.999.999,99. More is a typing error. */
export const mostCents = 99_999_999_999

export type AmountProblem = 'empty' | 'no-number' | 'negative' | 'decimals' | 'separators' | 'too-large'

export type ParsedAmount =
  | { readonly ok: true; readonly cents: number }
  | { readonly ok: false; readonly problem: AmountProblem }

/**
 * Reads an amount of euros as people write it, in whole cents: `1234`, `1.234,56`, `1,234.56`, `€ 1234`, `1 234,5`, `1.234,-`.
 * A comma or point followed by one or two figures at the end separates the cents, whichever of the two it is. Followed by
 * three figures it separates thousands: `1.234` is 1234 euros, as the Dutch write it, and so is `1,234`, since no amount has
 * three decimals. What can be read in no such way is refused, not guessed. Below nothing is refused: who means money that
 * came back says so elsewhere in the form.
 */
export function parseAmount(text: string): ParsedAmount {
  const bare = text
    .replace(/[\s\u00a0\u202f]+/g, '')
    .replace(/€|euro?/gi, '')
    .replace(/[.,](-{1,2}|[\u2013\u2014])$/, '')
    .replace(/[\u2212\u2013]/g, '-')
  if (bare === '') return { ok: false, problem: 'empty' }
  if (/^-\D*\d/.test(bare) || /\d-$/.test(bare) || /^\(.*\)$/.test(bare))
    return { ok: false, problem: 'negative' }
  if (!/^[\d.,]+$/.test(bare) || !/\d/.test(bare)) return { ok: false, problem: 'no-number' }
  const signs = bare.replace(/\d/g, '')
  const last = signs.at(-1)
  const behind = last ? bare.length - bare.lastIndexOf(last) - 1 : 0
  const isWhole = !last || (behind === 3 && new Set(signs).size === 1)
  if (last && !isWhole && behind !== 1 && behind !== 2) return { ok: false, problem: 'decimals' }
  const whole = isWhole ? bare : bare.slice(0, bare.length - behind - 1)
  if (!isWhole && last && whole.includes(last)) return { ok: false, problem: 'separators' }
  const thousands = whole.replace(/\d/g, '')
  const groups = thousands === '' ? /^\d*$/ : /^[1-9]\d{0,2}([.,]\d{3})+$/
  if (!groups.test(whole)) return { ok: false, problem: 'separators' }
  const euros = whole.replace(/\D/g, '')
  const digits = `${euros}${isWhole ? '00' : bare.slice(-behind).padEnd(2, '0')}`.replace(/^0+(?=\d)/, '')
  if (digits.length > `${mostCents}`.length) return { ok: false, problem: 'too-large' }
  return { ok: true, cents: Number(digits) }
}

const locales: Readonly<Record<string, string>> = { nl: 'nl-NL', en: 'en-GB' }
const formats = new Map<string, Intl.NumberFormat>()

/** An amount in words of a language: `€ 1.234,56` in Dutch, `€1,234.56` in English. @param cents whole cents */
export function showAmount(cents: number, language = 'nl'): string {
  let format = formats.get(language)
  if (!format) {
    format = new Intl.NumberFormat(locales[language] ?? 'nl-NL', { style: 'currency', currency: 'EUR' })
    formats.set(language, format)
  }
  return format.format(cents / 100)
}

/** An amount as it stands in a field or a file of ours: `1234,56`, without separators between thousands. */
export function writeAmount(cents: number): string {
  const whole = Math.abs(cents)
  return `${cents < 0 ? '-' : ''}${Math.floor(whole / 100)},${String(whole % 100).padStart(2, '0')}`
}
