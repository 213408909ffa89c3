import { sql } from 'kysely'
import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'

/** How many organisations of a kind help people of a municipality, and how many of these take part in its network. */
export interface KindHere {
  readonly kind: string
  readonly inDirectory: number
  readonly inNetwork: number
  /** A few of those that do not take part, by name: to be invited. */
  readonly toInvite: readonly { readonly id: string; readonly name: string }[]
}

const mostToInvite = 3

/**
 * By kind, the organisations that have a place in a municipality or name it as a part of their area, and those in its network. An
 * organisation that helps in the whole country counts only where it has a place.
 */
export async function findKindsHere(
  db: ReadHandle,
  _scope: MunicipalityScope,
  municipalityCode: string,
): Promise<KindHere[]> {
  const { rows } = await sql<Omit<KindHere, 'toInvite'> & Partial<Pick<KindHere, 'toInvite'>>>`
    with here as (
      select partner.id, partner.kind, partner.name, exists (select from directory.network_partners as member
          where member.partner_id = partner.id and member.municipality_code = ${municipalityCode} and member.left_on is null) as takes_part,
        exists (select from directory.locations as location where location.partner_id = partner.id and location.municipality_code = ${municipalityCode})
        or exists (select from directory.services as service
          where service.partner_id = partner.id and service.active and ${municipalityCode} = any (service.municipality_codes)) as is_near
      from directory.partners as partner where partner.ended_on is null)
    select kind, count(*)::integer as "inDirectory", (count(*) filter (where takes_part))::integer as "inNetwork",
      to_jsonb((array_agg(jsonb_build_object('id', id, 'name', name) order by name) filter (where not takes_part))[1:${mostToInvite}::integer]) as "toInvite"
    from here where is_near or takes_part group by kind order by kind`.execute(db)
  return rows.map((row) => ({ ...row, toInvite: row.toInvite ?? [] }))
}
