import { sql } from 'kysely'
import { type JobScope, jobScope } from '../../../platform/auth/scope.ts'
import type { ApplicationDatabase } from '../../../platform/database/application-database.ts'
import type { ReadHandle, WriteHandle } from '../../../platform/database/handle.ts'
import { lastDayOf } from '../../../platform/time/local-month.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import { waitsUpTo } from '../../contacts/public.ts'
import { isValidOn, readListsOfAllDays } from '../../lists/public.ts'
import { findOrganisationsOfKinds, findProvinceOfMunicipality } from '../../organisations/public.ts'
import { countWhoTookPart, findFirstMonthCounted, holdFold, readMonthCounts } from '../../reports/public.ts'
import { type NamesOfCodes, nameCodes } from '../name-codes/name-codes.query.ts'
import type { Codes, MonthCounts, PublishedCell } from '../published-cell.ts'
import { quarterTables } from '../quarter-tables.ts'
import { monthsOfQuarter, quartersDue, quartersOfYear } from '../release-day.ts'
import { type ReleasedQuarter, yearTables } from '../year-tables.ts'

export interface ReleaseSettings {
  /** Numbers below this are hidden. */
  readonly smallest: number
  /** The first quarter to publish, as 2026-Q1; undefined: from where counting began. */
  readonly from: string | undefined
}

const scope = jobScope('open-data.make-releases')

/**
 * Publishes every quarter whose day has come, and every year of which all quarters were published: each once, and never anew. The
 * first time that there is something to publish it does so for all quarters before; after that only for those that come, so
 * that files with the history of one library do not make releases of their own. The work of a machine on numbers whose
 * changes were logged when they were made, so without an audit line. While anything of these quarters waits to be added up it
 * publishes nothing: the next look does.
 * @returns the periods that were published now, the oldest first
 */
export function makeReleases(
  database: ApplicationDatabase,
  now: Instant,
  settings: ReleaseSettings,
): Promise<string[]> {
  return database.keep(scope, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('balie open data'))`.execute(tx)
    // What is released stands for ever, so nothing may be half added up: until this is done nobody adds up.
    await holdFold(tx, scope)
    const first = await findFirstMonthCounted(tx, scope)
    if (!first) return []
    const known = await readReleasedPeriods(tx, scope)
    const last =
      [...known]
        .filter((period) => period.includes('Q'))
        .sort()
        .at(-1) ?? ''
    const due = quartersDue(first, localDay(now)).filter(
      (quarter) => quarter > last && quarter >= (settings.from ?? ''),
    )
    const lastDue = due.at(-1)
    if (lastDue && (await waitsUpTo(tx, scope, lastDayOf(monthsOfQuarter(lastDue).at(-1) ?? '')))) return []
    const made: string[] = []
    for (const quarter of due) if (await releaseQuarter(tx, scope, quarter, now, settings)) made.push(quarter)
    for (const year of new Set([...known, ...made].map((period) => period.slice(0, 4)))) {
      const whole = quartersOfYear(year).every((quarter) => known.has(quarter) || made.includes(quarter))
      if (!whole || known.has(year)) continue
      await releaseYear(tx, scope, year, now, settings)
      made.push(year)
    }
    return made
  })
}

async function readReleasedPeriods(db: ReadHandle, _scope: JobScope): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('open_data.releases').select('period').execute()
  return new Set(rows.map(({ period }) => period))
}

/** False when there is too little to publish. */
async function releaseQuarter(
  tx: WriteHandle,
  scope: JobScope,
  quarter: string,
  now: Instant,
  { smallest }: ReleaseSettings,
): Promise<boolean> {
  const months = monthsOfQuarter(quarter)
  const [from = '', until = ''] = [months[0], months.at(-1)]
  const provinceOf = await findProvinceOfMunicipality(tx, scope)
  const counts = (await readMonthCounts(tx, scope, { from, until })).map(
    ({ municipality, month, cells }): MonthCounts => ({
      municipality,
      month,
      province: provinceOf.get(municipality) ?? '',
      cells: Object.fromEntries(Object.entries(cells).filter(([cell]) => isPublished(cell))),
    }),
  )
  const codes = await readCodes(tx, scope, from, until)
  const made = quarterTables(quarter, months, counts, codes, { smallest })
  if (!made) return false
  await insertRelease(
    tx,
    scope,
    { period: quarter, months: { from, until }, smallest, mainTopics: made.mainTopics },
    now,
  )
  for (const part of inParts(counts))
    await tx
      .insertInto('open_data.counts')
      .values(
        part.map(({ municipality, month, cells }) => ({
          quarter,
          municipality_code: municipality,
          month,
          cells: JSON.stringify(cells),
        })),
      )
      .execute()
  await insertCells(tx, quarter, made.cells, await nameCodes(tx, scope, lastDayOf(until)))
  return true
}

async function releaseYear(
  tx: WriteHandle,
  scope: JobScope,
  year: string,
  now: Instant,
  { smallest }: ReleaseSettings,
): Promise<void> {
  const quarters: ReleasedQuarter[] = []
  for (const quarter of quartersOfYear(year)) quarters.push(await readReleasedQuarter(tx, scope, quarter))
  const made = yearTables(year, quarters, { smallest })
  await insertRelease(
    tx,
    scope,
    {
      period: year,
      months: { from: `${year}-01`, until: `${year}-12` },
      smallest,
      mainTopics: made.mainTopics,
    },
    now,
  )
  await insertCells(tx, year, made.cells, await nameCodes(tx, scope, `${year}-12-31`))
}

/** A quarter as it was released, and not as it would be counted now. */
async function readReleasedQuarter(
  db: ReadHandle,
  scope: JobScope,
  quarter: string,
): Promise<ReleasedQuarter> {
  const release = await db
    .selectFrom('open_data.releases')
    .select('main_topics')
    .where('period', '=', quarter)
    .executeTakeFirstOrThrow()
  const provinceOf = await findProvinceOfMunicipality(db, scope)
  const counts = await db
    .selectFrom('open_data.counts')
    .select(['municipality_code', 'month', 'cells'])
    .where('quarter', '=', quarter)
    .execute()
  const hidden = await db
    .selectFrom('open_data.cells')
    .select('region')
    .distinct()
    .where('release', '=', quarter)
    .where('number', 'is', null)
    .where('table_name', 'in', ['provincies-per-maand', 'gemeenten-per-kwartaal'])
    .execute()
  return {
    quarter,
    mainTopics: new Map(Object.entries(release.main_topics as Record<string, string>)),
    counts: counts.map(({ municipality_code: municipality, month, cells }) => ({
      municipality,
      month,
      province: provinceOf.get(municipality) ?? '',
      cells: cells as MonthCounts['cells'],
    })),
    hidden: new Set(hidden.map(({ region }) => region)),
  }
}

/** What is published of; nothing of visitors and of desks goes further than here. */
const isPublished = (cell: string): boolean =>
  /^(contacts|questions|questions\/topic:.*|channel-.*|help-.*|known:help)$/.test(cell)

/** The codes that could be chosen on some day of these months. */
async function readCodes(db: ReadHandle, scope: JobScope, from: string, until: string): Promise<Codes> {
  const lists = await readListsOfAllDays(db, scope)
  const [first, last] = [`${from}-01`, lastDayOf(until)]
  const wasValid = (value: { readonly validFrom: string; readonly validUntil: string | null }): boolean =>
    isValidOn(value, first) || (value.validFrom >= first && value.validFrom <= last)
  const options = (field: string): string[] =>
    lists.answerOptions.flatMap((option) => (option.field === field && wasValid(option) ? [option.code] : []))
  return {
    groupOf: new Map(
      lists.topics.flatMap((topic) => (wasValid(topic) ? [[topic.code, topic.group] as const] : [])),
    ),
    channels: options('channel'),
    help: options('help'),
  }
}

async function insertRelease(
  tx: WriteHandle,
  scope: JobScope,
  release: {
    readonly period: string
    readonly months: { readonly from: string; readonly until: string }
    readonly smallest: number
    readonly mainTopics: ReadonlyMap<string, string>
  },
  now: Instant,
): Promise<void> {
  const [nation] = await findOrganisationsOfKinds(tx, scope, ['nation'])
  await tx
    .insertInto('open_data.releases')
    .values({
      period: release.period,
      released_at: now.toString(),
      publisher: nation?.name ?? null,
      smallest: release.smallest,
      ...(await countWhoTookPart(tx, scope, release.months)),
      main_topics: JSON.stringify(Object.fromEntries(release.mainTopics)),
    })
    .execute()
}

async function insertCells(
  tx: WriteHandle,
  release: string,
  cells: readonly PublishedCell[],
  names: NamesOfCodes,
): Promise<void> {
  for (const part of inParts(cells))
    await tx
      .insertInto('open_data.cells')
      .values(
        part.map(({ table, region, period, part: what, code, unit, number }) => ({
          release,
          table_name: table,
          region,
          period,
          part: what,
          code,
          unit,
          region_name: names.region(region),
          name: names.code(what, code),
          number: number ?? null,
        })),
      )
      .execute()
}

/** As many rows as go in one statement. */
function* inParts<Row>(rows: readonly Row[], size = 500): Generator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size)
}
