import { sql } from 'kysely'
import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { CountedSent } from '../sent-figures.ts'

/**
 * Whom the counters of a municipality sent to desks in the days from `from` until before `until`, by quarter and desk: counts of
 * those that came from people with an account of the municipality. Who shows them hides what is small (sent-figures.ts).
 */
export async function countSent(
  db: ReadHandle,
  _scope: MunicipalityScope,
  municipalityCode: string,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<CountedSent[]> {
  const { rows } = await sql<CountedSent>`
    select quarter, desk_id as "deskId", made, came, helped, refused, running
    from referrals.count_sent(${from}::date, ${until}::date) where municipality_code = ${municipalityCode}`.execute(
    db,
  )
  return rows
}
