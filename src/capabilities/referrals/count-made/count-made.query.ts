import { sql } from 'kysely'
import type { LibraryScope, MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { addDays } from '../../../platform/time/local-time.ts'
import { daysOfQuarter, quarterIsTold, quarterOfDay, smallestTold, type Told } from '../referral-figures.ts'

/** The referrals that were made in a quarter; days both included. */
export interface QuarterMade {
  readonly from: string
  readonly until: string
  readonly made: Told
  /** Of those the warm ones: told only where neither these nor the others are too few. */
  readonly warm: Told
}

/**
 * Referrals to partners made in a municipality, by the quarters that lie wholly in a period (days both included) and of which nothing
 * changes any more. A municipality is told what its figures tell; a library its own as they are. Who works for more municipalities
 * sees their sum elsewhere, so of each nothing is told in a quarter in which one of them has too few.
 * @param codes of the municipality, with those that merged into it: of these too the sum is told only where each has none or enough
 */
export async function countMade(
  db: ReadHandle,
  scope: MunicipalityScope | LibraryScope,
  codes: readonly string[],
  period: { readonly from: string; readonly until: string },
  today: string,
): Promise<QuarterMade[]> {
  const together = scope.kind === 'municipality' ? scope.municipalityCodes : []
  const quarters: QuarterMade[] = []
  for (let day = period.from; day <= period.until; ) {
    const { from, until } = daysOfQuarter(quarterOfDay(day))
    day = until
    if (from < period.from || until > addDays(period.until, 1) || !quarterIsTold(until, today)) continue
    const parts = await Promise.all(codes.map((code) => countIn(db, code, from, until)))
    const warm = parts.reduce((sum, part) => sum + part.warm, 0)
    const made = warm + parts.reduce((sum, part) => sum + part.plain, 0)
    const last = addDays(until, -1)
    if (scope.kind === 'library') {
      quarters.push({ from, until: last, made, warm })
      continue
    }
    const others = await Promise.all(
      together.filter((code) => !codes.includes(code)).map((code) => countIn(db, code, from, until)),
    )
    const all = [
      { warm, plain: made - warm },
      ...parts.filter((part) => part.warm + part.plain > 0),
      ...others,
    ]
    const told = all.every((each) => each.warm + each.plain >= smallestTold)
    const kindsTold = told && all.every((each) => Math.min(each.warm, each.plain) >= smallestTold)
    quarters.push({
      from,
      until: last,
      made: told ? made : 'hidden',
      warm: kindsTold ? warm : 'hidden',
    })
  }
  return quarters
}

async function countIn(
  db: ReadHandle,
  municipality: string,
  from: string,
  until: string,
): Promise<{ warm: number; plain: number }> {
  const { rows } = await sql<{ warmth: string; made: number }>`
    select warmth, made from referrals.count_made(${municipality}, ${from}::date, ${until}::date)`.execute(db)
  const of = (kind: string): number => rows.find(({ warmth }) => warmth === kind)?.made ?? 0
  return { warm: of('warm'), plain: of('plain') }
}
