import fc from 'fast-check'
import { uuidv7 } from 'uuidv7'
import { beforeAll } from 'vitest'
import type { ContactContent } from '../../src/capabilities/contacts/contact.ts'
import { addCells, type Cells, cellsOf, timingCells } from '../../src/capabilities/contacts/contact-cells.ts'
import { registerContact } from '../../src/capabilities/contacts/register-contact/register-contact.command.ts'
import { readListsOfAllDays } from '../../src/capabilities/lists/public.ts'
import { findLibrarySizes } from '../../src/capabilities/organisations/public.ts'
import type { Area, FiguresScope } from '../../src/capabilities/reports/area.ts'
import { foldFigures } from '../../src/capabilities/reports/jobs.ts'
import type { Narrowing } from '../../src/capabilities/reports/narrowing.ts'
import { readNarrowed } from '../../src/capabilities/reports/read-narrowed/read-narrowed.query.ts'
import { sizeClasses, sizeClassOf } from '../../src/capabilities/reports/size-class.ts'
import {
  proveDesk,
  proveLibrary,
  proveMunicipality,
  proveNation,
  proveRegion,
} from '../../src/platform/auth/scope.ts'
import { localDay, parseInstant } from '../../src/platform/time/local-time.ts'
import { testApp } from './test-app.ts'

/** An application of its own, with contacts by chance at four places where desks stand; each test file that imports this has one. */
export const { database, workerDatabase, owner, world, clock } = await testApp()
export const { manager, otherManager, official, adviser, analyst } = world.accounts
export const today = localDay(clock.now())

export const stands = [
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
export type Stand = (typeof stands)[number]

export const areas: readonly (readonly [
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

export const one = <Value>(...values: Value[]) => fc.constantFrom(...values)
export const maybe = <Value>(...values: Value[]) => fc.option(one(...values), { nil: undefined, freq: 3 })
export const said = fc.record({
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
export type Said = typeof said extends fc.Arbitrary<infer Value> ? Value : never

export const narrowing = fc
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
export const byOne = fc.oneof(
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

export function contentOf({ stand, form, channel, at, questions, help, age }: Said): ContactContent {
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
export function countSaid(
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

export async function register(all: readonly Said[]): Promise<void> {
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

export const period = { from: '2026-09-01', until: today }

export async function read([area, scope]: (typeof areas)[number], wanted: Narrowing, withPairs: boolean) {
  const found = await database.read(scope, (db) =>
    readNarrowed(db, scope, { area, period, narrowing: wanted, withPairs, today }),
  )
  if (found.state !== 'counted') throw new Error(found.state)
  return Object.fromEntries(found.byMonth)
}
