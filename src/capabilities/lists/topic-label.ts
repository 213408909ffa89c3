import arabic from '../../platform/i18n/catalogues/ar/topics.json' with { type: 'json' }
import polish from '../../platform/i18n/catalogues/pl/topics.json' with { type: 'json' }
import turkish from '../../platform/i18n/catalogues/tr/topics.json' with { type: 'json' }
import ukrainian from '../../platform/i18n/catalogues/uk/topics.json' with { type: 'json' }
import type { PublicLanguage } from '../../platform/i18n/public-language.ts'
import type { Language } from '../../platform/i18n/translate.ts'

/** The national topics by code. The lists have Dutch and English themselves. */
const translated: Partial<Record<PublicLanguage, Readonly<Record<string, string>>>> = {
  tr: turkish,
  ar: arabic,
  uk: ukrainian,
  pl: polish,
}

/** The language in which the lists are read for a visitor: who reads neither of the two gets English where no translation is. */
export const listLanguage = (language: PublicLanguage): Language => (language === 'nl' ? 'nl' : 'en')

/**
 * What a topic is called for a visitor.
 * @param topic from the lists in `listLanguage(language)`; its own label stays where it has no translation, as with a library's topic
 */
export const topicLabelFor = (
  { code, label }: { readonly code: string; readonly label: string },
  language: PublicLanguage,
): string => translated[language]?.[code] ?? label
