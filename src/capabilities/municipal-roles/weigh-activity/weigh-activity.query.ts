import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { findDesksToPayFor } from '../../desks/public.ts'
import { findSuccessors } from '../../organisations/public.ts'
import { codesEver, type Followed, followMonths } from '../../reports/public.ts'
import type { Activity } from '../activity.ts'
import { type FourWeeks, type ToldWeeks, tellWeeks, weeksAround } from '../before-after.ts'

/** The contacts before and after an activity, and in the same weeks a year earlier. */
export interface WeighedActivity {
  readonly before: ToldWeeks
  readonly after: ToldWeeks
  readonly beforeYearAgo: ToldWeeks
  readonly afterYearAgo: ToldWeeks
}

/** Counts the contacts around an activity, of the desks it was for together; of all in the municipality when it was for none. */
export async function weighActivity(
  db: ReadHandle,
  scope: MunicipalityScope,
  municipalityCode: string,
  { startsOn, deskIds }: Pick<Activity, 'startsOn' | 'deskIds'>,
  today: string,
): Promise<WeighedActivity> {
  const followed = await followedOf(db, scope, municipalityCode, deskIds)
  const count = async (weeks: FourWeeks): Promise<ToldWeeks> => {
    const counts: (number | undefined)[] = []
    for (const week of weeks) {
      if (week.until >= today) {
        counts.push(undefined)
        continue
      }
      let contacts = 0
      for (const each of followed)
        for (const totals of (await followMonths(db, scope, each, week)).values()) contacts += totals.contacts
      counts.push(contacts)
    }
    return tellWeeks(counts)
  }
  const { before, after, beforeYearAgo, afterYearAgo } = weeksAround(startsOn)
  return {
    before: await count(before),
    after: await count(after),
    beforeYearAgo: await count(beforeYearAgo),
    afterYearAgo: await count(afterYearAgo),
  }
}

/** A desk that stands here counts with the municipality, one that is paid for elsewhere with what is paid for. */
async function followedOf(
  db: ReadHandle,
  scope: MunicipalityScope,
  municipalityCode: string,
  deskIds: readonly string[],
): Promise<Followed[]> {
  const codes = codesEver([municipalityCode], await findSuccessors(db, scope))
  const areas = codes.map((key) => ({ level: 'municipality' as const, key }))
  if (deskIds.length === 0) return [{ areas }]
  const desks = (await findDesksToPayFor(db, scope, [], deskIds)).filter(({ id }) => deskIds.includes(id))
  const here = desks.filter((desk) => codes.includes(desk.municipalityCode)).map(({ id }) => id)
  const elsewhere = deskIds.filter((id) => !here.includes(id))
  return [
    ...(here.length > 0 ? [{ areas, deskIds: here }] : []),
    ...(elsewhere.length > 0
      ? [{ areas: [{ level: 'financed' as const, key: municipalityCode }], deskIds: elsewhere }]
      : []),
  ]
}
