import { sql } from 'kysely'
import type {
  DesksScope,
  LibraryScope,
  MunicipalityScope,
  NationalScope,
} from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Language } from '../../../platform/i18n/translate.ts'
import { findPartners } from '../../directory/public.ts'
import { readListsOfAllDays } from '../../lists/public.ts'
import { type CountedReferrals, daysOfQuarter } from '../referral-figures.ts'

export type FiguresScope = DesksScope | LibraryScope | MunicipalityScope | NationalScope

/** The referrals of a quarter, counted by kind, partner and topic within what the scope may count; no row of anybody. @param today whose term has not run out is not silent yet */
export async function countReferrals(
  db: ReadHandle,
  _scope: FiguresScope,
  quarter: string,
  today: string,
): Promise<CountedReferrals[]> {
  const { from, until } = daysOfQuarter(quarter)
  const { rows } = await sql<CountedReferrals>`
    select warmth, partner_id as "partnerId", topic_code as "topicCode", made, helped, came, refused, silent, running, other,
      answered_in as "answeredIn"
    from referrals.count_referrals(${from}::date, ${until}::date, ${today}::date)`.execute(db)
  return rows
}

/** What partners and topics are called, by id and by code. */
export async function nameCounted(
  db: ReadHandle,
  scope: FiguresScope,
  counted: readonly CountedReferrals[],
  language: Language,
): Promise<{ readonly partners: ReadonlyMap<string, string>; readonly topics: ReadonlyMap<string, string> }> {
  const ids = [...new Set(counted.map(({ partnerId }) => partnerId))]
  const { topics } = await readListsOfAllDays(db, scope, 'all')
  return {
    partners: new Map((await findPartners(db, scope, ids)).map(({ id, name }) => [id, name])),
    topics: new Map(topics.map(({ code, labels }) => [code, labels[language]])),
  }
}
