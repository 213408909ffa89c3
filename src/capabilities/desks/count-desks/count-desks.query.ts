import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { zone } from '../../../platform/time/local-time.ts'
import type { WhichDesks } from '../find-desk-weeks/find-desk-weeks.query.ts'

/**
 * How many desks stood in Balie at the end of each of these days, in their order: figure 6 of the guide (§ 2.2.3). When a desk
 * began before it came to Balie is not known. A desk that is away, nobody knows since when, counts on no day.
 */
export async function countDesksOnDays(
  db: ReadHandle,
  _scope: Scope,
  which: WhichDesks,
  days: readonly string[],
): Promise<number[]> {
  const { rows } = await sql<{ count: number }>`
    select count(desk.id)::int as count
    from unnest(${days}::date[]) with ordinality as asked (day, position)
    left join desks.desks as desk on ${meant(which)}
      and (desk.created_at at time zone ${zone})::date <= asked.day
      and (desk.active or desk.closed_on > asked.day)
    group by position order by position`.execute(db)
  return rows.map(({ count }) => count)
}

/** Who stands at the desks that are open, in people: figure 8 of the guide (§ 2.2.4). */
export interface Staff {
  readonly employees: number
  readonly volunteers: number
  readonly partners: number
  /** Of how many desks none of the three is known. */
  readonly unknown: number
}

export async function countStaff(db: ReadHandle, _scope: Scope, which: WhichDesks): Promise<Staff> {
  const { rows } = await sql<Staff>`
    select coalesce(sum(employees), 0)::int as employees, coalesce(sum(volunteers), 0)::int as volunteers,
      coalesce(sum(partner_staff), 0)::int as partners,
      (count(*) filter (where employees is null and volunteers is null and partner_staff is null))::int as unknown
    from desks.desks as desk where desk.active and ${meant(which)}`.execute(db)
  return rows[0] ?? { employees: 0, volunteers: 0, partners: 0, unknown: 0 }
}

function meant(which: WhichDesks): RawBuilder<boolean> {
  if (which === 'all') return sql<boolean>`true`
  if ('ids' in which) return sql<boolean>`desk.id = any(${which.ids}::uuid[])`
  if ('libraryId' in which) return sql<boolean>`desk.library_id = ${which.libraryId}`
  if ('motherDeskId' in which)
    return sql<boolean>`(desk.id = ${which.motherDeskId} or desk.mother_desk_id = ${which.motherDeskId})`
  return sql<boolean>`desk.municipality_code = any(${which.municipalityCodes}::text[])`
}
