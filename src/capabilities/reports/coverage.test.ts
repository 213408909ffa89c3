import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Coverage, type PeopledArea, reaches, reckonCoverage, type StandingDesk } from './coverage.ts'
import { gainScale, type OpenDesk, reachByHours, totalGain, widened } from './coverage-gain.ts'
import { metresBetween, nearestMetres } from './nearness.ts'

const municipalities = ['A', 'B', 'C', 'D'].map((code, index) => ({
  code,
  provinceCode: index < 2 ? 'P' : 'Q',
}))
/** Degrees by the thousandth, some hundred metres: a whole number shrinks to a small one. */
const degrees = (from: number, to: number) =>
  fc.integer({ min: from * 1000, max: to * 1000 }).map((thousandths) => thousandths / 1000)
const point = fc.record({ latitude: degrees(50.7, 53.6), longitude: degrees(3.3, 7.3) })
// Close together, so that distances lie around those that count.
const near = fc.record({ latitude: degrees(52, 52.15), longitude: degrees(5, 5.25) })
const municipality = fc.constantFrom('A', 'B', 'C', 'D')
const area: fc.Arbitrary<PeopledArea> = fc
  .tuple(near, municipality, fc.nat(20_000))
  .map(([at, code, inhabitants]) => ({ ...at, municipality: code, inhabitants }))
const desk: fc.Arbitrary<StandingDesk> = fc.record({
  id: fc.uuid(),
  municipality,
  point: fc.option(near, { nil: undefined }),
})
const stop = fc.tuple(near, municipality).map(([at, code]) => ({ ...at, municipality: code }))
const input = fc.record({
  areas: fc.array(area, { maxLength: 30 }),
  desks: fc.uniqueArray(desk, { maxLength: 8, selector: ({ id }) => id }),
  stops: fc.array(stop, { maxLength: 4 }),
})

const of = (all: readonly Coverage[], level: Coverage['level']) => all.filter((each) => each.level === level)
const numbersOf = ({ inhabitants, within, withinOrStop, desks, desksWithoutPoint, stops }: Coverage) => [
  inhabitants,
  ...reaches.map((reach) => within[reach]),
  withinOrStop,
  desks,
  desksWithoutPoint,
  stops,
]
const sum = (all: readonly Coverage[]) =>
  all.map(numbersOf).reduce((one, other) => one.map((value, index) => value + (other[index] ?? 0)))

describe('the shortest way on average', () => {
  test('is that of the desk to which no other is nearer, in whole metres', () => {
    fc.assert(
      fc.property(input, ({ areas, desks }) => {
        for (const { key, nearest, desks: own } of of(
          reckonCoverage({ areas, municipalities, desks, stops: [] }),
          'municipality',
        )) {
          const people = areas.filter((each) => each.municipality === key)
          const all = people.reduce((sum, { inhabitants }) => sum + inhabitants, 0)
          const ways = desks.flatMap(({ id, point }) =>
            point
              ? [
                  {
                    deskId: id,
                    metres: Math.round(
                      people.reduce(
                        (sum, each) => sum + (each.inhabitants / all) * metresBetween(each, point),
                        0,
                      ),
                    ),
                  },
                ]
              : [],
          )
          const [shortest] = ways.sort(
            (one, other) => one.metres - other.metres || (one.deskId < other.deskId ? -1 : 1),
          )
          expect(nearest).toEqual(own > 0 || all === 0 ? undefined : shortest)
        }
      }),
    )
  })
})

describe('distance', () => {
  test('is that over the earth', () => {
    const [dam, domTower] = [
      { latitude: 52.3731, longitude: 4.8926 },
      { latitude: 52.0907, longitude: 5.1214 },
    ]
    expect(metresBetween(dam, domTower) / 1000).toBeCloseTo(35.1, 1)
    expect(metresBetween(dam, dam)).toBe(0)
    // A minute of latitude is a nautical mile.
    const mile = { latitude: dam.latitude + 1 / 60, longitude: dam.longitude }
    expect(metresBetween(dam, mile)).toBeCloseTo(1853, 0)
  })

  test('agrees with the haversine formula, from metres to the length of the country', () => {
    const radians = (degrees: number): number => (degrees * Math.PI) / 180
    const distances = fc.oneof(
      fc.tuple(point, point),
      fc.tuple(point, fc.double({ min: -1e-4, max: 1e-4, noNaN: true })).map(([one, by]) => {
        return [one, { latitude: one.latitude + by, longitude: one.longitude + by }] as const
      }),
    )
    fc.assert(
      fc.property(distances, ([one, other]) => {
        const [lat, lon] = [
          radians(other.latitude - one.latitude) / 2,
          radians(other.longitude - one.longitude) / 2,
        ]
        const a =
          Math.sin(lat) ** 2 +
          Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * Math.sin(lon) ** 2
        expect(metresBetween(one, other)).toBeCloseTo(2 * 6_371_008.8 * Math.asin(Math.sqrt(a)), 4)
      }),
    )
  })

  test('without a desk is endless', () => {
    expect(nearestMetres([{ latitude: 52, longitude: 5 }], [])[0]).toBe(Number.POSITIVE_INFINITY)
  })
})

describe('reach', () => {
  test('counts at the border of a distance, each desk once, and looks across the border of the municipality', () => {
    const at = (kilometres: number) => ({ latitude: 52 + kilometres / 111.195, longitude: 5 })
    const all = reckonCoverage({
      municipalities,
      areas: [
        { ...at(0), municipality: 'A', inhabitants: 1 },
        { ...at(1.99), municipality: 'A', inhabitants: 10 },
        { ...at(2.01), municipality: 'B', inhabitants: 100 },
        { ...at(4.99), municipality: 'C', inhabitants: 1000 },
        { ...at(10.01), municipality: 'C', inhabitants: 10_000 },
      ],
      desks: [
        { id: 'x', municipality: 'A', point: at(0) },
        { id: 'y', municipality: 'D', point: undefined },
      ],
      stops: [{ ...at(10), municipality: 'C' }],
    })
    const find = (key: string) => all.find((each) => each.key === key)
    expect(find('NL')).toEqual({
      level: 'nation',
      key: 'NL',
      inhabitants: 11_111,
      within: { 2: 11, 5: 1111, 10: 1111 },
      withinOrStop: 11_111,
      desks: 2,
      desksWithoutPoint: 1,
      stops: 1,
      nearest: undefined,
    })
    expect(find('B')).toMatchObject({ desks: 0, within: { 2: 0, 5: 100 }, nearest: { deskId: 'x' } })
    expect(find('B')?.nearest?.metres).toBeCloseTo(2010, -1)
    // On average: 1,000 at 5 km and 10,000 at 10.
    expect(find('C')?.nearest?.metres).toBeCloseTo((4990 + 10 * 10_010) / 11, -2)
    expect(find('A')?.nearest).toBeUndefined()
    // It has a desk, though nobody knows where.
    expect(find('D')).toMatchObject({ desks: 1, inhabitants: 0, nearest: undefined })
  })

  test('adds up: municipalities, provinces and the nation, everybody once', () => {
    fc.assert(
      fc.property(input, (network) => {
        const all = reckonCoverage({ ...network, municipalities })
        const [nation] = of(all, 'nation')
        expect(sum(of(all, 'municipality'))).toEqual(nation && numbersOf(nation))
        expect(sum(of(all, 'province'))).toEqual(nation && numbersOf(nation))
        expect(nation?.inhabitants).toBe(
          network.areas.reduce((total, { inhabitants }) => total + inhabitants, 0),
        )
        for (const { within, inhabitants, withinOrStop } of all) {
          expect(within[2]).toBeLessThanOrEqual(within[5])
          expect(within[5]).toBeLessThanOrEqual(within[10])
          expect(within[10]).toBeLessThanOrEqual(inhabitants)
          expect(withinOrStop).toBeGreaterThanOrEqual(within[5])
          expect(withinOrStop).toBeLessThanOrEqual(inhabitants)
        }
      }),
    )
  })

  test('never becomes less by a desk more, and by exactly what the desk was said to bring', () => {
    fc.assert(
      fc.property(input, near, municipality, (network, at, code) => {
        const before = reckonCoverage({ ...network, municipalities })
        const more = [...network.desks, { id: 'new', municipality: code, point: at }]
        const after = reckonCoverage({ ...network, desks: more, municipalities })
        for (const [index, { within, withinOrStop }] of before.entries()) {
          for (const reach of reaches)
            expect(after[index]?.within[reach]).toBeGreaterThanOrEqual(within[reach])
          expect(after[index]?.withinOrStop).toBeGreaterThanOrEqual(withinOrStop)
        }
        const nearest = nearestMetres(
          network.areas,
          network.desks.flatMap((each) => each.point ?? []),
        )
        const gain = gainScale(network.areas, nearest)(at, code)
        const grown = (all: readonly Coverage[], key: string, reach: (typeof reaches)[number]): number =>
          all.find((each) => each.key === key)?.within[reach] ?? 0
        for (const reach of reaches) {
          expect(totalGain(gain, reach)).toBe(grown(after, 'NL', reach) - grown(before, 'NL', reach))
          expect(gain[reach].own).toBe(grown(after, code, reach) - grown(before, code, reach))
        }
      }),
    )
  })

  test('does not depend on the order of desks, areas and stops', () => {
    fc.assert(
      fc.property(input, ({ areas, desks, stops }) => {
        const one = reckonCoverage({ areas, desks, stops, municipalities })
        const other = reckonCoverage({
          areas: areas.toReversed(),
          desks: desks.toReversed(),
          stops: stops.toReversed(),
          municipalities,
        })
        // The mean over areas is a sum of fractions: in another order it may be rounded to the next metre.
        const withoutMetres = (all: readonly Coverage[]) => all.map(({ nearest: _, ...rest }) => rest)
        expect(withoutMetres(other)).toEqual(withoutMetres(one))
        const metres = (all: readonly Coverage[]) => all.map(({ nearest }) => nearest?.metres ?? 0)
        for (const [index, each] of metres(one).entries())
          expect(Math.abs(each - (metres(other)[index] ?? 0))).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('hours', () => {
  const openDesk: fc.Arbitrary<OpenDesk> = fc
    .tuple(near, fc.uuid(), fc.nat(40), fc.boolean(), fc.boolean())
    .map(([at, id, hoursAWeek, evening, weekend]) => ({ ...at, id, hoursAWeek, evening, weekend }))

  test('that are wider bring people nearer, and never beyond who has a desk at all', () => {
    fc.assert(
      fc.property(
        fc.array(area, { maxLength: 20 }),
        fc.array(openDesk, { minLength: 1, maxLength: 6 }),
        (areas, desks) => {
          const now = reachByHours(areas, desks, 16, 5)
          const then = reachByHours(areas, widened(desks, desks[0]?.id ?? '', 16), 16, 5)
          expect(then.any).toBe(now.any)
          for (const sort of ['long', 'evening', 'weekend'] as const) {
            expect(now[sort]).toBeLessThanOrEqual(then[sort])
            expect(then[sort]).toBeLessThanOrEqual(now.any)
          }
        },
      ),
    )
  })

  test('count from the given number on', () => {
    const areas = [{ latitude: 52, longitude: 5, municipality: 'A', inhabitants: 7 }]
    const open: OpenDesk = {
      id: 'x',
      latitude: 52,
      longitude: 5,
      hoursAWeek: 8,
      evening: false,
      weekend: true,
    }
    expect(reachByHours(areas, [open], 8, 5)).toEqual({ any: 7, long: 7, evening: 0, weekend: 7 })
    expect(reachByHours(areas, [open], 9, 5).long).toBe(0)
  })
})
