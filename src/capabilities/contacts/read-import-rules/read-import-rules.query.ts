import type { JobScope, LibraryScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Language } from '../../../platform/i18n/translate.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import { findDesksEver } from '../../desks/public.ts'
import { readListsOfAllDays } from '../../lists/public.ts'
import { findMunicipalitiesOfAllDays } from '../../organisations/public.ts'
import type { HistoryImport } from '../history-import.ts'
import { answerLists } from '../import-answers.ts'
import type { RowRules } from '../import-row.ts'

/** All that decides what the rows of an import say: what was chosen for it, and the lists of all days. */
export async function readImportRules(
  db: ReadHandle,
  scope: LibraryScope | JobScope,
  found: HistoryImport,
  now: Instant,
  language: Language = 'nl',
): Promise<RowRules> {
  const desks = await findDesksEver(db, scope, found.libraryId)
  const lists = await readListsOfAllDays(db, scope, { libraryId: found.libraryId })
  return {
    header: found.header,
    columns: found.columns,
    deskId: found.deskId,
    meanings: found.meanings,
    lists: answerLists(lists, desks, await findMunicipalitiesOfAllDays(db, scope), language),
    municipalityOfDesk: new Map(desks.map(({ id, municipalityCode }) => [id, municipalityCode])),
    usualProviders: new Map(lists.topics.map(({ code, serviceProviders }) => [code, serviceProviders])),
    takesText: new Set([
      ...lists.topics.filter(({ isOther }) => isOther).map(({ code }) => code),
      ...lists.answerOptions.filter(({ takesText }) => takesText).map(({ code }) => code),
    ]),
    nationalOf: new Map(
      [...lists.topics, ...lists.answerOptions].flatMap(({ code, nationalCode }) =>
        nationalCode === undefined ? [] : [[code, nationalCode] as const],
      ),
    ),
    today: localDay(now),
    now,
  }
}
