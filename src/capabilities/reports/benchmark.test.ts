import fc from 'fast-check'
import loadHighs from 'highs'
import { describe, expect, test } from 'vitest'
import { type Benchmark, groupsOf, type Network, reckonBenchmarks } from './benchmark.ts'
import { type Compared, type Counts, countedCells, kindOfMeasure } from './benchmark-measure.ts'
import { leftOut } from './peer-groups.ts'

const highs = await loadHighs()

/** A desk of a network of the test; undefined hours are not known. */
interface TestDesk {
  readonly contacts: number
  readonly hours: number | undefined
}
interface TestLibrary {
  readonly size: number
  readonly urban: number
  readonly desks: readonly TestDesk[]
}

const zero = Object.fromEntries(Object.keys(countedCells).map((name) => [name, 0])) as Record<
  keyof Counts,
  number
>
const countsOf = (contacts: number): Counts => ({ ...zero, contacts, questions: Math.round(contacts * 1.3) })
const hourClass = (hours: number | undefined): number =>
  hours === undefined ? 0 : hours < 8 ? 1 : hours <= 32 ? 2 : 3

function networkOf(libraries: readonly TestLibrary[]): Network {
  const at = { months: 12, inhabitants: undefined }
  return {
    desk: libraries.flatMap(({ size, urban, desks }, library) =>
      desks.map(({ contacts, hours }, desk): Compared => {
        const owner = `library ${library}`
        const classes = [size, urban, hourClass(hours)]
        return {
          ...at,
          key: `desk ${library}.${desk}`,
          owner,
          watchers: [owner],
          classes,
          counts: countsOf(contacts),
          hours,
        }
      }),
    ),
    library: libraries.map(({ size, urban, desks }, library): Compared => {
      const key = `library ${library}`
      const counts = countsOf(desks.reduce((sum, { contacts }) => sum + contacts, 0))
      return { ...at, key, owner: key, watchers: [key], classes: [size, urban], counts, hours: undefined }
    }),
    municipality: [],
    province: [],
  }
}

const arbitraryLibraries = fc.array(
  fc.record({
    size: fc.nat({ max: 3 }),
    urban: fc.nat({ max: 1 }),
    desks: fc.array(
      fc.record({
        contacts: fc.oneof(
          { weight: 30, arbitrary: fc.integer({ min: 1, max: 900 }) },
          fc.constant(0),
          fc.constant(3000),
        ),
        hours: fc.oneof({ weight: 15, arbitrary: fc.integer({ min: 2, max: 50 }) }, fc.constant(undefined)),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  }),
  { minLength: 8, maxLength: 40 },
)

/** What somebody learns: so much comes to this together. */
interface Known {
  readonly members: readonly Compared[]
  readonly total: number
}

/**
 * All totals that somebody can work out from these rows. Months, hours and who is in which group are public. Who was left out
 * of an average is not told; here it is known, which is more than anybody has.
 */
function totalsIn(rows: readonly Benchmark[], network: Network): Known[] {
  return rows.flatMap(({ level, key, measure, all, peers }) => {
    const { base, part, whole } = kindOfMeasure(measure)
    if (base !== 'contacts' || part !== 'contacts') return []
    const groups = groupsOf(network, level, measure)
    const counted = groups.map(({ members }) => {
      const out = new Set(leftOut(members, ({ known }) => known))
      return members.filter((member) => !out.has(member) && member.weight > 0 && member.known)
    })
    const total = (members: readonly Compared[], average: number): Known => ({
      members: members.flatMap((member) => desksOf(member, network)),
      total: average * members.reduce((sum, member) => sum + (whole(member) ?? 0), 0),
    })
    const own = groups.findIndex(({ members }) => members.some((member) => member.key === key))
    return [
      ...(all ? [total(counted.flat(), all.average)] : []),
      ...(peers ? [total(counted[own] ?? [], peers.average)] : []),
    ]
  })
}

/** What totals are of: desks, and municipalities, which have nothing to do with them here. */
const smallestOf = ({ desk, municipality }: Network): Compared[] => [...desk, ...municipality]

const desksOf = (compared: Compared, network: Network): Compared[] =>
  smallestOf(network).filter(({ key, owner }) => key === compared.key || owner === compared.key)

/** Of others that are in the same totals nobody can tell one from another: the largest of each such set is attacked. */
function targetsIn(totals: readonly Known[], who: string, network: Network): Compared[] {
  const largest = new Map<string, Compared>()
  for (const desk of smallestOf(network)) {
    if (desk.watchers.includes(who)) continue
    const within = totals.map(({ members }) => members.includes(desk)).join()
    if (!within.includes('true')) continue
    const known = largest.get(within)
    if (!known || known.counts.contacts < desk.counts.contacts) largest.set(within, desk)
  }
  return [...largest.values()]
}

/** How little and how much a desk can have had, for somebody who knows these totals and the figures that he may see. */
function boundsOf(
  target: Compared,
  totals: readonly Known[],
  who: string,
  network: Network,
): [number, number] {
  const name = new Map(smallestOf(network).map(({ key }, at) => [key, `x${at}`]))
  const rows = totals.flatMap(({ members, total }) => {
    const others = members.filter(({ watchers }) => !watchers.includes(who))
    const own = members.filter(({ watchers }) => watchers.includes(who))
    const rest = total - own.reduce((sum, { counts }) => sum + counts.contacts, 0)
    return others.length === 0
      ? []
      : [`${others.map(({ key }) => name.get(key)).join(' + ')} = ${Math.round(rest * 1e6) / 1e6}`]
  })
  const solve = (sense: 'Minimize' | 'Maximize'): number => {
    const { Status, ObjectiveValue } = highs.solve(
      `${sense}\n obj: ${name.get(target.key)}\nSubject To\n${rows.map((row, at) => ` c${at}: ${row}`).join('\n')}\nEnd\n`,
    )
    expect(Status).toBe('Optimal')
    return ObjectiveValue
  }
  return [solve('Minimize'), solve('Maximize')]
}

describe('what the averages tell', () => {
  test('nobody can say of a desk of another library that it had anything at all, nor that it had less than twice what it had', () => {
    let attacked = 0
    fc.assert(
      fc.property(arbitraryLibraries, fc.nat(), (libraries, who) => {
        const network = networkOf(libraries)
        const owner = `library ${who % libraries.length}`
        const rows = reckonBenchmarks(network).filter(({ level, key }) =>
          level === 'library'
            ? key === owner
            : network.desk.some((desk) => desk.key === key && desk.owner === owner),
        )
        const totals = totalsIn(rows, network)
        for (const target of targetsIn(totals, owner, network)) {
          attacked++
          const [least, most] = boundsOf(target, totals, owner, network)
          expect(least).toBeLessThanOrEqual(0.001)
          expect(most).toBeGreaterThanOrEqual(2 * target.counts.contacts - 0.01)
        }
      }),
      { numRuns: 80, seed: 27, endOnFailure: true },
    )
    // A law about nothing would hold as well.
    expect(attacked).toBeGreaterThan(200)
  }, 60_000)

  test('and the same attack finds a desk where groups are widened one by one, each desk by itself', () => {
    const desks = (hours: number, count: number): TestLibrary[] =>
      Array.from({ length: count }, (_, at) => ({
        size: 1,
        urban: 0,
        desks: [{ contacts: 100 + at * 10, hours }],
      }))
    // Twelve desks with few hours have peers; the one with many would get all thirteen for peers.
    const network = networkOf([...desks(6, 12), ...desks(40, 1)])
    const owner = 'library 0'
    const total = (members: readonly Compared[]): Known => ({
      members,
      total: members.reduce((sum, { counts }) => sum + counts.contacts, 0),
    })
    const few = network.desk.filter(({ hours }) => hours === 6)
    const alone = network.desk.find(({ hours }) => hours === 40)
    if (!alone) throw new Error('not there')
    const [least, most] = boundsOf(alone, [total(few), total(network.desk)], owner, network)
    expect([least, most].map(Math.round)).toEqual([100, 100])
    const told = reckonBenchmarks(network).filter(
      ({ level, measure }) => level === 'desk' && measure === 'contacts-a-month',
    )
    expect(told.every(({ all, peers }) => all?.count === 13 && peers === undefined)).toBe(true)
  })
})

describe('what the averages of municipalities tell', () => {
  interface TestMunicipality {
    readonly contacts: number
    readonly adviser: number
    readonly size: number
  }
  const municipal = (municipalities: readonly TestMunicipality[]): Network => ({
    desk: [],
    library: [],
    province: [],
    municipality: municipalities.map(({ contacts, adviser, size }, at): Compared => {
      const key = `municipality ${at}`
      return {
        key,
        owner: key,
        watchers: [key, `adviser ${adviser}`],
        classes: [size, 0],
        counts: countsOf(contacts),
        months: 12,
        hours: undefined,
        inhabitants: 20_000,
      }
    }),
  })
  const even = (count: number, adviserOf: (at: number) => number): Network =>
    municipal(
      Array.from({ length: count }, (_, at) => ({ contacts: 100 + at, adviser: adviserOf(at), size: 1 })),
    )
  const averages = (network: Network) =>
    reckonBenchmarks(network).flatMap(({ measure, all }) =>
      measure === 'contacts-a-month' ? [all?.count] : [],
    )

  test('they are told when one adviser sees every one of them by role: nothing is left to find out', () =>
    expect(new Set(averages(even(19, () => 0)))).toEqual(new Set([19])))

  test('and not when an adviser would find out the last two', () =>
    expect(new Set(averages(even(19, (at) => (at < 17 ? 0 : 1))))).toEqual(new Set([undefined])))

  test('neither an official nor an adviser can say of another that it had anything, nor that it had less than twice what it had', () => {
    let attacked = 0
    const arbitrary = fc.array(
      fc.record({
        contacts: fc.oneof(
          { weight: 20, arbitrary: fc.integer({ min: 1, max: 900 }) },
          fc.constant(0),
          fc.constant(3000),
        ),
        adviser: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat({ max: 3 })),
        size: fc.nat({ max: 2 }),
      }),
      { minLength: 10, maxLength: 45 },
    )
    fc.assert(
      fc.property(arbitrary, fc.nat(), fc.nat({ max: 3 }), (drawn, official, adviser) => {
        const network = municipal(drawn)
        for (const who of [`municipality ${official % drawn.length}`, `adviser ${adviser}`]) {
          const seen = new Set(
            network.municipality.flatMap(({ key, watchers }) => (watchers.includes(who) ? [key] : [])),
          )
          const totals = totalsIn(
            reckonBenchmarks(network).filter(({ key }) => seen.has(key)),
            network,
          )
          for (const target of targetsIn(totals, who, network)) {
            attacked++
            const [least, most] = boundsOf(target, totals, who, network)
            expect(least).toBeLessThanOrEqual(0.001)
            expect(most).toBeGreaterThanOrEqual(2 * target.counts.contacts - 0.01)
          }
        }
      }),
      { numRuns: 300, seed: 27, endOnFailure: true },
    )
    expect(attacked).toBeGreaterThan(100)
  }, 60_000)
})

describe('a row', () => {
  const libraries: TestLibrary[] = Array.from({ length: 24 }, (_, at) => ({
    size: at < 12 ? 0 : 3,
    urban: 0,
    desks: [{ contacts: 120 * (at + 1), hours: 20 }],
  }))
  const rows = reckonBenchmarks(networkOf(libraries))
  const row = (key: string, measure: string) =>
    rows.find((each) => each.level === 'desk' && each.key === key && each.measure === measure)

  test('has its own figure, the average of all and that of its peers, with how many these are', () => {
    expect(row('desk 2.0', 'contacts-a-month')).toMatchObject({
      value: 30,
      base: 360,
      all: { average: 125, count: 24 },
      peers: { average: 65, count: 12, traits: { size: [0, 0] } },
      rank: { from: 10, until: 12, of: 12 },
    })
    expect(row('desk 5.0', 'contacts-a-month')?.rank).toEqual({ from: 7, until: 7, of: 12 })
    expect(row('desk 5.0', 'contacts-an-hour')?.value).toBeCloseTo(720 / (20 * 52))
  })

  test('has no average of what nobody had, nor of what everybody had', () => {
    expect(row('desk 2.0', 'satisfied')).toBeUndefined()
    const all = networkOf(libraries)
    const everybody = {
      ...all,
      desk: all.desk.map((desk) => ({
        ...desk,
        counts: { ...desk.counts, satisfied: desk.counts.contacts, satisfiedKnown: desk.counts.contacts },
      })),
    }
    expect(
      reckonBenchmarks(everybody).find(({ key, measure }) => key === 'desk 2.0' && measure === 'satisfied'),
    ).toMatchObject({ value: 1, all: undefined, peers: undefined })
  })

  test('has no average in which one library has more than half', () => {
    const large = libraries.map((library, at) =>
      at === 20 ? { ...library, desks: [{ contacts: 99_000, hours: 20 }] } : library,
    )
    const found = reckonBenchmarks(networkOf(large)).filter(({ level }) => level === 'desk')
    expect(found.every(({ all, peers }) => all === undefined && peers === undefined)).toBe(true)
  })
})
