import type { JobScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { translator } from '../../../platform/i18n/translate.ts'
import { readListsOfAllDays, topicGroups } from '../../lists/public.ts'
import { findMunicipalities, findMunicipalitiesOfAllDays, provincesOf } from '../../organisations/public.ts'
import { remainder, restOfGroup } from '../main-topic.ts'
import type { PublishedCell } from '../published-cell.ts'

/** What codes are called in the published tables: in Dutch. The code itself where nobody knows. */
export interface NamesOfCodes {
  readonly region: (code: string) => string
  readonly code: (part: PublishedCell['part'], code: string) => string
}

/** Names as they are on a day. */
export async function nameCodes(db: ReadHandle, scope: JobScope, day: string): Promise<NamesOfCodes> {
  const t = translator('nl')
  const lists = await readListsOfAllDays(db, scope)
  const municipalities = await findMunicipalities(db, scope, day)
  const regions = new Map([
    ...[...(await findMunicipalitiesOfAllDays(db, scope)), ...municipalities].map(
      ({ code, name }) => [code, name] as const,
    ),
    ...provincesOf(municipalities).map(({ code, name }) => [code, name] as const),
    ['NL', t('open-data.nation')] as const,
  ])
  const names = new Map([
    ...lists.answerOptions.map(({ code, labels }) => [code, labels.nl] as const),
    ['help-known', t('open-data.help-known')] as const,
  ])
  const topics = new Map([
    ...topicGroups.map((group) => [restOfGroup(group), t(`open-data.rest.${group}`)] as const),
    [remainder, t('open-data.rest')] as const,
    ...lists.topics.map(({ code, labels }) => [code, labels.nl] as const),
  ])
  return {
    region: (code) => regions.get(code) ?? code,
    code: (part, code) =>
      part === 'totaal'
        ? t(code === 'contacts' ? 'open-data.contacts' : 'open-data.questions')
        : ((part === 'onderwerp' || part === 'hoofdonderwerp' ? topics : names).get(code) ?? code),
  }
}
