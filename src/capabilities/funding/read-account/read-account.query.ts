import type { LibraryScope, MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { findOrganisations } from '../../organisations/public.ts'
import { type Account, indicatorsOf, librariesOf } from '../account.ts'
import type { Correction, CountedIndicator } from '../indicators.ts'
import { type MunicipalityInYear, readCounts } from '../read-counts/read-counts.query.ts'
import { readYearAccount } from '../read-year-account/read-year-account.query.ts'
import type { LibraryPart, PartState, SignedFigures, SignedStatement } from '../statement.ts'

/** The account of a municipality over a year, as it stands now, and what was signed of it. */
export async function readAccount(
  db: ReadHandle,
  scope: MunicipalityScope,
  municipality: MunicipalityInYear,
  year: number,
  today: string,
): Promise<Account> {
  const money = await readYearAccount(db, scope, municipality.code, year, today)
  const counted = await readCounts(db, scope, municipality, year)
  const corrections = await findCorrections(db, scope, municipality.code, year)
  const parts = await findParts(db, scope, municipality.code, year)
  const asked = parts.map(({ libraryId }) => libraryId)
  const more = await findOrganisations(
    db,
    scope,
    asked.filter((id) => !counted.names.libraries.has(id)),
  )
  const counts = {
    ...counted,
    names: {
      ...counted.names,
      libraries: new Map([...counted.names.libraries, ...more.map(({ id, name }) => [id, name] as const)]),
    },
  }
  return {
    municipality,
    year,
    money,
    counts,
    corrections,
    indicators: indicatorsOf(money, counts, corrections),
    libraries: librariesOf(counts, parts),
    statement: await findStatement(db, scope, municipality.code, year),
  }
}

/** The corrections by hand that hold, the oldest first. */
export async function findCorrections(
  db: ReadHandle,
  _scope: MunicipalityScope,
  municipalityCode: string,
  year: number,
): Promise<Correction[]> {
  const rows = await db
    .selectFrom('funding.indicator_corrections')
    .select(['id', 'indicator', 'value', 'counted', 'reason', 'made_at as madeAt'])
    .where('municipality_code', '=', municipalityCode)
    .where('year', '=', year)
    .where('withdrawn_at', 'is', null)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  return rows.map(({ madeAt, indicator, ...row }) => ({
    ...row,
    indicator: indicator as CountedIndicator,
    madeOn: localDay(madeAt),
  }))
}

/** What was asked of libraries and what they answered. */
export async function findParts(
  db: ReadHandle,
  _scope: MunicipalityScope | LibraryScope,
  municipalityCode: string,
  year: number,
): Promise<LibraryPart[]> {
  const rows = await db
    .selectFrom('funding.library_parts')
    .select([
      'id',
      'library_id as libraryId',
      'state',
      'desks',
      'questions',
      'materials',
      'remark',
      'asked_at as askedAt',
      'answered_at as answeredAt',
      'version',
    ])
    .where('municipality_code', '=', municipalityCode)
    .where('year', '=', year)
    .execute()
  return rows.map(({ askedAt, answeredAt, state, ...row }) => ({
    ...row,
    state: state as PartState,
    askedOn: localDay(askedAt),
    answeredOn: answeredAt && localDay(answeredAt),
  }))
}

/** What was signed; undefined while the year is open. */
export async function findStatement(
  db: ReadHandle,
  _scope: MunicipalityScope,
  municipalityCode: string,
  year: number,
): Promise<SignedStatement | undefined> {
  const row = await db
    .selectFrom('funding.statements')
    .select(['figures', 'signed_at as signedAt', 'signed_as as signedAs'])
    .where('municipality_code', '=', municipalityCode)
    .where('year', '=', year)
    .where('state', '=', 'signed')
    .executeTakeFirst()
  return row?.signedAt
    ? {
        figures: row.figures as unknown as SignedFigures,
        signedOn: localDay(row.signedAt),
        signedAs: row.signedAs,
      }
    : undefined
}

/** The years of which one may account, the latest first: from the first scheme on, as long as the municipality was there. */
export async function findAccountYears(
  db: ReadHandle,
  _scope: MunicipalityScope,
  today: string,
): Promise<number[]> {
  const row = await db
    .selectFrom('funding.schemes')
    .select((eb) => eb.fn.min('first_year').as('first'))
    .executeTakeFirst()
  const last = Number(today.slice(0, 4))
  const first = Math.min(row?.first ?? last - 1, last - 1)
  return Array.from({ length: last - first + 1 }, (_, index) => last - index)
}
