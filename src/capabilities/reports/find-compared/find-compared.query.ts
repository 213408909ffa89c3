import { sql } from 'kysely'
import type { JobScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { addMonths, firstDayOf, monthsFrom } from '../../../platform/time/local-month.ts'
import { findDesks, findDeskWeeks } from '../../desks/public.ts'
import { readListsOfAllDays } from '../../lists/public.ts'
import {
  findMunicipalities,
  findOrganisationsOfKinds,
  findServedAreas,
  findSuccessors,
  findSurroundings,
  type Surroundings,
} from '../../organisations/public.ts'
import type { Network } from '../benchmark.ts'
import { type Compared, type CountName, type Counts, countedCells } from '../benchmark-measure.ts'
import { municipalityToday } from '../municipality-today.ts'
import { sizeClasses, sizeClassOf } from '../size-class.ts'
import { smallestShown } from '../small-counts.ts'

/** Over so many months areas are compared: a whole year, so that no season weighs more than another. */
const comparedMonths = 12

/** What becomes different when something was counted in the twelve months up to this one (2026-10), or taken back. */
export async function findBenchmarkMark(
  db: ReadHandle,
  _scope: JobScope,
  untilMonth: string,
): Promise<string> {
  const { rows } = await sql<{ mark: string | null }>`
    select md5(string_agg(cells::text, ' ' order by starts_on)) as mark from reports.figures
    where level = 'nation' and key = 'NL' and grain = 'month'
      and starts_on between ${firstDayOf(addMonths(untilMonth, 1 - comparedMonths))} and ${firstDayOf(untilMonth)}`.execute(
    db,
  )
  return rows[0]?.mark ?? ''
}

/** All areas that registered in the twelve months up to and including this one, with what was counted and what they are like. */
export async function findCompared(
  db: ReadHandle,
  scope: JobScope,
  untilMonth: string,
  today: string,
): Promise<Network> {
  const digid = (await readListsOfAllDays(db, scope)).topics.flatMap((topic) =>
    topic.digid ? [`questions/topic:${topic.code}`] : [],
  )
  const surroundings = await findSurroundings(db, scope)
  const desks = await findComparedDesks(db, scope, {
    untilMonth,
    today,
    digid,
    surroundings: surroundings.ofLibrary,
  })
  const municipalities = await findComparedMunicipalities(db, scope, {
    untilMonth,
    today,
    digid,
    surroundings: surroundings.ofMunicipality,
  })
  const provinceOf = new Map(
    (await findMunicipalities(db, scope, today)).map(({ code, provinceCode }) => [code, provinceCode]),
  )
  return {
    desk: desks,
    // Hours are told apart only among the desks of a library's group.
    library: together(desks, ({ owner }) => owner).map((library) => ({
      ...library,
      classes: library.classes.slice(0, 2),
      hours: undefined,
    })),
    municipality: together(
      municipalities.map(({ told }) => told),
      ({ key }) => key,
    ),
    province: together(
      municipalities.map(({ told, whole }) => ({ ...told, counts: whole })),
      ({ key }) => provinceOf.get(key) ?? key,
    ).map((province) => ({
      ...province,
      classes: [],
      watchers: [province.key, ...province.watchers.filter((watcher) => watcher.startsWith(institution('')))],
      inhabitants: inhabitantsOf(province.key, provinceOf, surroundings.ofMunicipality),
    })),
  }
}

interface Wish {
  readonly untilMonth: string
  readonly today: string
  readonly digid: readonly string[]
  readonly surroundings: ReadonlyMap<string, Surroundings>
}

async function findComparedDesks(db: ReadHandle, scope: JobScope, wish: Wish): Promise<Compared[]> {
  const counted = await countMonths(db, 'desk', wish)
  const weeks = new Map((await findDeskWeeks(db, scope, 'all', wish.today)).map((desk) => [desk.id, desk]))
  const desks = await findDesks(db, scope, [...counted.keys()])
  return desks.flatMap(({ id, libraryId }): Compared[] => {
    const found = counted.get(id)
    if (!found) return []
    const minutes = weeks.get(id)?.week?.minutes
    const hours = minutes === undefined ? undefined : minutes / 60
    // A desk that was closed is no longer counted on after its last month.
    const until = weeks.has(id) ? wish.untilMonth : found.last
    return [
      {
        key: id,
        owner: libraryId,
        watchers: [libraryId],
        classes: [...placeClasses(wish.surroundings.get(libraryId)), hourClass(hours)],
        counts: found.counts,
        months: monthsFrom(found.first, until).length,
        hours: hours || undefined,
        inhabitants: undefined,
      },
    ]
  })
}

async function findComparedMunicipalities(
  db: ReadHandle,
  scope: JobScope,
  wish: Wish,
): Promise<{ readonly told: Compared; readonly whole: Counts }[]> {
  const counted = await countMonths(db, 'municipality', wish)
  const municipalities = await findMunicipalities(db, scope, wish.today)
  const current = new Set(municipalities.map(({ code }) => code))
  const successors = await findSuccessors(db, scope)
  const institutions = await findOrganisationsOfKinds(db, scope, ['support-institution'])
  const served = await findServedAreas(
    db,
    scope,
    institutions.map(({ id }) => id),
  )
  return [...counted].map(([code, { counts, whole, first }]) => {
    const key = municipalityToday(code, current, successors)
    const place = wish.surroundings.get(key)
    const institutionsOf = [...served].flatMap(([id, area]) =>
      area.municipalityCodes.includes(key) ? [institution(id)] : [],
    )
    const told = {
      key,
      owner: key,
      watchers: [key, ...institutionsOf],
      classes: placeClasses(place),
      counts,
      months: monthsFrom(first, wish.untilMonth).length,
      hours: undefined,
      inhabitants: place?.inhabitants || undefined,
    }
    return { told, whole }
  })
}

const institution = (id: string): string => `institution ${id}`

interface CountedMonths {
  readonly counts: Counts
  /** The same, also of the months in which a single desk registered. */
  readonly whole: Counts
  /** The first month of the twelve in which it took part, and the last in which something was counted. */
  readonly first: string
  readonly last: string
}

/**
 * What was counted of every area of a level in the twelve months: of months that tell of one desk only what may be told. The keys
 * are found one by one, since there are hundreds of days to each.
 */
async function countMonths(
  db: ReadHandle,
  level: 'desk' | 'municipality',
  { untilMonth, digid }: Wish,
): Promise<Map<string, CountedMonths>> {
  const from = firstDayOf(addMonths(untilMonth, 1 - comparedMonths))
  const names = Object.keys(countedCells) as CountName[]
  const sumOf = (name: CountName) => {
    const { cells } = countedCells[name]
    return sql.join(
      (cells === 'digid' ? digid : cells).map((cell) => sql`coalesce((cells ->> ${cell})::integer, 0)`),
      sql` + `,
    )
  }
  const isOpen =
    level === 'desk'
      ? sql`true`
      : sql`(select count(*) >= 2 from jsonb_each_text(cells) as part (cell, number)
          where cell like 'desk:%' and number::integer >= ${smallestShown})`
  const sums = names.flatMap((name) => {
    const all = sql`coalesce(sum(${sumOf(name)}), 0)::integer as ${sql.id(name)}`
    return level === 'desk' || !('ofOneDesk' in countedCells[name])
      ? [all]
      : [
          all,
          sql`coalesce(sum(${sumOf(name)}) filter (where is_open), 0)::integer as ${sql.id(`told ${name}`)}`,
        ]
  })
  const { rows } = await sql<Record<string, number> & { key: string; first: string; last: string }>`
    with recursive area (key) as (
      select min(key) from reports.figures where level = ${level}
      union all
      select (select min(key) from reports.figures as figure where figure.level = ${level} and figure.key > area.key)
      from area where key is not null
    )
    select key, to_char(max(starts_on), 'YYYY-MM') as last,
      to_char(greatest(${from}::date, (select min(starts_on) from reports.figures as begun
        where begun.level = ${level} and begun.key = counted.key and begun.grain = 'month')), 'YYYY-MM') as first,
      ${sql.join(sums)}
    from (
      select key, starts_on, cells, ${isOpen} as is_open
      from (
        -- Unpacked once: each cell that is asked of a packed value unpacks it anew, which takes ten times as long.
        select area.key, starts_on, cells || '{}' as cells
        from area,
          lateral (select starts_on, cells from reports.figures as figure
            where figure.level = ${level} and figure.key = area.key and figure.grain = 'month'
              and figure.starts_on between ${from} and ${firstDayOf(untilMonth)} and figure.cells ? 'contacts') as figure
        offset 0
      ) as month
      offset 0
    ) as counted
    group by key`.execute(db)
  const counts = (row: Record<string, number>, lead: '' | 'told '): Counts =>
    Object.fromEntries(names.map((name) => [name, row[`${lead}${name}`] ?? row[name] ?? 0])) as Counts
  return new Map(
    rows.map((row) => [
      row.key,
      { counts: counts(row, 'told '), whole: counts(row, ''), first: row.first, last: row.last },
    ]),
  )
}

/** What belongs together as one, with all that was counted: it begins with the first of them, and all who know one know it. */
function together(parts: readonly Compared[], keyOf: (part: Compared) => string): Compared[] {
  const found = new Map<string, Compared>()
  for (const part of parts) {
    const key = keyOf(part)
    const one = found.get(key)
    found.set(key, {
      ...part,
      key,
      owner: key,
      watchers: [...new Set([key, ...(one?.watchers ?? []), ...part.watchers])],
      counts: one ? addCounts(one.counts, part.counts) : part.counts,
      months: Math.max(one?.months ?? 0, part.months),
    })
  }
  return [...found.values()]
}

const addCounts = (one: Counts, other: Counts): Counts =>
  Object.fromEntries(
    (Object.keys(one) as CountName[]).map((name) => [name, one[name] + other[name]]),
  ) as Counts

/** Of a place: its size, and whether it is urban (CBS's degrees 1 and 2; 0) or less so (1). */
function placeClasses(place: Surroundings | undefined): number[] {
  const urbanity = place?.urbanity ?? 5
  return [sizeClasses.indexOf(sizeClassOf(place?.inhabitants ?? 0)), urbanity < 2.5 ? 0 : 1]
}

/** Hours a week by the classes of figure 7 of the guide, some taken together: not known, fewer than 8, 8 to 32, more. */
function hourClass(hours: number | undefined): number {
  if (!hours) return 0
  if (hours < 8) return 1
  return hours <= 32 ? 2 : 3
}

function inhabitantsOf(
  province: string,
  provinceOf: ReadonlyMap<string, string>,
  surroundings: ReadonlyMap<string, Surroundings>,
): number | undefined {
  const codes = [...provinceOf].flatMap(([code, of]) => (of === province ? [code] : []))
  return codes.reduce((sum, code) => sum + (surroundings.get(code)?.inhabitants ?? 0), 0) || undefined
}
