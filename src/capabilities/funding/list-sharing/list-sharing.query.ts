import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { findMunicipalitiesOfAllDays } from '../../organisations/public.ts'
import type { BookingKind, Purpose } from '../booking.ts'
import type { KeyKind, SharedCost, SharingKey } from '../sharing.ts'

/** The keys that one of these municipalities made or has a part in, by name, with all their parts. */
export async function findSharingKeys(db: ReadHandle, scope: MunicipalityScope): Promise<SharingKey[]> {
  const keys = await db
    .selectFrom('funding.sharing_keys')
    .select([
      'id',
      'library_id as libraryId',
      'made_by as madeBy',
      'name',
      'kind',
      'from_year as fromYear',
      'until_year as untilYear',
      'version',
    ])
    .orderBy('name')
    .execute()
  if (keys.length === 0) return []
  const parts = await db
    .selectFrom('funding.sharing_parts')
    .select(['key_id as keyId', 'municipality_code as municipalityCode', 'basis'])
    .where(
      'key_id',
      'in',
      keys.map(({ id }) => id),
    )
    .execute()
  const names = new Map(
    (await findMunicipalitiesOfAllDays(db, scope)).map(({ code, name }) => [code, name] as const),
  )
  return keys.map((key) => ({
    ...key,
    kind: key.kind as KeyKind,
    parts: parts
      .filter(({ keyId }) => keyId === key.id)
      .map(({ municipalityCode, basis }) => ({
        municipalityCode,
        municipality: names.get(municipalityCode) ?? municipalityCode,
        basis,
      }))
      .toSorted((one, other) => one.municipality.localeCompare(other.municipality, 'nl')),
  }))
}

/** The costs of a year that are shared by a key of this municipality, the latest first. */
export async function findSharedCosts(
  db: ReadHandle,
  _scope: MunicipalityScope,
  municipalityCode: string,
  year: number,
): Promise<SharedCost[]> {
  const rows = await db
    .selectFrom('funding.shared_costs as cost')
    .innerJoin('funding.sharing_keys as key', 'key.id', 'cost.key_id')
    .select([
      'cost.id',
      'cost.key_id as keyId',
      'key.name as keyName',
      'key.library_id as libraryId',
      'cost.year',
      'cost.day',
      'cost.purpose',
      'cost.kind',
      'cost.description',
      'cost.amount_cents as amountCents',
      'cost.parts',
      'cost.made_by as madeBy',
      'cost.withdrawn_at as withdrawnAt',
    ])
    .where('cost.year', '=', year)
    .orderBy('cost.day', 'desc')
    .orderBy('cost.id', 'desc')
    .execute()
  return rows
    .map(({ withdrawnAt, ...row }) => ({
      ...row,
      purpose: row.purpose as Purpose,
      kind: row.kind as BookingKind,
      parts: row.parts as Readonly<Record<string, number>>,
      isWithdrawn: withdrawnAt !== null,
    }))
    .filter(({ parts, madeBy }) => municipalityCode in parts || madeBy === municipalityCode)
}
