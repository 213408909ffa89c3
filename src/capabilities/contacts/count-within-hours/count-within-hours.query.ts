import { sql } from 'kysely'
import type { DeskScope, JobScope, LibraryScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'

/** When a desk was open to visitors, as milliseconds since 1970, the end exclusive. */
export interface OpenDesk {
  readonly deskId: string
  readonly openings: readonly (readonly [number, number])[]
}

/** Of the contacts of a desk of which the time is known: how many there are, and how many while it was open. */
export interface WithinHours {
  readonly deskId: string
  readonly municipalityCode: string
  readonly timed: number
  readonly within: number
}

/**
 * Counts contacts within the opening hours of these desks, by where the desk stood, over days (both inclusive). The hours of a desk
 * are one multirange, in which a moment is found by halving: a year of openings times a year of contacts took seconds.
 * @param municipalityCodes only there; undefined: wherever the desks stood
 */
export async function countWithinHours(
  db: ReadHandle,
  _scope: DeskScope | LibraryScope | JobScope,
  { from, until }: { readonly from: string; readonly until: string },
  desks: readonly OpenDesk[],
  municipalityCodes?: readonly string[],
): Promise<WithinHours[]> {
  const { rows } = await sql<WithinHours>`
    with open as (
      select "deskId" as desk_id,
        range_agg(tstzrange(to_timestamp((opening ->> 0)::float8 / 1000), to_timestamp((opening ->> 1)::float8 / 1000))) as hours
      from jsonb_to_recordset(${JSON.stringify(desks)}::jsonb) as desk ("deskId" uuid, openings jsonb), jsonb_array_elements(openings) as opening
      group by "deskId"
    )
    select contact.desk_id as "deskId", municipality_code as "municipalityCode", count(*)::integer as timed,
      (count(*) filter (where occurred_at <@ hours))::integer as within
    from contacts.contacts as contact left join open on open.desk_id = contact.desk_id
    where contact.desk_id = any(${desks.map(({ deskId }) => deskId)}::uuid[]) and occurred_on between ${from}::date and ${until}::date
      and deleted_at is null and time_known
      and (${municipalityCodes ?? null}::text[] is null or municipality_code = any(${municipalityCodes ?? null}::text[]))
    group by contact.desk_id, municipality_code`.execute(db)
  return rows
}
