import type { Selectable } from 'kysely'
import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { DB } from '../../../platform/database/schema.generated.ts'
import type { ContactPerson, Partner, PartnerKind, PartnerLocation } from '../partner.ts'

/** An organisation of the directory by its id, also one that has ended. */
export async function findPartner(db: ReadHandle, scope: Scope, id: string): Promise<Partner | undefined> {
  return (await findPartners(db, scope, [id]))[0]
}

export async function findPartners(
  db: ReadHandle,
  _scope: Scope,
  ids: readonly string[],
): Promise<Partner[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('directory.partners')
    .select(partnerColumns)
    .where('id', 'in', ids)
    .execute()
  return rows.map(partnerOf)
}

/** The places of partners, ended ones as well; in the order in which they were added. */
export async function findLocations(
  db: ReadHandle,
  _scope: Scope,
  partnerIds: readonly string[],
): Promise<PartnerLocation[]> {
  if (partnerIds.length === 0) return []
  const rows = await db
    .selectFrom('directory.locations')
    .selectAll()
    .where('partner_id', 'in', partnerIds)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    partnerId: row.partner_id,
    name: row.name,
    street: row.street,
    houseNumber: row.house_number,
    postcode: row.postcode,
    town: row.town,
    municipalityCode: row.municipality_code,
    latitude: row.latitude,
    longitude: row.longitude,
    stepFree: row.step_free,
    note: row.note,
    version: row.version,
  }))
}

/** Whom to call at a partner, as far as the scope may know, by name. */
export async function findContactPersons(
  db: ReadHandle,
  _scope: Scope,
  partnerId: string,
): Promise<ContactPerson[]> {
  const rows = await db
    .selectFrom('directory.contact_persons')
    .selectAll()
    .where('partner_id', '=', partnerId)
    .where('active', '=', true)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    partnerId: row.partner_id,
    libraryId: row.library_id,
    name: row.name,
    role: row.role,
    email: row.email,
    phone: row.phone,
    version: row.version,
  }))
}

const partnerColumns = [
  'id',
  'library_id',
  'organisation_id',
  'kind',
  'name',
  'short_name',
  'description',
  'website',
  'email',
  'phone',
  'keeper_account_id',
  'review_on',
  'confirmed_on',
  'source',
  'version',
  'ended_on',
  'made_up',
] as const satisfies readonly (keyof DB['directory.partners'])[]

function partnerOf(
  row: Pick<Selectable<DB['directory.partners']>, (typeof partnerColumns)[number]>,
): Partner {
  return {
    id: row.id,
    libraryId: row.library_id,
    organisationId: row.organisation_id,
    kind: row.kind as PartnerKind,
    name: row.name,
    shortName: row.short_name,
    description: row.description,
    website: row.website,
    email: row.email,
    phone: row.phone,
    keeperAccountId: row.keeper_account_id,
    reviewOn: row.review_on,
    confirmedOn: row.confirmed_on,
    source: row.source,
    version: row.version,
    endedOn: row.ended_on,
    madeUp: row.made_up,
  }
}
