import { sql } from 'kysely'
import type { JobScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle, WriteHandle } from '../../../platform/database/handle.ts'
import { firstDayOf, lastDayOf, monthOf, yearsEarlier } from '../../../platform/time/local-month.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { addCells, type Cells, countSlices, countWithinHours } from '../../contacts/public.ts'
import { findDesksOutsideLibraries, findOpenings } from '../../desks/public.ts'
import { readListsOfAllDays } from '../../lists/public.ts'
import { findLibrarySizes, findProvinceOfMunicipality } from '../../organisations/public.ts'
import type { Level } from '../area.ts'
import { sizeClassOf } from '../size-class.ts'

/** A month of a province in which something was counted since its slices were, and the mark that says so. */
export interface StaleMonth {
  readonly province: string
  /** Its first day. */
  readonly month: string
  readonly since: string
}

/** The months that have to be counted anew, the newest first: those are looked at. */
export async function findStaleMonths(db: ReadHandle, _scope: JobScope): Promise<StaleMonth[]> {
  const { rows } = await sql<StaleMonth>`
    select province_code as province, month, since::text as since from reports.stale_months order by month desc, province_code`.execute(
    db,
  )
  return rows
}

interface Slice {
  readonly level: Level
  readonly key: string
  readonly slice: string
  readonly cells: Cells
}

/**
 * Counts the slices of a month of a province anew from the contacts, and adds those of the provinces up for the nation. The mark
 * goes only when nothing was added meanwhile, and where it has gone somebody else has counted already. Broken off it has done nothing; done twice it comes to the same.
 */
export async function recountMonth(
  tx: WriteHandle,
  scope: JobScope,
  { province, month, since }: StaleMonth,
  now: Instant,
): Promise<void> {
  // One at a time, in any process: two would put the same rows there, and add the nation up without each other.
  await sql`select pg_advisory_xact_lock(hashtext('balie recount slices'))`.execute(tx)
  const { rows: marks } = await sql`select from reports.stale_months
    where province_code = ${province} and month = ${month}::date and since = ${since}::timestamptz`.execute(
    tx,
  )
  if (marks.length === 0) return
  const provinceOf = await findProvinceOfMunicipality(tx, scope)
  const municipalities = [...provinceOf].flatMap(([code, of]) => (of === province ? [code] : []))
  const period = { from: month, until: lastDayOf(month.slice(0, 7)) }
  const slices = [
    ...(await countProvince(tx, scope, province, municipalities, period)),
    ...(await hoursSlices(tx, scope, { province, municipalities, period })),
  ]
  await sql`
    delete from reports.month_slices where month = ${month}::date and until_day = ${period.until}::date
      and ((level = 'province' and key = ${province}) or (level = 'municipality' and key = any(${municipalities}::text[])))`.execute(
    tx,
  )
  await insertSlices(tx, slices, period, now)
  await addUpNation(tx, period, now)
  await sql`delete from reports.stale_months
    where province_code = ${province} and month = ${month}::date and since = ${since}::timestamptz`.execute(
    tx,
  )
}

/**
 * Keeps the slices of the month a year ago up to the day of today, once a day: what this month, which runs still, is compared
 * with. Those of the day before go.
 * @returns whether there was something to do
 */
export async function keepYearEarlier(
  tx: WriteHandle,
  scope: JobScope,
  today: string,
  now: Instant,
): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtext('balie recount slices'))`.execute(tx)
  const until = yearsEarlier(today, 1)
  const period = { from: firstDayOf(monthOf(until)), until }
  const { rows: kept } = await sql`
    select from reports.month_slices where level = 'nation' and month = ${period.from}::date and until_day = ${until}::date limit 1`.execute(
    tx,
  )
  const { rows: counted } = await sql`
    select from reports.figures where level = 'nation' and grain = 'month' and starts_on = ${period.from}::date`.execute(
    tx,
  )
  // The last day of a month makes it whole: that is kept anyhow.
  if (kept.length > 0 || counted.length === 0 || until === lastDayOf(monthOf(until))) return false
  await sql`delete from reports.month_slices where until_day <> (month + interval '1 month - 1 day')::date`.execute(
    tx,
  )
  const provinceOf = await findProvinceOfMunicipality(tx, scope)
  for (const province of new Set(provinceOf.values())) {
    const municipalities = [...provinceOf].flatMap(([code, of]) => (of === province ? [code] : []))
    await insertSlices(tx, await countProvince(tx, scope, province, municipalities, period), period, now)
  }
  await addUpNation(tx, period, now)
  return true
}

interface Days {
  readonly from: string
  readonly until: string
}

async function countProvince(
  tx: WriteHandle,
  scope: JobScope,
  province: string,
  municipalities: readonly string[],
  period: Days,
): Promise<Slice[]> {
  const sizes = await findLibrarySizes(tx, scope)
  const lists = await readListsOfAllDays(tx, scope)
  const counted = await countSlices(tx, scope, municipalities, period, {
    desksOutside: await findDesksOutsideLibraries(tx, scope),
    sizeOfLibrary: Object.fromEntries([...sizes].map(([id, inhabitants]) => [id, sizeClassOf(inhabitants)])),
    groupOfTopic: Object.fromEntries(lists.topics.map(({ code, group }) => [code, group])),
  })
  return [...counted].map(([slice, cells]) => ({ level: 'province', key: province, slice, cells }))
}

async function insertSlices(
  tx: WriteHandle,
  slices: readonly Slice[],
  days: Days,
  now: Instant,
): Promise<void> {
  await sql`
    insert into reports.month_slices (level, key, slice, month, until_day, cells, counted_at)
    select level, key, slice, ${days.from}::date, ${days.until}::date, cells, ${now.toString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(slices)}::jsonb) as slice (level text, key text, slice text, cells jsonb)`.execute(
    tx,
  )
}

/** How many contacts were within the hours of their desk, of each municipality and of the province. */
async function hoursSlices(
  tx: WriteHandle,
  scope: JobScope,
  of: {
    readonly province: string
    readonly municipalities: readonly string[]
    readonly period: { readonly from: string; readonly until: string }
  },
): Promise<Slice[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct substr(cell, 6) as id from reports.figures, jsonb_object_keys(cells) as cell
    where level = 'municipality' and key = any(${of.municipalities}::text[]) and grain = 'month' and starts_on = ${of.period.from}::date
      and cell like 'desk:%'`.execute(tx)
  const desks = await findOpenings(
    tx,
    scope,
    rows.map(({ id }) => id),
    of.period,
  )
  const open = [...desks].map(([deskId, openings]) => ({ deskId, openings }))
  const byMunicipality = new Map<string, Cells>()
  for (const { municipalityCode, timed, within } of await countWithinHours(
    tx,
    scope,
    of.period,
    open,
    of.municipalities,
  ))
    byMunicipality.set(
      municipalityCode,
      addCells(byMunicipality.get(municipalityCode) ?? {}, { timed, within }),
    )
  const all = [...byMunicipality.values()].reduce(addCells, {})
  return [
    ...[...byMunicipality].map(([key, cells]) => ({
      level: 'municipality' as const,
      key,
      slice: 'hours',
      cells,
    })),
    ...(byMunicipality.size > 0
      ? [{ level: 'province' as const, key: of.province, slice: 'hours', cells: all }]
      : []),
  ]
}

/** The slices of the nation are those of its provinces together, with the provinces as its parts. */
async function addUpNation(tx: WriteHandle, { from: month, until }: Days, now: Instant): Promise<void> {
  await sql`delete from reports.month_slices where level = 'nation' and month = ${month}::date and until_day = ${until}::date`.execute(
    tx,
  )
  await sql`
    insert into reports.month_slices (level, key, slice, month, until_day, cells, counted_at)
    select 'nation', 'NL', slice, ${month}::date, ${until}::date, jsonb_object_agg(cell, number), ${now.toString()}::timestamptz
    from (
      select slice, cell, sum(number)::integer as number
      from (
        select slice, entry.key as cell, entry.value::integer as number
        from reports.month_slices, jsonb_each_text(cells) as entry
        where level = 'province' and month = ${month}::date and until_day = ${until}::date and entry.key not like '%municipality:%'
        union all
        select slice, 'province:' || key, (cells ->> 'contacts')::integer from reports.month_slices
        where level = 'province' and month = ${month}::date and until_day = ${until}::date and cells ? 'contacts'
        union all
        select slice, 'questions/province:' || key, (cells ->> 'questions')::integer from reports.month_slices
        where level = 'province' and month = ${month}::date and until_day = ${until}::date and cells ? 'questions'
      ) as part
      group by slice, cell
    ) as summed
    group by slice`.execute(tx)
}
