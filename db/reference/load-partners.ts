import { createHash } from 'node:crypto'
import type pg from 'pg'

/** A row of partners.csv; an empty cell is null. */
export interface PartnerRow {
  readonly code: string
  readonly hours: string | null
  readonly topics: string | null
  readonly ways: string | null
  readonly [column: string]: string | null
}

/**
 * Puts the national organisations of the guide in the directory, each with one service, tied to the topics that are usually about
 * it. Their ids follow from their codes, so that they are the same in every installation. What somebody changed on a screen (from version 2
 * on) or confirmed stays as it is.
 */
export async function loadPartners(client: pg.Client, rows: readonly PartnerRow[]): Promise<void> {
  await client.query(
    `insert into directory.partners as kept (id, service_provider_code, kind, name, short_name, description, website, phone, review_on, source, source_id, created_at)
     select id, service_provider, kind, name, short_name, coalesce(description, ''), website, phone, review_on, 'reference', code, now()
     from json_to_recordset($1) as row (id uuid, code text, service_provider text, kind text, name text, short_name text, description text, website text, phone text, review_on date)
     on conflict (id) do update set name = excluded.name, short_name = excluded.short_name, description = excluded.description,
       website = excluded.website, phone = excluded.phone, review_on = excluded.review_on
     where kept.version = 1 and kept.confirmed_on is null`,
    [JSON.stringify(rows.map((row) => ({ ...row, id: idOf('partner', row) })))],
  )
  const services = rows.map((row) => ({
    ...row,
    id: idOf('service', row),
    partner_id: idOf('partner', row),
    ways: row.ways?.split(';') ?? [],
  }))
  await client.query(
    `insert into directory.services as kept (id, partner_id, name, description, ways, free, source_id, created_at)
     select id, partner_id, service, coalesce(service_description, ''), ways, free, code, now()
     from json_to_recordset($1) as row (id uuid, partner_id uuid, code text, service text, service_description text, ways text[], free boolean)
     on conflict (id) do update set name = excluded.name, description = excluded.description, ways = excluded.ways, free = excluded.free
     where kept.version = 1`,
    [JSON.stringify(services)],
  )
  const untouched = `(select id from directory.services where id = any ($1::uuid[]) and version = 1)`
  const ids = services.map(({ id }) => id)
  const own = services.flatMap(({ id, topics }) =>
    (topics?.split(';') ?? []).map((code) => ({ service_id: id, topic_code: code })),
  )
  const links = `
    select service.id as service_id, link.topic_code from directory.services service
      join directory.partners partner on partner.id = service.partner_id
      join lists.topic_service_providers link on link.service_provider_code = partner.service_provider_code
      where service.id in ${untouched}
    union select service_id, topic_code from json_to_recordset($2) as row (service_id uuid, topic_code text) where service_id in ${untouched}`
  await client.query(
    `delete from directory.service_topics old where service_id in ${untouched}
       and not exists (select from (${links}) kept where kept.service_id = old.service_id and kept.topic_code = old.topic_code)`,
    [ids, JSON.stringify(own)],
  )
  await client.query(
    `insert into directory.service_topics (service_id, topic_code) ${links} on conflict do nothing`,
    [ids, JSON.stringify(own)],
  )
  await client.query(`delete from directory.hours where service_id in ${untouched}`, [ids])
  await client.query(
    `insert into directory.hours (id, partner_id, service_id, weekday, opens, closes)
     select * from json_to_recordset($2) as row (id uuid, partner_id uuid, service_id uuid, weekday smallint, opens smallint, closes smallint)
     where service_id in ${untouched}`,
    [ids, JSON.stringify(services.flatMap(hoursOf))],
  )
}

/** '1-5 09:00-17:00': from Monday to Friday, from one minute of the day until another. */
function hoursOf({ id, partner_id, hours }: { id: string; partner_id: string; hours: string | null }) {
  if (!hours) return []
  const [, first, last, opens = '', closes = ''] = /^(\d)-(\d) (\d\d:\d\d)-(\d\d:\d\d)$/.exec(hours) ?? []
  if (!first || !last) throw new Error(`No hours: ${hours}`)
  const minute = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => ({
    id: uuidOf(`hours ${id} ${Number(first) + index}`),
    partner_id,
    service_id: id,
    weekday: Number(first) + index,
    opens: minute(opens),
    closes: minute(closes),
  }))
}

const idOf = (kind: 'partner' | 'service', { code }: { readonly code: string }): string =>
  uuidOf(`${kind} ${code}`)

/** A UUID made of a name (version 8 of RFC 9562: of our own making). */
function uuidOf(name: string): string {
  const hex = createHash('sha256').update(`balie reference ${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
