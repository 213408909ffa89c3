import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  adviser,
  analyst,
  areas,
  byOne,
  clock,
  countSaid,
  database,
  manager,
  narrowing,
  official,
  owner,
  period,
  read,
  register,
  type Said,
  said,
  today,
  workerDatabase,
  world,
} from '../../../../tests/support/narrowing-world.ts'
import {
  proveDesk,
  proveLibrary,
  proveMunicipality,
  proveNation,
  proveRegion,
} from '../../../platform/auth/scope.ts'
import type { Area, FiguresScope } from '../area.ts'
import { recountSlices } from '../jobs.ts'
import { isNarrowed } from '../narrowing.ts'
import { readNarrowed } from './read-narrowed.query.ts'

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
