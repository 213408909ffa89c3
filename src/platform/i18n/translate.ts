import { IntlMessageFormat } from 'intl-messageformat'
import { dutch } from './catalogues/dutch.ts'
import { english } from './catalogues/english.ts'

export const languages = ['nl', 'en'] as const
export type Language = (typeof languages)[number]
export type MessageKey = keyof typeof dutch
export type MessageValues = Readonly<Record<string, string | number>>

/** Gives a text of the interface in the reader's language, with its values filled in (ICU message format). */
export type Translate = (key: MessageKey, values?: MessageValues) => string

const catalogues: Record<Language, Record<MessageKey, string>> = { nl: dutch, en: english }
const formats = new Map<string, IntlMessageFormat>()

export function translator(language: Language): Translate {
  const catalogue = catalogues[language]
  return (key, values) => {
    const message = catalogue[key]
    if (!values) return message
    let format = formats.get(`${language}:${key}`)
    if (!format) {
      format = new IntlMessageFormat(message, language, undefined, { ignoreTag: true })
      formats.set(`${language}:${key}`, format)
    }
    return String(format.format(values))
  }
}

/** A message as it stands in the catalogue, for a script in the browser that fills in its own values. */
export function rawMessages<Key extends MessageKey>(
  language: Language,
  keys: readonly Key[],
): Record<Key, string> {
  return Object.fromEntries(keys.map((key) => [key, catalogues[language][key]])) as Record<Key, string>
}

/** The language of a request: what was chosen, else the first of the browser's that we speak, else Dutch. */
export function chooseLanguage(chosen: string | undefined, acceptLanguage: string | null): Language {
  const wishes = [
    chosen,
    ...(acceptLanguage ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase()),
  ]
  return (
    languages.find((language) => language === wishes.find((wish) => languages.includes(wish as Language))) ??
    'nl'
  )
}
