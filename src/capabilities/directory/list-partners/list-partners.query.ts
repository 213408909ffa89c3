import { sql } from 'kysely'
import type { DeskScope, NationalScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { rowsPerPage } from '../../../platform/http/paging.ts'
import type { PartnerKind } from '../partner.ts'

export interface PartnerRow {
  readonly id: string
  readonly name: string
  readonly kind: PartnerKind
  readonly town: string | null
  readonly services: number
  readonly reviewOn: string
  readonly endedOn: string | null
  readonly agreed: boolean
}

/**
 * One page of the entries that somebody keeps, by name, and how many there are in all. With `agreed` also those of others
 * with whom the library has an agreement.
 */
export async function listPartners(
  db: ReadHandle,
  scope: DeskScope | NationalScope,
  { words, page }: { readonly words: string; readonly page: number },
): Promise<{ rows: PartnerRow[]; total: number }> {
  const libraryId = scope.kind === 'desk' ? scope.libraryId : null
  const agreed = sql<boolean>`exists (select from directory.agreements a where a.partner_id = partner.id and a.library_id = ${libraryId}::uuid)`
  let query = db
    .selectFrom('directory.partners as partner')
    .where((where) =>
      libraryId === null
        ? where('partner.library_id', 'is', null)
        : where.or([where('partner.library_id', '=', libraryId), agreed]),
    )
  for (const word of words.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 6))
    query = query.where(
      sql<boolean>`strpos(lower(partner.name || ' ' || coalesce(partner.short_name, '')), ${word}) > 0`,
    )
  const rows = await query
    .select([
      'partner.id',
      'partner.name',
      'partner.kind',
      'partner.review_on as reviewOn',
      'partner.ended_on as endedOn',
      agreed.as('agreed'),
      sql<string | null>`(select min(l.town) from directory.locations l where l.partner_id = partner.id)`.as(
        'town',
      ),
      sql<number>`(select count(*)::int from directory.services s where s.partner_id = partner.id and s.active)`.as(
        'services',
      ),
    ])
    .orderBy(sql`partner.ended_on is not null`)
    .orderBy('partner.name')
    .orderBy('partner.id')
    .limit(rowsPerPage)
    .offset((page - 1) * rowsPerPage)
    .execute()
  const { total } = await query.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  return { rows: rows.map((row) => ({ ...row, kind: row.kind as PartnerKind })), total }
}
