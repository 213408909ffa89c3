import { randomUUID } from 'node:crypto'
import type pg from 'pg'

export interface AddedEntry {
  readonly partner: string
  readonly service: string
}

/** Puts an organisation with one service in the directory, as it could have stood there for long. */
export async function addEntry(
  owner: pg.Client,
  entry: {
    readonly name?: string
    readonly libraryId?: string | null
    readonly email?: string | null
    readonly phone?: string | null
    readonly reviewOn?: string
    readonly confirmedOn?: string | null
    readonly keeper?: string | null
    readonly source?: string
  } = {},
): Promise<AddedEntry> {
  const [partner, service] = [randomUUID(), randomUUID()]
  await owner.query(
    `insert into directory.partners (id, library_id, kind, name, description, email, phone, review_on, confirmed_on, keeper_account_id, source, created_at)
     values ($1, $2, 'welfare', $3, 'Hulp in de wijk.', $4, $5, $6, $7, $8, $9, '2026-01-01')`,
    [
      partner,
      entry.libraryId ?? null,
      entry.name ?? 'Welzijn Voorbeeld',
      entry.email === undefined ? 'post@welzijn.example' : entry.email,
      entry.phone ?? '033 012 34 56',
      entry.reviewOn ?? '2026-12-01',
      entry.confirmedOn ?? null,
      entry.keeper ?? null,
      entry.source ?? 'hand',
    ],
  )
  await owner.query(
    `insert into directory.services (id, partner_id, name, created_at) values ($1, $2, 'Spreekuur', '2026-01-01')`,
    [service, partner],
  )
  return { partner, service }
}
