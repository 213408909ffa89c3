import { sql } from 'kysely'
import type { MunicipalityScope, Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { findGoverned } from '../../organisations/public.ts'
import type { Booking, BookingKind, Purpose } from '../booking.ts'
import type { KnownAmount } from '../grant.ts'
import type { Scheme, SchemeKind } from '../scheme.ts'
import type { YearAccount, YearBalance } from '../year-account.ts'
import { accountOfYear, type MoneyFacts, type YearWithMoney, yearsWithMoney } from '../year-chain.ts'

/**
 * The account of a municipality in a year, with all it follows from.
 * @param today the local day: until it is over, a year has a forecast
 */
export async function readYearAccount(
  db: ReadHandle,
  scope: MunicipalityScope,
  municipalityCode: string,
  year: number,
  today: string,
): Promise<YearAccount> {
  return accountOfYear(await readMoneyFacts(db, scope), municipalityCode, year, today)
}

/** The years of a municipality that one may look at, the latest first. */
export async function findYearsWithMoney(
  db: ReadHandle,
  scope: MunicipalityScope,
  municipalityCode: string,
  today: string,
): Promise<YearWithMoney[]> {
  return yearsWithMoney(await readMoneyFacts(db, scope), municipalityCode, today)
}

/** Everything that was kept of the municipalities of a scope and those that merged into them: some hundreds of rows a year. */
export async function readMoneyFacts(db: ReadHandle, scope: MunicipalityScope): Promise<MoneyFacts> {
  const municipalities = await findGoverned(db, scope)
  const codes = municipalities.map(({ code }) => code)
  return {
    municipalities,
    schemes: await findSchemes(db, scope),
    amounts: await findAmounts(db, scope, codes),
    choices: await findChoices(db, codes),
    signed: await findSigned(db, codes),
    bookings: await findBookings(db, scope, codes),
  }
}

/** All schemes, by year. */
export async function findSchemes(db: ReadHandle, _scope: Scope): Promise<Scheme[]> {
  const rows = await db
    .selectFrom('funding.schemes')
    .select([
      'id',
      'name',
      'kind',
      'provider',
      'legal_basis as legalBasis',
      'first_year as firstYear',
      'last_year as lastYear',
      'cents_per_inhabitant as centsPerInhabitant',
      'inhabitants_on as inhabitantsOn',
      'cents_per_less_educated as centsPerLessEducated',
      'advance_percent as advancePercent',
      'carry_over_percent as carryOverPercent',
      'accounts_to_nation as accountsToNation',
      'code',
      'deadline',
      'audit_kinds as auditKinds',
      'source',
      'version',
    ])
    .orderBy('first_year')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as SchemeKind }))
}

/** What is known of the amounts of these municipalities. */
export async function findAmounts(
  db: ReadHandle,
  _scope: Scope,
  codes: readonly string[],
): Promise<KnownAmount[]> {
  if (codes.length === 0) return []
  const rows = await db
    .selectFrom('funding.amounts')
    .select([
      'scheme_id as schemeId',
      'municipality_code as municipalityCode',
      'from_year as fromYear',
      'inhabitants',
      'less_educated as lessEducated',
      'amount_cents as amountCents',
      'source',
      'source_note as sourceNote',
      'version',
    ])
    .where('municipality_code', 'in', codes)
    .execute()
  return rows.map((row) => ({ ...row, source: row.source as KnownAmount['source'] }))
}

function findChoices(db: ReadHandle, codes: readonly string[]) {
  return db
    .selectFrom('funding.years')
    .select([
      'municipality_code as municipalityCode',
      'year',
      'carried_in_cents as carriedInCents',
      'reserve_cents as reserveCents',
      'version',
    ])
    .where('municipality_code', 'in', codes)
    .execute()
}

async function findSigned(db: ReadHandle, codes: readonly string[]): Promise<MoneyFacts['signed']> {
  return db
    .selectFrom('funding.statements')
    .select([
      'municipality_code as municipalityCode',
      'year',
      sql<YearBalance>`figures -> 'balance'`.as('balance'),
    ])
    .where('municipality_code', 'in', codes)
    .where('state', '=', 'signed')
    .execute()
}

/** All bookings of these municipalities, by day; those that were struck out too. */
export async function findBookings(
  db: ReadHandle,
  _scope: MunicipalityScope,
  codes: readonly string[],
): Promise<Booking[]> {
  if (codes.length === 0) return []
  const rows = await db
    .selectFrom('funding.bookings')
    .select([
      'id',
      'municipality_code as municipalityCode',
      'year',
      'day',
      'kind',
      'purpose',
      'library_id as libraryId',
      'commitment_id as commitmentId',
      'shared_cost_id as sharedCostId',
      'description',
      'amount_cents as amountCents',
      'after_signing as afterSigning',
      'reason',
      'struck_out_at as struckOutAt',
      'struck_out_reason as struckOutReason',
      'version',
    ])
    .where('municipality_code', 'in', codes)
    .orderBy('day')
    .orderBy('id')
    .execute()
  return rows.map(({ struckOutAt, ...row }) => ({
    ...row,
    kind: row.kind as BookingKind,
    purpose: row.purpose as Purpose,
    isStruckOut: struckOutAt !== null,
  }))
}
