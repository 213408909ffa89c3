import fc from 'fast-check'
import { uuidv7 } from 'uuidv7'
import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'
import {
  proveDesk,
  proveLibrary,
  proveMunicipality,
  proveNation,
  proveRegion,
} from '../../../platform/auth/scope.ts'
import { localDay, parseInstant } from '../../../platform/time/local-time.ts'
import type { ContactContent } from '../../contacts/contact.ts'
import { addCells, type Cells, cellsOf, timingCells } from '../../contacts/contact-cells.ts'
import { registerContact } from '../../contacts/register-contact/register-contact.command.ts'
import { readListsOfAllDays } from '../../lists/public.ts'
import { findLibrarySizes } from '../../organisations/public.ts'
import type { Area, FiguresScope } from '../area.ts'
import { foldFigures, recountSlices } from '../jobs.ts'
import { isNarrowed, type Narrowing } from '../narrowing.ts'
import { sizeClasses, sizeClassOf } from '../size-class.ts'
import { readNarrowed } from './read-narrowed.query.ts'

const { database, workerDatabase, owner, world, clock } = await testApp()
const { manager, otherManager, official, adviser, analyst } = world.accounts
const today = localDay(clock.now())

const stands = [
  {
    desk: world.desk,
    library: world.library,
    place: null,
    municipality: 'GM0307',
    province: 'PV26',
    by: manager,
  },
  {
    desk: world.popUpDesk,
    library: world.library,
    place: world.places[0],
    municipality: 'GM0307',
    province: 'PV26',
    by: manager,
  },
  // The same pop-up in another province.
  {
    desk: world.popUpDesk,
    library: world.library,
    place: world.places[1],
    municipality: 'GM0363',
    province: 'PV27',
    by: manager,
  },
  {
    desk: world.otherDesk,
    library: world.otherLibrary,
    place: null,
    municipality: 'GM0344',
    province: 'PV26',
    by: otherManager,
  },
] as const
type Stand = (typeof stands)[number]

const areas: readonly (readonly [
  Area,
  FiguresScope,
  (stand: Stand) => boolean,
  (stand: Stand) => string | undefined,
])[] = [
  [
    { level: 'desk', key: world.popUpDesk },
    proveDesk(manager, world.library, world.popUpDesk),
    ({ desk }) => desk === world.popUpDesk,
    () => undefined,
  ],
  [
    { level: 'library', key: world.library },
    proveLibrary(manager, world.library, [world.desk, world.popUpDesk]),
    ({ library }) => library === world.library,
    ({ desk }) => `desk:${desk}`,
  ],
  [
    { level: 'municipality', key: 'GM0307' },
    proveMunicipality(official, ['GM0307']),
    ({ municipality }) => municipality === 'GM0307',
    ({ desk }) => `desk:${desk}`,
  ],
  [
    { level: 'province', key: 'PV26' },
    proveRegion(adviser, ['PV26'], []),
    ({ province }) => province === 'PV26',
    ({ municipality }) => `municipality:${municipality}`,
  ],
  [
    { level: 'region', key: world.support },
    proveRegion(adviser, ['PV26', 'PV27'], []),
    () => true,
    ({ municipality }) => `municipality:${municipality}`,
  ],
  [
    { level: 'nation', key: 'NL' },
    proveNation(analyst),
    () => true,
    ({ province }) => `province:${province}`,
  ],
]

const one = <Value>(...values: Value[]) => fc.constantFrom(...values)
const maybe = <Value>(...values: Value[]) => fc.option(one(...values), { nil: undefined, freq: 3 })
const said = fc.record({
  stand: fc.nat(3),
  form: one('guide', 'national-2024'),
  channel: one('channel-desk', 'channel-phone', 'channel-pop-up'),
  at: one(
    '2026-09-30T21:59:00Z',
    '2026-09-30T22:00:00Z',
    '2026-10-25T00:30:00Z',
    '2026-10-25T01:30:00Z',
    '2026-11-20T10:00:00Z',
  ),
  questions: fc.array(
    fc.record({
      topicCode: one('digid', 'allowances', 'digital-course', 'passport'),
      serviceProviders: fc.subarray(['logius', 'uwv', 'municipality']),
      digid: one(null, 'digid-apply'),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  help: fc.subarray(['help-answered', 'help-brochure', 'help-other']),
  age: one(null, 'age-65-plus'),
})
type Said = typeof said extends fc.Arbitrary<infer Value> ? Value : never

const narrowing = fc
  .record({
    group: maybe('digital-government', 'library'),
    topic: maybe('digid', 'allowances'),
    provider: maybe('logius', 'uwv'),
    help: maybe('help-brochure', 'help-other'),
    channel: maybe('channel-desk', 'channel-pop-up'),
    place: maybe('inside', 'outside'),
    form: maybe('guide'),
    size: maybe(...sizeClasses),
  })
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, code]) => code !== undefined)) as Narrowing)

/** One by one: what the worker keeps for provinces and the nation. */
const byOne = fc.oneof(
  ...[
    { group: 'digital-government' },
    { topic: 'digid' },
    { provider: 'uwv' },
    { help: 'help-other' },
    { channel: 'channel-phone' },
    { place: 'inside' },
    { place: 'outside' },
    { form: 'national-2024' },
  ].map((each) => fc.constant(each as Narrowing)),
)

function contentOf({ stand, form, channel, at, questions, help, age }: Said): ContactContent {
  const { place, municipality } = stands[stand] as Stand
  return {
    formCode: form,
    countedAs: 'contact',
    placeId: place,
    municipalityCode: municipality,
    channel,
    occurredAt: at,
    questions: questions.map((question) => ({ ...question, otherText: null })),
    help: help.map((code) => ({ code, otherText: null })),
    duration: null,
    satisfied: 'satisfied-yes',
    gender: null,
    age,
    language: null,
    visitorMunicipalityCode: 'GM0344',
  }
}

let groupOf: ReadonlyMap<string, string>
let sizeOf: (library: string) => string | undefined
beforeAll(async () => {
  await owner.query(
    `insert into organisations.support_institution_provinces values ($1, 'PV26'), ($1, 'PV27')`,
    [world.support],
  )
  const scope = proveNation(analyst)
  await database.read(scope, async (db) => {
    groupOf = new Map((await readListsOfAllDays(db, scope)).topics.map(({ code, group }) => [code, group]))
    const sizes = await findLibrarySizes(db, scope)
    sizeOf = (library) => {
      const inhabitants = sizes.get(library)
      return inhabitants === undefined ? undefined : sizeClassOf(inhabitants)
    }
  })
})

/** The same counted in another way: contact by contact, from what was said. */
function countSaid(
  all: readonly Said[],
  [{ level }, , isIn, partOf]: (typeof areas)[number],
  n: Narrowing,
  withPairs: boolean,
) {
  const byMonth: Record<string, Cells> = {}
  for (const each of all) {
    const stand = stands[each.stand] as Stand
    const content = contentOf(each)
    const asked = content.questions.filter(
      ({ topicCode, serviceProviders }) =>
        (!n.group || groupOf.get(topicCode) === n.group) &&
        (!n.topic || topicCode === n.topic) &&
        (!n.provider || serviceProviders.includes(n.provider)),
    )
    const fits =
      isIn(stand) &&
      asked.length > 0 &&
      (!n.help || each.help.includes(n.help)) &&
      (!n.channel || each.channel === n.channel) &&
      (!n.form || each.form === n.form) &&
      (!n.place || (stand.desk === world.popUpDesk) === (n.place === 'outside')) &&
      (!n.size || sizeOf(stand.library) === n.size)
    if (!fits) continue
    const moment = parseInstant(each.at) ?? clock.now()
    const whole = {
      ...cellsOf(content),
      ...timingCells({ occurredAt: moment, timeKnown: true, receivedAt: clock.now() }),
    }
    const ofAsked = cellsOf({ ...content, questions: asked })
    const isQuestions = (cell: string) => cell.startsWith('questions')
    const part = partOf(stand)
    const cells: Record<string, number> = {
      ...Object.fromEntries(
        Object.entries(whole).filter(
          ([cell]) =>
            !isQuestions(cell) &&
            !(cell.startsWith('home:') && !['desk', 'library', 'municipality'].includes(level)),
        ),
      ),
      ...Object.fromEntries(Object.entries(ofAsked).filter(([cell]) => isQuestions(cell))),
      ...(part && { [part]: 1, [`questions/${part}`]: asked.length }),
    }
    if (withPairs) {
      const topics = [...new Set(content.questions.map(({ topicCode }) => topicCode))].sort()
      for (const topic of topics) {
        for (const other of topics) if (topic < other) cells[`topic:${topic}&topic:${other}`] = 1
        for (const way of each.help) cells[`topic:${topic}&${way}`] = 1
      }
      for (const { topicCode, serviceProviders } of asked)
        for (const provider of serviceProviders) {
          const cell = `questions/topic:${topicCode}&provider:${provider}`
          cells[cell] = (cells[cell] ?? 0) + 1
        }
    }
    const month = localDay(moment).slice(0, 7)
    byMonth[month] = addCells(byMonth[month] ?? {}, cells)
  }
  return byMonth
}

async function register(all: readonly Said[]): Promise<void> {
  await owner.query(
    'truncate contacts.contacts, contacts.figure_changes, reports.figures, reports.month_slices, reports.stale_months cascade',
  )
  for (const each of all) {
    const stand = stands[each.stand] as Stand
    const scope = proveDesk(stand.by, stand.library, stand.desk)
    const registration = { id: uuidv7(), content: contentOf(each), authorAccountId: stand.by }
    await database.write(scope, (tx) => registerContact(tx, scope, registration, clock.now()))
  }
  await foldFigures(workerDatabase)
}

const period = { from: '2026-09-01', until: today }

async function read([area, scope]: (typeof areas)[number], wanted: Narrowing, withPairs: boolean) {
  const found = await database.read(scope, (db) =>
    readNarrowed(db, scope, { area, period, narrowing: wanted, withPairs, today }),
  )
  if (found.state !== 'counted') throw new Error(found.state)
  return Object.fromEntries(found.byMonth)
}

describe('figures that are narrowed down', () => {
  test('are what fits, counted contact by contact: at every level, by any filters together, with their pairs', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(said, { maxLength: 12 }),
        fc.array(narrowing, { minLength: 3, maxLength: 3 }),
        fc.boolean(),
        async (all, wanted, withPairs) => {
          await register(all)
          await recountSlices(workerDatabase, clock.now())
          for (const each of wanted)
            for (const at of areas) {
              // Of everything together, provinces and the nation keep the pairs alone.
              if (!isNarrowed(each)) continue
              expect(await read(at, each, withPairs), `${at[0].level} ${JSON.stringify(each)}`).toEqual(
                countSaid(all, at, each, withPairs),
              )
            }
        },
      ),
      { numRuns: 12 },
    )
  }, 120_000)

  test('are kept by the worker for each answer by itself, and come to the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(said, { maxLength: 15 }),
        fc.array(byOne, { minLength: 3, maxLength: 3 }),
        async (all, wanted) => {
          await register(all)
          await recountSlices(workerDatabase, clock.now())
          // Nothing is left to count from: what is told is what was kept.
          await owner.query('truncate contacts.contacts cascade')
          for (const each of wanted)
            for (const at of areas.filter(([{ level }]) => ['province', 'region', 'nation'].includes(level)))
              expect(await read(at, each, false), `${at[0].level} ${JSON.stringify(each)}`).toEqual(
                countSaid(all, at, each, false),
              )
          for (const at of areas.filter(([{ level }]) => ['province', 'nation'].includes(level))) {
            const pairs = Object.fromEntries(
              Object.entries(countSaid(all, at, {}, true)).flatMap(([month, cells]) => {
                const both = Object.entries(cells).filter(([cell]) => cell.includes('&'))
                return both.length > 0 ? [[month, Object.fromEntries(both)]] : []
              }),
            )
            expect(await read(at, {}, true)).toEqual(pairs)
          }
        },
      ),
      { numRuns: 12 },
    )
  }, 120_000)

  test('are counted from the contacts where the worker has not counted yet, and not left out', async () => {
    const all = [0, 2, 3].map(
      (stand): Said => ({
        stand,
        form: 'guide',
        channel: 'channel-desk',
        at: '2026-10-25T00:30:00Z',
        questions: [
          { topicCode: 'digid', serviceProviders: [], digid: null },
          { topicCode: 'allowances', serviceProviders: [], digid: null },
        ],
        help: [],
        age: null,
      }),
    )
    await register(all)
    const wide = areas.filter(([{ level }]) => ['province', 'region', 'nation'].includes(level))
    for (const at of wide) {
      expect(await read(at, { topic: 'digid' }, false), at[0].level).toEqual(
        countSaid(all, at, { topic: 'digid' }, false),
      )
      const number = at[0].level === 'province' ? 2 : 3
      expect(await read(at, {}, true), at[0].level).toEqual({
        '2026-10': { 'topic:allowances&topic:digid': number },
      })
    }
  })

  test('of this month a year ago are kept up to the day of today, to compare with', async () => {
    const at = (moment: string): Said => ({
      stand: 3,
      form: 'guide',
      channel: 'channel-desk',
      at: moment,
      questions: [{ topicCode: 'digid', serviceProviders: [], digid: null }],
      help: [],
      age: null,
    })
    await register([at('2025-11-24T10:00:00Z'), at('2025-11-25T10:00:00Z'), at('2026-11-20T10:00:00Z')])
    await recountSlices(workerDatabase, clock.now())
    await owner.query('truncate contacts.contacts cascade')
    const contactsOf = async (from: string, until: string): Promise<number | undefined> => {
      const scope = proveNation(analyst)
      const found = await database.read(scope, (db) =>
        readNarrowed(db, scope, {
          area: { level: 'nation', key: 'NL' },
          period: { from, until },
          narrowing: { topic: 'digid' },
          withPairs: false,
          today,
        }),
      )
      return found.state === 'counted' ? found.byMonth.get(from.slice(0, 7))?.contacts : undefined
    }
    expect(await contactsOf('2026-11-01', '2026-11-24')).toBe(1)
    expect(await contactsOf('2025-11-01', '2025-11-24')).toBe(1)
    expect(await contactsOf('2025-11-01', '2025-11-30')).toBe(2)
    // The next day it is that day's.
    await recountSlices(workerDatabase, clock.now().add({ hours: 24 }))
    const { rows } = await owner.query(
      `select distinct until_day as day from reports.month_slices where month = '2025-11-01' order by 1`,
    )
    expect(rows).toEqual([{ day: '2025-11-30' }])
  })

  test('of another area are not to be had, whatever is asked', async () => {
    await register([
      {
        stand: 3,
        form: 'guide',
        channel: 'channel-desk',
        at: '2026-11-20T10:00:00Z',
        questions: [{ topicCode: 'digid', serviceProviders: [], digid: null }],
        help: [],
        age: null,
      },
    ])
    await recountSlices(workerDatabase, clock.now())
    const elsewhere: readonly [Area, FiguresScope][] = [
      [{ level: 'desk', key: world.otherDesk }, proveDesk(manager, world.library, world.desk)],
      [{ level: 'library', key: world.otherLibrary }, proveLibrary(manager, world.library, [world.desk])],
      [{ level: 'municipality', key: 'GM0344' }, proveMunicipality(official, ['GM0307'])],
      [{ level: 'province', key: 'PV26' }, proveRegion(adviser, ['PV27'], [])],
      [{ level: 'region', key: world.support }, proveRegion(adviser, ['PV27'], [])],
      [{ level: 'nation', key: 'NL' }, proveRegion(adviser, ['PV26', 'PV27'], [])],
    ]
    for (const [area, scope] of elsewhere)
      for (const wanted of [{ topic: 'digid' }, { topic: 'digid', form: 'guide' }])
        for (const withPairs of [false, true]) {
          const found = await database.read(scope, (db) =>
            readNarrowed(db, scope, { area, period, narrowing: wanted, withPairs, today }),
          )
          expect(found.state === 'counted' && [...found.byMonth], area.level).toEqual([])
        }
  })
})
