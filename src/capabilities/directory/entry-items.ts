import type { Language, Translate } from '../../platform/i18n/translate.ts'
import type { Entry } from './read-entry/read-entry.query.ts'
import { hoursLines } from './service-words.ts'

/** What an entry says, a line each; what is not known is said too. */
export function entryItems(
  entry: Entry,
  { t, language, today }: { readonly t: Translate; readonly language: Language; readonly today: string },
) {
  const unknown = t('upkeep.unknown')
  return [
    { term: t('upkeep.field.phone'), description: entry.phone ?? unknown },
    { term: t('upkeep.field.address'), description: entry.addresses.join(' · ') || unknown },
    {
      term: t('upkeep.field.hours'),
      description: hoursLines(entry.hours, today, { t, language }).join(' · ') || unknown,
    },
    { term: t('upkeep.field.services'), description: entry.services.join(' · ') || unknown },
    { term: t('upkeep.field.description'), description: entry.description || unknown },
    { term: t('upkeep.field.website'), description: entry.website ?? unknown },
  ]
}
