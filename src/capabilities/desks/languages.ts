/**
 * Languages besides Dutch in which a desk can help, by ISO 639-1 code, those that are met most in libraries first. Closed,
 * so that one can filter by it. Ours: who misses one adds it here.
 */
export const deskLanguages = [
  'en',
  'tr',
  'ar',
  'pl',
  'uk',
  'ru',
  'ti',
  'fa',
  'so',
  'es',
  'fr',
  'de',
  'pt',
  'it',
  'ro',
  'bg',
  'hu',
  'ps',
  'ku',
  'am',
  'ur',
  'hi',
  'zh',
  'vi',
  'id',
  'fy',
] as const
export type DeskLanguage = (typeof deskLanguages)[number]

const names = new Map<string, Intl.DisplayNames>()

/** The name of a language (ISO 639-1) in the words of another: `tr` is 'Turks' in Dutch. The code itself when unknown. */
export function languageName(code: string, inLanguage: string): string {
  let known = names.get(inLanguage)
  if (!known) {
    known = new Intl.DisplayNames(inLanguage, { type: 'language' })
    names.set(inLanguage, known)
  }
  return known.of(code) ?? code
}

/** The languages by name, as one looks them up in a list. */
export function languagesByName(inLanguage: string): { code: DeskLanguage; name: string }[] {
  return deskLanguages
    .map((code) => ({ code, name: languageName(code, inLanguage) }))
    .sort((one, other) => one.name.localeCompare(other.name, inLanguage))
}

/** The language that somebody means by a code or a Dutch name; undefined when it is not in the list. */
export function languageMeant(codeOrName: string): DeskLanguage | undefined {
  const meant = codeOrName.trim().toLowerCase()
  return deskLanguages.find((code) => code === meant || languageName(code, 'nl').toLowerCase() === meant)
}
