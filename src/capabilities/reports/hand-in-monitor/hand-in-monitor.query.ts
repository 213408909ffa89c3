import type { LibraryScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Language } from '../../../platform/i18n/translate.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import { findDesks } from '../../desks/public.ts'
import { findLibraryForm, readLists, readListsOfAllDays } from '../../lists/public.ts'
import { findOrganisations } from '../../organisations/public.ts'
import { type CountedPart, countedElsewhere, type MonitorLine, makeMonitorReturn } from '../monitor-return.ts'
import { readFigures } from '../read-figures/read-figures.query.ts'

/** What a library hands in over a year, with the words for it. */
export interface MonitorReturn {
  readonly library: string
  readonly year: string
  readonly countedAt: Instant
  /** The day up to which it counts, when the year has not ended yet. */
  readonly runsUntil: string | undefined
  readonly language: Language
  readonly lines: readonly MonitorLine[]
  readonly deskNames: ReadonlyMap<string, string>
  /** The answers of the deepening on DigiD, in the order of the form. */
  readonly digid: readonly { readonly code: string; readonly label: string }[]
  /** The form that the library uses today. */
  readonly form: string
  /** So much waits to be added up that it is left out. */
  readonly isBehind: boolean
}

export async function readMonitorReturn(
  db: ReadHandle,
  scope: LibraryScope,
  { year, language }: { readonly year: string; readonly language: Language },
  now: Instant,
): Promise<MonitorReturn> {
  const today = localDay(now)
  const days = { from: `${year}-01-01`, until: `${year}-12-31` }
  const lists = await readListsOfAllDays(db, scope)
  const groups = new Map(lists.topics.map(({ code, group }) => [code, group]))
  const digid = lists.answerOptions.filter(({ field }) => field === 'digid')
  const desks = await findDesks(db, scope, scope.deskIds)
  const library = await readFigures(db, scope, { level: 'library', key: scope.libraryId }, days)
  const whole: CountedPart = { of: 'library', byMonth: library.byMonth }
  const parts: CountedPart[] = []
  for (const { id } of desks)
    parts.push({
      of: { deskId: id },
      byMonth: (await readFigures(db, scope, { level: 'desk', key: id }, days)).byMonth,
    })
  const elsewhere = countedElsewhere(whole, parts)
  const form = await findLibraryForm(db, scope, scope.libraryId, await readLists(db, scope, today, language))
  const [organisation] = await findOrganisations(db, scope, [scope.libraryId])
  return {
    library: organisation?.name ?? '',
    year,
    countedAt: now,
    runsUntil: today <= days.until ? today : undefined,
    language,
    lines: makeMonitorReturn(
      [whole, ...parts, ...(elsewhere ? [elsewhere] : [])],
      year,
      today,
      (topic) => groups.get(topic),
      digid.map(({ code }) => code),
    ),
    deskNames: new Map(desks.map(({ id, name }) => [id, name])),
    digid: digid.map(({ code, labels }) => ({ code, label: labels[language] })),
    form: form?.code ?? 'guide',
    isBehind: library.behind !== undefined,
  }
}
