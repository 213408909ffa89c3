import fc from 'fast-check'
import { uuidv7 } from 'uuidv7'
import { beforeEach, describe, expect, test } from 'vitest'
import { addOwnTopic, content, one } from '../../../../tests/support/contact-arbitrary.ts'
import { countContacts } from '../../../../tests/support/count-contacts.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import {
  jobScope,
  proveDesk,
  proveLibrary,
  proveMunicipality,
  proveNation,
  proveRegion,
} from '../../../platform/auth/scope.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import type { ContactContent } from '../../contacts/contact.ts'
import { correctContact } from '../../contacts/correct-contact/correct-contact.command.ts'
import { deleteContact } from '../../contacts/delete-contact/delete-contact.command.ts'
import { enterTally } from '../../contacts/enter-tally/enter-tally.command.ts'
import { registerContact } from '../../contacts/register-contact/register-contact.command.ts'
import { removeTally } from '../../contacts/remove-tally/remove-tally.command.ts'
import type { Area, FiguresScope } from '../area.ts'
import { foldFigures, recountMonths } from '../jobs.ts'
import { readFigures } from '../read-figures/read-figures.query.ts'
import { foldBatch } from './fold-figures.command.ts'

const { database, workerDatabase, owner, world, clock } = await testApp()
await addOwnTopic(owner, world)
const everything = { from: '2026-01-01', until: '2026-12-31' }
const job = jobScope('fold-figures')
const { manager, otherManager } = world.accounts

const stands = [
  { desk: world.desk, library: world.library, place: null, municipality: 'GM0307', by: manager },
  {
    desk: world.popUpDesk,
    library: world.library,
    place: world.places[0],
    municipality: 'GM0307',
    by: manager,
  },
  // A bus of the same library that stands in another province.
  {
    desk: world.popUpDesk,
    library: world.library,
    place: world.places[1],
    municipality: 'GM0363',
    by: manager,
  },
  {
    desk: world.otherDesk,
    library: world.otherLibrary,
    place: null,
    municipality: 'GM0344',
    by: otherManager,
  },
] as const
type Stand = (typeof stands)[number]
const scopeAt = ({ desk, library, by }: Stand) => proveDesk(by, library, desk)

const areas: readonly (readonly [Area, FiguresScope])[] = [
  ...[world.desk, world.popUpDesk].map(
    (key) => [{ level: 'desk', key }, proveDesk(manager, world.library, key)] as const,
  ),
  [{ level: 'desk', key: world.otherDesk }, proveDesk(otherManager, world.otherLibrary, world.otherDesk)],
  [
    { level: 'library', key: world.library },
    proveLibrary(manager, world.library, [world.desk, world.popUpDesk]),
  ],
  [
    { level: 'library', key: world.otherLibrary },
    proveLibrary(otherManager, world.otherLibrary, [world.otherDesk]),
  ],
  ...['GM0307', 'GM0344', 'GM0363'].map(
    (key) => [{ level: 'municipality', key }, proveMunicipality(world.accounts.official, [key])] as const,
  ),
  ...['PV26', 'PV27'].map(
    (key) => [{ level: 'province', key }, proveRegion(world.accounts.adviser, [key], [])] as const,
  ),
  [{ level: 'nation', key: 'NL' }, proveNation(world.accounts.analyst)],
]

async function read(area: Area, scope: FiguresScope, period = everything) {
  const { byMonth, behind } = await database.read(scope, (db) => readFigures(db, scope, area, period))
  expect(behind).toBeUndefined()
  return Object.fromEntries([...byMonth].filter(([, cells]) => Object.keys(cells).length > 0))
}

/** Every figure that can be read equals the count over the contacts, whatever was folded so far. */
async function figuresHold(): Promise<void> {
  for (const [area, scope] of areas)
    expect(await read(area, scope), area.level).toEqual(await countContacts(owner, area))
}

const act = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: one('register' as const), stand: fc.nat(3), content, again: fc.boolean() }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: one('correct' as const), which: fc.nat(), stand: fc.nat(3), content }),
  },
  { weight: 2, arbitrary: fc.record({ kind: one('delete' as const), which: fc.nat(), twice: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: one('tally' as const), stand: fc.nat(3), number: fc.nat({ max: 5 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: one('remove-tally' as const), which: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ kind: one('undone' as const), stand: fc.nat(3), content }) },
  { weight: 2, arbitrary: fc.record({ kind: one('fold' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: one('recount' as const), month: one('2026-03', '2026-10', '2026-11') }),
  },
  { weight: 1, arbitrary: fc.record({ kind: one('two-folds' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: one('killed-fold' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: one('clock' as const),
      to: one('2026-11-24T09:00:00Z', '2026-06-01T00:00:00Z'),
    }),
  },
)
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never

function contentAt(stand: Stand, said: Extract<Act, { kind: 'register' }>['content']): ContactContent {
  return {
    formCode: said.form,
    countedAs: said.rush ? 'rush' : 'contact',
    placeId: stand.place,
    municipalityCode: stand.municipality,
    channel: said.channel,
    occurredAt: said.at,
    questions: said.questions.map((question) => ({ ...question, otherText: null })),
    help: said.help.map((code) => ({
      code,
      otherText: null,
      ...(said.ownHelp && { localCodes: ['help-own-one', 'help-own-two'] }),
    })),
    duration: null,
    satisfied: 'satisfied-yes',
    gender: said.gender,
    age: said.age,
    language: null,
    visitorMunicipalityCode: said.home,
  }
}

class Killed extends Error {}

async function play(acts: readonly Act[]): Promise<void> {
  const contacts: { id: string; stand: Stand }[] = []
  const tallies: { id: string; stand: Stand }[] = []
  for (const each of acts) {
    const stand = stands['stand' in each ? each.stand : 0] as Stand
    const scope = scopeAt(stand)
    const now = clock.now()
    switch (each.kind) {
      case 'register': {
        const id = uuidv7()
        const registration = { id, content: contentAt(stand, each.content), authorAccountId: stand.by }
        for (const _ of each.again ? [1, 2] : [1])
          await database.write(scope, (tx) => registerContact(tx, scope, registration, now))
        contacts.push({ id, stand })
        break
      }
      case 'undone': {
        const registration = {
          id: uuidv7(),
          content: contentAt(stand, each.content),
          authorAccountId: stand.by,
        }
        await database
          .write(scope, async (tx) => {
            await registerContact(tx, scope, registration, now)
            throw new Killed()
          })
          .catch((error: unknown) => expect(error).toBeInstanceOf(Killed))
        break
      }
      case 'correct': {
        const known = contacts[each.which % contacts.length]
        // A contact stays at its desk, and may move to another place of it.
        if (!known || known.stand.desk !== stand.desk) break
        const change = { contactId: known.id, oversees: true, content: contentAt(stand, each.content) }
        await database.write(scope, (tx) => correctContact(tx, scope, change, now))
        break
      }
      case 'delete': {
        const known = contacts[each.which % contacts.length]
        if (!known) break
        const own = scopeAt(known.stand)
        for (const _ of each.twice ? [1, 2] : [1])
          await database.write(own, (tx) =>
            deleteContact(tx, own, { contactId: known.id, oversees: true }, now),
          )
        break
      }
      case 'tally': {
        const id = uuidv7()
        const marks = [
          { topicCode: 'digid', serviceProvider: 'logius', number: each.number },
          { topicCode: 'passport', serviceProvider: null, number: 1 },
        ]
        const tally = { countedOn: localDay(now), channel: 'channel-pop-up', marks }
        const entered = {
          id,
          tally,
          formCode: 'guide',
          municipalityCode: stand.municipality,
          authorAccountId: stand.by,
        }
        await database.write(scope, (tx) => enterTally(tx, scope, entered, now))
        tallies.push({ id, stand })
        break
      }
      case 'remove-tally': {
        const known = tallies[each.which % tallies.length]
        if (!known) break
        const own = scopeAt(known.stand)
        await database.write(own, (tx) => removeTally(tx, own, known.id, now))
        break
      }
      case 'fold':
        await foldFigures(workerDatabase)
        break
      case 'recount':
        await recountMonths(workerDatabase, [each.month])
        break
      case 'two-folds':
        await Promise.all([foldFigures(workerDatabase), foldFigures(workerDatabase)])
        break
      case 'killed-fold':
        await workerDatabase
          .keep(job, async (tx) => {
            await foldBatch(tx, job)
            throw new Killed()
          })
          .catch((error: unknown) => expect(error).toBeInstanceOf(Killed))
        break
      case 'clock':
        clock.moveTo(each.to)
    }
  }
}

beforeEach(async () => {
  await owner.query(
    'truncate contacts.contacts, contacts.tallies, contacts.figure_changes, contacts.contact_versions, reports.figures cascade',
  )
  clock.moveTo('2026-11-24T09:00:00Z')
})

describe('figures', () => {
  test('come to the count over the contacts at every level, whatever happened in which order', async () => {
    await fc.assert(
      fc
        .asyncProperty(fc.array(act, { minLength: 1, maxLength: 25 }), async (acts) => {
          await play(acts)
          await figuresHold()
          await foldFigures(workerDatabase)
          await figuresHold()
          expect((await owner.query('select from contacts.figure_changes')).rowCount).toBe(0)
          // Nothing below zero, nothing that stands at zero.
          const { rows } = await owner.query(
            `select from reports.figures, jsonb_each_text(cells) where value::int <= 0`,
          )
          expect(rows).toEqual([])
        })
        .beforeEach(async () => {
          await owner.query(
            'truncate contacts.contacts, contacts.tallies, contacts.figure_changes, contacts.contact_versions, reports.figures cascade',
          )
        }),
      { numRuns: Number(process.env.ROUNDS ?? 0) > 0 ? 300 : 40, timeout: 20_000 },
    )
  }, 300_000)

  test('of part of a month are those of its days', async () => {
    const at = (day: string) => ({
      kind: 'register' as const,
      stand: 0,
      again: false,
      content: { ...said, at: day },
    })
    await play([at('2026-03-31T10:00:00Z'), at('2026-04-01T10:00:00Z'), at('2026-04-30T10:00:00Z')])
    await play([at('2026-05-01T10:00:00Z'), { kind: 'fold' }, at('2026-04-15T10:00:00Z')])
    const [area, scope] = areas[0] as (typeof areas)[number]
    const contacts = async (from: string, until: string) =>
      Object.values(await read(area, scope, { from, until })).reduce(
        (sum, cells) => sum + (cells.contacts ?? 0),
        0,
      )
    expect(await contacts('2026-04-01', '2026-04-30')).toBe(3)
    expect(await contacts('2026-04-02', '2026-04-30')).toBe(2)
    expect(await contacts('2026-04-15', '2026-04-15')).toBe(1)
    expect(await contacts('2026-03-31', '2026-05-01')).toBe(5)
    expect(await contacts('2026-04-01', '2026-05-30')).toBe(4)
    expect(await contacts('2026-04-16', '2026-04-29')).toBe(0)
  })

  test('move with a contact that is corrected to the other side of a month, and stay where the desk stood', async () => {
    await play([
      { kind: 'register', stand: 0, again: false, content: { ...said, at: '2026-10-31T22:59:59Z' } },
    ])
    await foldFigures(workerDatabase)
    await owner.query(`update desks.desks set municipality_code = 'GM0363' where id = $1`, [world.desk])
    await play([])
    const scope = scopeAt(stands[0])
    const { rows } = await owner.query<{ id: string }>('select id from contacts.contacts')
    const content = {
      ...contentAt(stands[0], { ...said, at: '2026-10-31T23:00:00Z' }),
      municipalityCode: 'GM0363',
    }
    const change = { contactId: rows[0]?.id ?? '', oversees: true, content }
    await database.write(scope, (tx) => correctContact(tx, scope, change, clock.now()))
    await figuresHold()
    await foldFigures(workerDatabase)
    await figuresHold()
    expect(Object.keys(await read({ level: 'municipality', key: 'GM0307' }, proveNation(manager)))).toEqual([
      '2026-11',
    ])
    await owner.query(`update desks.desks set municipality_code = 'GM0307' where id = $1`, [world.desk])
  })

  test('of another are not to be read, folded or not, whatever the query asks', async () => {
    await play([{ kind: 'register', stand: 3, again: false, content: said }])
    const readAll = async () => {
      const seen: string[] = []
      for (const [, scope] of areas)
        for (const [area] of areas) {
          const figures = await database.read(scope, (db) => readFigures(db, scope, area, everything))
          if (figures.byMonth.size > 0) seen.push(`${scope.kind} ${area.level} ${area.key}`)
        }
      return new Set(seen)
    }
    const { otherDesk, otherLibrary } = world
    const allowed = [
      `desk desk ${otherDesk}`,
      `library desk ${otherDesk}`,
      `library library ${otherLibrary}`,
      'municipality municipality GM0344',
      'region province PV26',
      ...['municipality GM0344', 'province PV26', 'nation NL'].map((area) => `nation ${area}`),
    ]
    expect(await readAll()).toEqual(new Set(allowed))
    await foldFigures(workerDatabase)
    expect(await readAll()).toEqual(new Set(allowed))
  })

  test('say so when too much waits to be added up while reading', async () => {
    await owner.query(
      `insert into contacts.figure_changes (library_id, desk_id, municipality_code, day, cells, appended_at)
       select $1, $2, 'GM0307', '2026-11-01', '{"contacts": 1}', '2026-11-24T08:59:00Z' from generate_series(1, 5001)`,
      [world.library, world.desk],
    )
    const [area, scope] = areas[0] as (typeof areas)[number]
    const figures = await database.read(scope, (db) => readFigures(db, scope, area, everything))
    expect(figures.byMonth.size).toBe(0)
    expect(figures.behind).toMatchObject({ changes: 5001 })
    expect(figures.behind?.since.toString()).toBe('2026-11-24T08:59:00Z')
    expect(await foldFigures(workerDatabase)).toBe(5001)
    expect((await read(area, scope))['2026-11']).toEqual({ contacts: 5001 })
  })
})

const said = {
  form: 'guide' as const,
  rush: false,
  channel: 'channel-desk' as const,
  at: '2026-11-20T10:00:00Z' as string,
  questions: [{ topicCode: 'digid' as const, localCode: null, serviceProviders: ['logius'], digid: null }],
  help: ['help-answered'],
  ownHelp: false,
  gender: null,
  age: null,
  home: null,
}
