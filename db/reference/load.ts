import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type pg from 'pg'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { loadPartners, type PartnerRow } from './load-partners.ts'

type Row = Record<string, unknown>

/**
 * Puts the reference data in the database, in one transaction, and skips that when the files are those that were
 * loaded last. May run again and in several processes at once. `client` is the owner of the tables.
 * Values are added or changed, never removed: contacts point at them; their end stands in `valid_until`. A value of a list that
 * somebody changed on a screen is left alone.
 * @param folder where the files are: a bundle does not stand beside them
 * @throws when a file breaks its form or a rule of its table; nothing is changed then
 */
export async function loadReference(
  client: pg.Client,
  { folder = import.meta.dirname }: { folder?: string } = {},
): Promise<void> {
  const files = await readFiles(folder)
  const hash = createHash('sha256').update(JSON.stringify(files)).digest('hex')
  await client.query('begin')
  try {
    // Two processes at once: the second waits here for the first, and then finds its hash.
    const { rows } = await client.query(
      `insert into platform.reference_loads (name, content_hash, loaded_at) values ('reference', $1, now())
       on conflict (name) do update set content_hash = excluded.content_hash, loaded_at = excluded.loaded_at
       where reference_loads.content_hash <> excluded.content_hash returning name`,
      [hash],
    )
    if (rows.length > 0) await loadAll(client, files)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function readFiles(folder: string) {
  const text = (name: string) => readFile(join(folder, name), 'utf8')
  const csv = async (name: string) =>
    parse<Record<string, string>>(await text(name), {
      columns: true,
      cast: (cell) => (cell === '' ? null : cell),
    })
  return {
    municipalities: await csv('municipalities.csv'),
    neighbours: await csv('municipality-neighbours.csv'),
    serviceProviders: await csv('service-providers.csv'),
    topics: await csv('topics.csv'),
    answerOptions: await csv('answer-options.csv'),
    forms: JSON.parse(await text('forms.json')) as (Row & { asks: Record<string, boolean> })[],
    postcodeAreas: await csv('postcode-areas.csv'),
    towns: await csv('towns.csv'),
    partners: await csv('partners.csv'),
    borders: JSON.parse(await text('municipality-borders.json')) as Borders,
  }
}

async function loadAll(client: pg.Client, files: Awaited<ReturnType<typeof readFiles>>): Promise<void> {
  const topics = files.topics.map(({ search_terms, service_providers: _links, ...topic }, index) => ({
    ...topic,
    search_terms: severalIn(search_terms),
    position: index + 1,
  }))
  const topicProviders = files.topics.flatMap((topic) =>
    severalIn(topic.service_providers).map((code, index) => ({
      topic_code: topic.code,
      service_provider_code: code,
      position: index + 1,
    })),
  )
  const forms = files.forms.map((form) => ({
    ...form,
    asks: Object.keys(form.asks).filter((field) => form.asks[field]),
  }))

  await upsert(client, 'organisations.municipalities', files.municipalities)
  await replaceLinks(
    client,
    'organisations.municipality_neighbours',
    'code',
    files.municipalities,
    files.neighbours,
  )
  await upsert(client, 'lists.service_providers', files.serviceProviders, unlessKept)
  await upsert(client, 'lists.topics', topics, unlessKept)
  await replaceLinks(client, 'lists.topic_service_providers', 'topic_code', topics, topicProviders)
  await upsert(client, 'lists.answer_options', files.answerOptions, unlessKept)
  await upsert(client, 'lists.forms', forms, unlessKept)
  await upsert(client, 'organisations.postcode_areas', files.postcodeAreas)
  const towns = files.towns.map((town) => ({ ...town, spellings: severalIn(town.spellings) }))
  await replaceAll(client, 'organisations.towns', towns)
  await replaceAll(client, 'organisations.municipality_outlines', outlinesOf(files.borders))
  await loadPartners(client, files.partners as unknown as PartnerRow[])
}

/** Borders as arcs that neighbours share; `id` is the code of the municipality. */
type Borders = Topology<{ gemeenten: GeometryCollection }>

function outlinesOf(borders: Borders): Row[] {
  return feature(borders, borders.objects.gemeenten).features.map(({ id, geometry }) => {
    const [west, south, east, north] = geoBox(geometry)
    return { municipality_code: id, outline: geometry, west, south, east, north }
  })
}

/** The smallest box around a shape: west, south, east, north. */
function geoBox(geometry: unknown): [number, number, number, number] {
  const { coordinates } = geometry as { coordinates: unknown[] }
  const numbers = coordinates.flat(Number.POSITIVE_INFINITY) as number[]
  const eastings = numbers.filter((_, index) => index % 2 === 0)
  const northings = numbers.filter((_, index) => index % 2 === 1)
  return [Math.min(...eastings), Math.min(...northings), Math.max(...eastings), Math.max(...northings)]
}

const severalIn = (cell: string | null | undefined): string[] => cell?.split(';') ?? []

/** What somebody changed on a screen stays as they made it (docs/decisions/0025-lists-with-versions.md). */
const unlessKept = 'not kept.kept_by_people'

/**
 * The database reads each cell by the type of its column; a column the table does not know is an error.
 * @param where which rows that are there may be changed
 */
async function upsert(client: pg.Client, table: string, rows: readonly Row[], where = 'true'): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  const changes = columns
    .filter((column) => column !== 'code')
    .map((column) => `${column} = excluded.${column}`)
  await client.query(
    `insert into ${table} as kept (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)
     on conflict (code) do update set ${changes} where ${where}`,
    [JSON.stringify(rows)],
  )
}

/** Makes the links of these owners equal to the file. Links of owners that are not in the file stay. */
async function replaceLinks(
  client: pg.Client,
  table: string,
  ownerColumn: string,
  owners: readonly Row[],
  links: readonly Row[],
) {
  await client.query(`delete from ${table} where ${ownerColumn} = any($1)`, [owners.map(({ code }) => code)])
  await client.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, [
    JSON.stringify(links),
  ])
}

/** Makes a table that nothing points at equal to the file. */
async function replaceAll(client: pg.Client, table: string, rows: readonly Row[]): Promise<void> {
  await client.query(`delete from ${table}`)
  await client.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, [
    JSON.stringify(rows),
  ])
}
