import { sql } from 'kysely'
import type { LibraryScope, MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { findMunicipalitiesOfAllDays, findOrganisations } from '../../organisations/public.ts'
import type { Agreement, AgreementKind, AgreementStatus } from '../agreement.ts'

/** An agreement with the names of who takes part. */
export interface NamedAgreement extends Agreement {
  readonly municipality: string
  /** Empty while no library was chosen. */
  readonly library: string
  readonly partyNames: readonly string[]
  /** A version was agreed, and others than who keeps it read it. */
  readonly wasAgreed: boolean
  readonly versions: number
}

/**
 * The agreements that a municipality keeps, and those that others keep with it and that were agreed; of a library those that were
 * agreed with it. What runs first, then what ended; the newest first.
 */
export async function findAgreements(
  db: ReadHandle,
  scope: MunicipalityScope | LibraryScope,
  municipality?: { readonly code: string },
): Promise<NamedAgreement[]> {
  let query = agreementsFrom(db)
  if (scope.kind === 'library') query = query.where('agreement.library_id', '=', scope.libraryId)
  if (municipality)
    query = query.where((eb) =>
      eb.or([
        eb('agreement.municipality_code', '=', municipality.code),
        eb.exists(
          eb
            .selectFrom('agreements.parties as party')
            .select('party.agreement_id')
            .whereRef('party.agreement_id', '=', 'agreement.id')
            .where('party.municipality_code', '=', municipality.code),
        ),
      ]),
    )
  const rows = await query
    .orderBy((eb) => eb('agreement.status', '=', 'ended'))
    .orderBy('agreement.created_at', 'desc')
    .execute()
  return nameAll(db, scope, rows)
}

/** One agreement that the scope may see. */
export async function findAgreement(
  db: ReadHandle,
  scope: MunicipalityScope | LibraryScope,
  id: string,
): Promise<NamedAgreement | undefined> {
  let query = agreementsFrom(db).where('agreement.id', '=', id)
  if (scope.kind === 'library') query = query.where('agreement.library_id', '=', scope.libraryId)
  return (await nameAll(db, scope, await query.execute()))[0]
}

const agreementsFrom = (db: ReadHandle) =>
  db.selectFrom('agreements.agreements as agreement').select([
    'agreement.id',
    'agreement.municipality_code as municipalityCode',
    'agreement.kind',
    'agreement.title',
    'agreement.library_id as libraryId',
    'agreement.status',
    'agreement.from_day as fromDay',
    'agreement.until_day as untilDay',
    'agreement.notice_months as noticeMonths',
    'agreement.review_on as reviewOn',
    'agreement.ended_on as endedOn',
    'agreement.version',
    sql<boolean>`exists (select from agreements.versions version
        where version.agreement_id = agreement.id and version.agreed_on is not null)`.as('wasAgreed'),
    sql<number>`(select count(*)::int from agreements.versions version where version.agreement_id = agreement.id)`.as(
      'versions',
    ),
  ])

type Row = Awaited<ReturnType<ReturnType<typeof agreementsFrom>['execute']>>[number]

async function nameAll(
  db: ReadHandle,
  scope: MunicipalityScope | LibraryScope,
  rows: readonly Row[],
): Promise<NamedAgreement[]> {
  if (rows.length === 0) return []
  const parties = await db
    .selectFrom('agreements.parties')
    .select(['agreement_id as agreementId', 'municipality_code as code'])
    .where(
      'agreement_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('municipality_code')
    .execute()
  const municipalities = await findMunicipalitiesOfAllDays(db, scope)
  const nameOf = new Map(municipalities.map(({ code, name }) => [code, name]))
  const libraries = await findOrganisations(
    db,
    scope,
    rows.flatMap(({ libraryId }) => libraryId ?? []),
  )
  const libraryOf = new Map(libraries.map(({ id, name }) => [id, name]))
  return rows.map((row) => {
    const codes = parties.filter(({ agreementId }) => agreementId === row.id).map(({ code }) => code)
    return {
      ...row,
      kind: row.kind as AgreementKind,
      status: row.status as AgreementStatus,
      parties: codes,
      municipality: nameOf.get(row.municipalityCode) ?? row.municipalityCode,
      library: (row.libraryId && libraryOf.get(row.libraryId)) || '',
      partyNames: codes.map((code) => nameOf.get(code) ?? code),
    }
  })
}
