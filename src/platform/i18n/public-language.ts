import { IntlMessageFormat } from 'intl-messageformat'
import arabic from './catalogues/ar/finder.json' with { type: 'json' }
import arabicVisits from './catalogues/ar/visit.json' with { type: 'json' }
import english from './catalogues/en/finder.json' with { type: 'json' }
import englishVisits from './catalogues/en/visit.json' with { type: 'json' }
import dutch from './catalogues/nl/finder.json' with { type: 'json' }
import dutchVisits from './catalogues/nl/visit.json' with { type: 'json' }
import polish from './catalogues/pl/finder.json' with { type: 'json' }
import polishVisits from './catalogues/pl/visit.json' with { type: 'json' }
import turkish from './catalogues/tr/finder.json' with { type: 'json' }
import turkishVisits from './catalogues/tr/visit.json' with { type: 'json' }
import ukrainian from './catalogues/uk/finder.json' with { type: 'json' }
import ukrainianVisits from './catalogues/uk/visit.json' with { type: 'json' }
import type { MessageValues } from './translate.ts'

/** The languages of the pages for everybody, Dutch first. */
export const publicLanguages = ['nl', 'en', 'tr', 'ar', 'uk', 'pl'] as const
export type PublicLanguage = (typeof publicLanguages)[number]
export type PublicMessageKey = keyof typeof dutch | keyof typeof dutchVisits

/** Of the pages on which one finds a desk, and of those for who made an appointment, was referred, or gets mail. */
const catalogues: Record<PublicLanguage, Record<PublicMessageKey, string>> = {
  nl: { ...dutch, ...dutchVisits },
  en: { ...english, ...englishVisits },
  tr: { ...turkish, ...turkishVisits },
  ar: { ...arabic, ...arabicVisits },
  uk: { ...ukrainian, ...ukrainianVisits },
  pl: { ...polish, ...polishVisits },
}

/** What a language calls itself. */
export const ownNames: Record<PublicLanguage, string> = {
  nl: 'Nederlands',
  en: 'English',
  tr: 'Türkçe',
  ar: 'العربية',
  uk: 'Українська',
  pl: 'Polski',
}

/** In what language a page for everybody speaks: its texts, its direction, and links to other pages in that language. */
export interface PublicVoice {
  readonly language: PublicLanguage
  readonly direction: 'ltr' | 'rtl'
  /** Gives a text with its values filled in (ICU message format). */
  readonly t: (key: PublicMessageKey, values?: MessageValues) => string
  /** The address of a page in this language: the language is its first part, Dutch has none. */
  readonly link: (path: string) => string
}

const formats = new Map<string, IntlMessageFormat>()

/** The voice of a language. */
export function publicVoice(language: PublicLanguage): PublicVoice {
  const catalogue = catalogues[language]
  const direction = language === 'ar' ? 'rtl' : 'ltr'
  // Arabic in the Netherlands is read with the digits that stand on the doors and in the letters here.
  const locale = language === 'ar' ? 'ar-u-nu-latn' : language
  return {
    language,
    direction,
    t: (key, values) => {
      const message = catalogue[key]
      if (!values) return message
      let format = formats.get(`${language}:${key}`)
      if (!format) {
        format = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true })
        formats.set(`${language}:${key}`, format)
      }
      return String(format.format(direction === 'rtl' ? isolated(values) : values))
    },
    link: (path) => publicPath(language, path),
  }
}

/** Names, times and telephone numbers keep their own direction in the middle of a line that goes the other way. */
function isolated(values: MessageValues): MessageValues {
  const isolate = (value: string | number) => (typeof value === 'string' ? `\u2068${value}\u2069` : value)
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isolate(value)]))
}

/** The voice in which somebody is written to: of the language that was kept or sent, and Dutch when it is none of ours. */
export const voiceOf = (language: string): PublicVoice =>
  publicVoice(publicLanguages.find((known) => known === language) ?? 'nl')

/** The address of a page for everybody in a language. */
export function publicPath(language: PublicLanguage, path: string): string {
  if (language === 'nl') return path
  return path === '/' ? `/${language}` : `/${language}${path.replace(/^\/(?=[?#])/, '')}`
}
