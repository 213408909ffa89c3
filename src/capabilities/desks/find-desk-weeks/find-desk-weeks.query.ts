import { sql } from 'kysely'
import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { addDays } from '../../../platform/time/local-time.ts'
import type { DeskKind } from '../desk.ts'
import {
  type AverageWeek,
  averageWeek,
  countedDays,
  isAtDesk,
  isByTelephone,
  minutesAWeek,
} from '../hours-week.ts'
import { type DeskHours, ordinaryOn } from '../opening-hours.ts'
import { findHours, noHours } from '../read-hours/read-hours.query.ts'

/** Which desks: these, those of a library, those that stand in these municipalities, a desk with its children, or all. */
export type WhichDesks =
  | { readonly ids: readonly string[] }
  | { readonly libraryId: string }
  | { readonly municipalityCodes: readonly string[] }
  | { readonly motherDeskId: string }
  | 'all'

/** What the weeks of a desk come to. */
export interface DeskWeeks {
  /** In the ordinary week of now; undefined for a desk without one, as a bus. */
  readonly usualMinutes: number | undefined
  /** On average over a year, of what it is: at the desk, or of a telephone desk by telephone. Undefined when no hours are known. */
  readonly week: AverageWeek | undefined
  /** On average by telephone. */
  readonly telephoneMinutes: number
}

export interface DeskWithWeeks extends DeskWeeks {
  readonly id: string
  /** By which its public address knows it. */
  readonly code: string
  readonly name: string
}

/**
 * The desks that are open to visitors with what their weeks come to, by name. A desk that moves stands in its own
 * municipality. What was counted is kept as long as the day and the hours of the desk stay the same.
 */
export async function findDeskWeeks(
  db: ReadHandle,
  scope: Scope,
  which: WhichDesks,
  today: string,
): Promise<DeskWithWeeks[]> {
  const desks = await findOpenDesks(db, which)
  const versions = await findVersions(
    db,
    desks.map(({ id }) => id),
  )
  const marks = new Map(desks.map(({ id, kind }) => [id, `${today} ${kind} ${versions.get(id)}`]))
  const stale = desks.filter(({ id }) => kept.get(id)?.mark !== marks.get(id))
  // Some at a time: others get their turn while a nation is counted.
  for (let from = 0; from < stale.length; from += atOnce) {
    const some = stale.slice(from, from + atOnce)
    const ids = some.map(({ id }) => id)
    // A day more than the 52 weeks that count: a desk counts from the first day of which something is known.
    const hours = await findHours(db, scope, ids, addDays(today, -365))
    for (const { id, kind } of some)
      kept.set(id, { mark: marks.get(id) ?? '', weeks: weeksOf(kind, hours.get(id) ?? noHours, today) })
  }
  return desks.map(({ id, code, name }) => ({ id, code, name, ...(kept.get(id)?.weeks ?? unknown) }))
}

const atOnce = 50

/** By desk, and what the day, its kind and its hours were. A desk has one line, and is never taken away. */
const kept = new Map<string, { readonly mark: string; readonly weeks: DeskWeeks }>()

const unknown: DeskWeeks = { usualMinutes: undefined, week: undefined, telephoneMinutes: 0 }

async function findOpenDesks(
  db: ReadHandle,
  which: WhichDesks,
): Promise<{ id: string; code: string; name: string; kind: DeskKind }[]> {
  let desks = db
    .selectFrom('desks.desks')
    .select(['id', 'code', 'name', 'kind'])
    .where('active', '=', true)
    .orderBy('name')
    .orderBy('id')
  if (which !== 'all') {
    if ('ids' in which) desks = desks.where(sql<boolean>`id = any(${which.ids}::uuid[])`)
    else if ('libraryId' in which) desks = desks.where('library_id', '=', which.libraryId)
    else if ('motherDeskId' in which) {
      const { motherDeskId } = which
      desks = desks.where((eb) =>
        eb.or([eb('id', '=', motherDeskId), eb('mother_desk_id', '=', motherDeskId)]),
      )
    } else desks = desks.where(sql<boolean>`municipality_code = any(${which.municipalityCodes}::text[])`)
  }
  const rows = await desks.execute()
  return rows.map((row) => ({ ...row, kind: row.kind as DeskKind }))
}

/** What becomes different as soon as a row of the hours of a desk does, whoever wrote it: xmin is the write that made the row. */
async function findVersions(db: ReadHandle, deskIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; version: string }>`
    select desk_id as id, string_agg(sum::text, ' ' order by part) as version
    from (
      select 1 as part, desk_id, sum(hashtextextended(id::text || xmin::text, 0)) from desks.timetables
      where desk_id = any(${deskIds}::uuid[]) group by desk_id
      union all
      select 2, desk_id, sum(hashtextextended(id::text || xmin::text, 0)) from desks.hours
      where desk_id = any(${deskIds}::uuid[]) group by desk_id
    ) as parts
    group by desk_id`.execute(db)
  return new Map(rows.map(({ id, version }) => [id, version]))
}

function weeksOf(kind: DeskKind, hours: DeskHours, today: string): DeskWeeks {
  const isOwn = kind === 'telephone' ? isByTelephone : isAtDesk
  const days = countedDays(hours, today)
  const ordinary = ordinaryOn(hours, today)
  const hasTelephone = [...hours.timetables.flatMap((timetable) => timetable.hours), ...hours.dated].some(
    isByTelephone,
  )
  return {
    usualMinutes: ordinary && minutesAWeek(ordinary.hours, isOwn),
    week: days && averageWeek(hours, days, isOwn),
    telephoneMinutes: days && hasTelephone ? averageWeek(hours, days, isByTelephone).minutes : 0,
  }
}
