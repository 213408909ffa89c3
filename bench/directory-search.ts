import type pg from 'pg'
import { Chance } from '../db/demo/chance.ts'
import { type SearchWish, searchServices } from '../src/capabilities/directory/public.ts'
import { publicScope } from '../src/platform/auth/scope.ts'
import type { ApplicationDatabase } from '../src/platform/database/application-database.ts'
import { type Instant, localDay } from '../src/platform/time/local-time.ts'
import { median, quantile } from './figures.ts'

/** How long a question takes, in milliseconds. */
export interface SearchTime {
  readonly name: string
  readonly median: number
  readonly p95: number
  /** The same words by `ilike`, in the same run; undefined where there are no words. */
  readonly peer: number | undefined
  readonly found: number
  readonly peerFound: number | undefined
}

export interface DirectorySearchFigures {
  readonly organisations: number
  /** To put them in, with their search entries; undefined when they were there. */
  readonly secondsToFill: number | undefined
  readonly megabytes: number
  readonly times: readonly SearchTime[]
}

interface Question {
  readonly name: string
  readonly wish: Omit<SearchWish, 'now'>
}

const amersfoort = { latitude: 52.1561, longitude: 5.3878, municipalityCode: 'GM0307' }

/** As at the desk: words right and wrong, wide and narrow, with and without a place. */
const questions: readonly Question[] = [
  { name: 'one word: schuldhulp', wish: { words: 'schuldhulp' } },
  { name: 'two words: formulieren invullen', wish: { words: 'formulieren invullen' } },
  { name: 'typing error: schuldhulpverleening', wish: { words: 'schuldhulpverleening' } },
  { name: 'part of a long word: verlening', wish: { words: 'verlening' } },
  { name: 'a word that most have: hulp', wish: { words: 'hulp' } },
  { name: 'a sentence: ik kan mijn huur niet betalen', wish: { words: 'ik kan mijn huur niet betalen' } },
  { name: 'a name, near: stichting wegwijs', wish: { words: 'stichting wegwijs', place: amersfoort } },
  { name: 'one word, near: schuldhulp', wish: { words: 'schuldhulp', place: amersfoort } },
  { name: 'a word that most have, near: hulp', wish: { words: 'hulp', place: amersfoort } },
  { name: 'a topic, near', wish: { topicCode: 'debt-help', place: amersfoort } },
  { name: 'a topic, the whole country', wish: { topicCode: 'debt-help' } },
  { name: 'one word, near, open now', wish: { words: 'taal', place: amersfoort, openNow: true } },
  { name: 'nothing but near and open now', wish: { place: amersfoort, openNow: true } },
  { name: 'nothing at all', wish: {} },
]

/** Fills a directory with so many made-up organisations and asks it as a desk does; beside it a plain `ilike`, on the same rows. */
export async function measureDirectorySearch(
  owner: pg.Client,
  database: ApplicationDatabase,
  {
    organisations,
    filled,
    rounds,
    now,
  }: {
    organisations: number
    /** They are there already. */
    filled: boolean
    rounds: number
    now: Instant
  },
): Promise<DirectorySearchFigures> {
  const start = performance.now()
  if (!filled) await fill(owner, organisations, localDay(now))
  const secondsToFill = filled ? undefined : (performance.now() - start) / 1000
  await owner.query('vacuum analyze')
  const size = await owner.query<{ bytes: number }>(
    `select sum(pg_total_relation_size(c.oid))::float8 as bytes from pg_class c where c.relkind = 'r' and c.relnamespace = 'directory'::regnamespace`,
  )
  const times: SearchTime[] = []
  for (const { name, wish } of questions) {
    const own: number[] = []
    const peer: number[] = []
    let found = 0
    let peerFound: number | undefined
    // In turn, so that both meet the same machine; the first round warms up.
    for (let round = 0; round <= rounds; round += 1) {
      const began = performance.now()
      const result = await database.read(publicScope, (db) =>
        searchServices(db, publicScope, { ...wish, now }),
      )
      const took = performance.now() - began
      found = result.total
      if (round > 0) own.push(took)
      if (!wish.words) continue
      const peerBegan = performance.now()
      peerFound = await askPeer(owner, wish.words)
      if (round > 0) peer.push(performance.now() - peerBegan)
    }
    times.push({
      name,
      median: median(own),
      p95: quantile(own, 0.95),
      peer: peer.length > 0 ? median(peer) : undefined,
      found,
      peerFound,
    })
  }
  return { organisations, secondsToFill, megabytes: (size.rows[0]?.bytes ?? 0) / 1e6, times }
}

/** What one would write first: each word somewhere in a name or a description, by name; twenty of them, and how many there are. */
async function askPeer(owner: pg.Client, words: string): Promise<number> {
  const parts = words.split(' ').map((word) => `%${word}%`)
  const { rows } = await owner.query<{ total: string }>(
    `select s.id, s.name, p.name as partner, count(*) over () as total
     from directory.services s join directory.partners p on p.id = s.partner_id
     where s.active and p.ended_on is null and (s.name || ' ' || s.description || ' ' || p.name || ' ' || p.description) ilike all ($1)
     order by s.name limit 20`,
    [parts],
  )
  return Number(rows[0]?.total ?? 0)
}

const kinds = [
  ['Sociaal raadslieden', 'Hulp bij brieven en formulieren', 'legal-advice', 'municipal-contact'],
  ['Geldloket', 'Schuldhulpverlening en budgetadvies', 'money-desk', 'debt-help'],
  ['Taalhuis', 'Nederlandse taal leren', 'library', 'language-learning'],
  ['Welzijn', 'Maatschappelijk werk aan huis', 'welfare', 'social-support'],
  ['Buurthuis', 'Koffie, computerhulp en activiteiten', 'community-centre', 'computer'],
  ['Ouderenbond', 'Belastingaangifte en tabletles', 'seniors', 'smartphone-tablet'],
  ['Formulierenbrigade', 'Formulieren invullen met vrijwilligers', 'volunteers', 'municipal-contact'],
  ['Woningcorporatie', 'Huur betalen en inschrijven', 'housing', 'housing-registration'],
  ['Huisartsenpraktijk', 'Zorg en afspraken via internet', 'care', 'care-appointment'],
  ['Sportvereniging', 'Bewegen voor iedereen', 'other', null],
  ['Muziekschool', 'Muziekles voor jong en oud', 'education', null],
  ['Stichting Wegwijs', 'Maatjes en hulp bij administratie', 'volunteers', 'debt-help'],
] as const
const words =
  'hulp advies ondersteuning inwoners vragen regelen samen gratis spreekuur vrijwilligers ervaren buurt gezin jongeren ouderen geld zorg wonen werk opvoeding mantelzorg eenzaamheid ontmoeting vervoer kleding voedsel computer internet telefoon brief aanvraag toeslag uitkering huur energie rekening beslag bewind scheiding verhuizing inburgering taal lezen schrijven cursus training begeleiding dagbesteding'.split(
    ' ',
  )
const syllables =
  'ber dal hof lin ster wou kamp veen drift zand mos eik heg pol waard kerk molen bron schans wiel'.split(' ')
const batch = 2_000

async function fill(owner: pg.Client, organisations: number, today: string): Promise<void> {
  const chance = new Chance('directory')
  const { rows: areas } = await owner.query<{
    code: string
    town: string
    municipality: string
    latitude: number
    longitude: number
  }>(
    `select code, town, municipality_code as municipality, latitude, longitude from organisations.postcode_areas where inhabitants > 0 order by code`,
  )
  for (let from = 0; from < organisations; from += batch) {
    const rows = Array.from({ length: Math.min(batch, organisations - from) }, () =>
      makeRow(chance, chance.one(areas), today),
    )
    const json = JSON.stringify(rows)
    await owner.query('begin')
    await owner.query(
      `insert into directory.partners (id, kind, name, description, phone, review_on, source, created_at)
       select id, kind, name, description, phone, review_on, 'bench', now() from json_populate_recordset(null::directory.partners, $1)`,
      [json],
    )
    await owner.query(
      `insert into directory.locations (id, partner_id, street, house_number, postcode, town, municipality_code, latitude, longitude, created_at)
       select location, id, street, '1', postcode, town, municipality, latitude, longitude, now()
       from json_to_recordset($1) as row (id uuid, location uuid, street text, postcode text, town text, municipality text, latitude float8, longitude float8)`,
      [json],
    )
    await owner.query(
      `insert into directory.services (id, partner_id, name, description, ways, municipality_codes, languages, created_at)
       select service, id, service_name, service_description, '{visit}', array[municipality], '{}', now()
       from json_to_recordset($1) as row (id uuid, service uuid, service_name text, service_description text, municipality text)`,
      [json],
    )
    await owner.query(
      `insert into directory.service_locations (service_id, location_id) select service, location from json_to_recordset($1) as row (service uuid, location uuid)`,
      [json],
    )
    await owner.query(
      `insert into directory.service_topics (service_id, topic_code) select service, topic from json_to_recordset($1) as row (service uuid, topic text) where topic is not null`,
      [json],
    )
    await owner.query(
      `insert into directory.hours (id, partner_id, service_id, weekday, opens, closes)
       select gen_random_uuid(), id, service, day, 540, 1020 from json_to_recordset($1) as row (id uuid, service uuid, days smallint[]), unnest(days) as day`,
      [json],
    )
    await owner.query('commit')
  }
}

function makeRow(
  chance: Chance,
  area: { code: string; town: string; municipality: string; latitude: number; longitude: number },
  today: string,
) {
  const [kind, service, kindCode, topic] = chance.one(kinds)
  const some = (count: number): string => Array.from({ length: count }, () => chance.one(words)).join(' ')
  const name = (): string => Array.from({ length: chance.whole(2, 4) }, () => chance.one(syllables)).join('')
  const id = (): string => globalThis.crypto.randomUUID()
  return {
    id: id(),
    location: id(),
    service: id(),
    kind: kindCode,
    name: `${kind} ${upper(name())} ${area.town}`,
    description: `${some(14)}.`,
    phone: '033 123 45 67',
    review_on: chance.happens(0.8) ? `${Number(today.slice(0, 4)) + 1}${today.slice(4)}` : today,
    street: `${upper(name())}straat`,
    postcode: `${area.code} AB`,
    town: area.town,
    municipality: area.municipality,
    latitude: area.latitude + (chance.next() - 0.5) / 50,
    longitude: area.longitude + (chance.next() - 0.5) / 50,
    service_name: service,
    service_description: `${upper(some(20))}. ${upper(some(12))}.`,
    topic,
    days: [1, 2, 3, 4, 5, 6, 7].filter(() => chance.happens(0.5)),
  }
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
