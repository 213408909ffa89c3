import { beforeAll, describe, expect, test } from 'vitest'
import { createLog } from '../../src/platform/logging/log.ts'
import { findPersonalData } from '../../src/platform/personal-data/find-personal-data.ts'
import { fixedClock } from '../../src/platform/time/clock.ts'
import { daysBetween, localDay, mondayOf, parseInstant } from '../../src/platform/time/local-time.ts'
import { cloneDatabase, type TestDatabase } from '../../tests/support/test-database.ts'
import { type HistoryContact, planHistory, withoutHistory } from './history.ts'
import { loadDemo } from './load.ts'
import { type Network, readNetwork } from './network.ts'
import { busynessOf, isHoliday, topicsOn } from './seasons.ts'

const folder = 'db/demo'
/** Tens of thousands of contacts on a busy machine, in milliseconds. */
const patience = 180_000
const period = { from: '2024-11-24', until: '2026-10-27' }
const surroundings = { neighboursOf: () => ['GM0307'], providersOf: () => [] }

describe('Two years of history', () => {
  let network: Network
  let contacts: (HistoryContact & { readonly day: string })[]

  beforeAll(async () => {
    network = await readNetwork(folder)
    contacts = network.organisations
      .filter(({ kind, name }) => kind === 'library' && name !== withoutHistory)
      .flatMap(({ id }) => planHistory(network, id, period, surroundings))
      .map((contact) => ({ ...contact, day: localDay(momentOf(contact)) }))
  }, patience)

  const momentOf = ({ content }: HistoryContact) => {
    const moment = parseInstant(content.occurredAt)
    if (!moment) throw new Error(content.occurredAt)
    return moment
  }
  const countOf = (month: string): number => contacts.filter(({ day }) => day.startsWith(month)).length
  const share = (topic: string, of: (day: string) => boolean): number => {
    const found = contacts.filter(({ day }) => of(day))
    const about = found.filter(({ content }) =>
      content.questions.some(({ topicCode }) => topicCode === topic),
    )
    return (100 * about.length) / found.length
  }

  test('are tens of thousands of contacts, at most 60,000, by all desks that have one', () => {
    expect(contacts.length).toBeGreaterThan(25_000)
    expect(contacts.length).toBeLessThanOrEqual(60_000)
    expect(new Set(contacts.map(({ desk }) => desk.name)).size).toBe(39)
  })

  test('stand within the period and the opening hours', () => {
    const wrong = contacts.filter(({ desk, day }) => {
      const weekday = daysBetween(mondayOf(day), day) + 1
      return (
        day < period.from || day >= period.until || !desk.opening.some((each) => each.weekday === weekday)
      )
    })
    expect(wrong).toEqual([])
  })

  test('are busy in the tax season, quiet in the holidays, and more each year', () => {
    expect(countOf('2025-03')).toBeGreaterThan(1.3 * countOf('2025-07'))
    expect(countOf('2026-03')).toBeGreaterThan(1.15 * countOf('2025-03'))
    const aDay = (holiday: boolean): number => {
      const days = contacts.filter(({ day }) => /-(06|07|08)-/.test(day) && isHoliday(day) === holiday)
      return days.length / new Set(days.map(({ day }) => day)).size
    }
    expect(aDay(true)).toBeLessThan(0.7 * aDay(false))
    expect(share('income-tax-return', (day) => /-0[34]-/.test(day))).toBeGreaterThan(10)
    expect(share('income-tax-return', (day) => /-(09|10)-/.test(day))).toBeLessThan(4)
  })

  test('know the energy allowance as long as it was there', () => {
    expect(share('energy-allowance', (day) => day < '2025-01-01')).toBeGreaterThan(2)
    expect(share('energy-allowance', (day) => day >= '2025-01-01')).toBe(0)
    expect(topicsOn('2025-01-01')['energy-allowance']).toBeUndefined()
  })

  test('begin at some desks later than at others', () => {
    const closed = network.desks.filter((desk) => busynessOf(desk, period.from, period.from) === 0)
    expect(closed.length).toBeGreaterThan(5)
    expect(closed.filter((desk) => busynessOf(desk, period.until, period.from) === 0)).toEqual([])
  })

  test('are the same every time', () => {
    const { id } = network.organisations.find(({ name }) => name === 'Bibliotheek Rondweg') ?? { id: '' }
    const short = { from: '2025-03-01', until: '2025-04-01' }
    const once = planHistory(network, id, short, surroundings)
    expect(once.length).toBeGreaterThan(20)
    expect(planHistory(network, id, short, surroundings)).toEqual(once)
  })
})

describe('Loading it', () => {
  let own: TestDatabase
  const load = (): Promise<void> =>
    loadDemo({
      ...own,
      clock: fixedClock('2026-11-24T16:30:00Z'),
      folder,
      log: createLog('silent'),
      historyDays: 42,
    })
  const one = async (question: string) => (await own.owner.query(question)).rows[0]

  beforeAll(async () => {
    own = await cloneDatabase()
    await load()
  }, patience)

  test('imports a file for each library but one, one after another was undone, one with rows left out', async () => {
    const { rows } = await own.owner.query(
      `select organisation.name, import.status, import.contacts, import.left_out, import.file_name
       from contacts.imports as import join organisations.organisations as organisation on organisation.id = library_id`,
    )
    expect(rows.map(({ name }) => name)).not.toContain(withoutHistory)
    expect(rows.filter(({ status }) => status === 'done')).toHaveLength(11)
    expect(rows.filter(({ status }) => status === 'undone')).toMatchObject([
      { name: 'Bibliotheek Lanenrijk' },
    ])
    expect(rows.filter(({ left_out }) => left_out > 0).map(({ name }) => name)).toEqual([
      'Bibliotheek Keizand',
    ])
    expect(new Set(rows.map(({ file_name }) => file_name.slice(-4)))).toEqual(new Set(['.csv', 'xlsx']))
  })

  test('says what was planned: every answer came through the file', async () => {
    const network = await readNetwork(folder)
    const library = network.organisations.find(({ name }) => name === 'Bibliotheek Veenhaard')
    const [from, until] = (
      await one(`select content_hash from platform.reference_loads where name = 'demo history'`)
    ).content_hash.split(' ')
    const { rows: neighbours } = await own.owner.query(
      'select code, array_agg(neighbour_code order by neighbour_code) as near from organisations.municipality_neighbours group by code',
    )
    const planned = planHistory(
      network,
      library?.id ?? '',
      { from, until },
      {
        neighboursOf: (code) => neighbours.find((row) => row.code === code)?.near ?? [],
        providersOf: () => [],
      },
    )
    const { rows } = await own.owner.query(
      `select desk_id as desk, channel, gender, age, language, duration, satisfied, visitor_municipality_code as home,
         (select array_agg(topic_code order by topic_code) from contacts.questions where contact_id = contact.id) as topics,
         (select array_agg(help order by help) from contacts.help_given where contact_id = contact.id) as help
       from contacts.contacts as contact where library_id = $1 and import_id is not null and deleted_at is null`,
      [library?.id],
    )
    const sorted = (all: readonly unknown[]) => all.map((each) => JSON.stringify(each)).sort()
    expect(sorted(rows)).toEqual(
      sorted(
        planned.map(({ desk, content }) => ({
          desk: desk.id,
          channel: content.channel,
          gender: content.gender,
          age: content.age,
          language: content.language,
          duration: content.duration,
          satisfied: content.satisfied,
          home: content.visitorMunicipalityCode,
          topics: content.questions.map(({ topicCode }) => topicCode).sort(),
          help: content.help.length > 0 ? content.help.map(({ code }) => code).sort() : null,
        })),
      ),
    )
  })

  test('holds no gap, no double, and nothing in the form of personal data', async () => {
    expect(
      await one(
        `select min(occurred_on) filter (where import_id is not null) >= min(occurred_on) as begins,
           max(occurred_on) filter (where import_id is not null) < min(occurred_on) filter (where import_id is null) as before
         from contacts.contacts where deleted_at is null`,
      ),
    ).toEqual({ begins: true, before: true })
    const { rows } = await own.owner.query(
      'select distinct other_text as text from contacts.help_given where other_text is not null',
    )
    expect(rows.filter(({ text }) => findPersonalData(text, 2026))).toEqual([])
  })

  test('leaves the figures added up', async () => {
    const { counted, folded, waiting } = await one(
      `select (select count(*)::int from contacts.contacts where deleted_at is null) as counted,
         (select sum((cells ->> 'contacts')::int)::int from reports.figures where level = 'nation' and grain = 'month') as folded,
         (select count(*)::int from contacts.figure_changes) as waiting`,
    )
    expect(folded).toBe(counted)
    expect(waiting).toBe(0)
  })

  test(
    'again adds nothing, also not after it was broken off',
    async () => {
      const count =
        'select count(*)::int as contacts, (select count(*)::int from contacts.imports) as imports from contacts.contacts where deleted_at is null'
      const before = await one(count)
      await load()
      expect(await one(count)).toEqual(before)
      await own.owner.query(
        `delete from platform.reference_loads where name = 'demo history ' || (select id from organisations.organisations where name = 'Bibliotheek Rondweg')`,
      )
      await load()
      expect(await one(count)).toEqual({ contacts: before.contacts, imports: before.imports + 1 })
    },
    patience,
  )
})
