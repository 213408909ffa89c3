import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DeskMonth } from '../contacts/public.ts'
import type { FinancedDesk } from '../desks/public.ts'
import {
  type AccountingMunicipality,
  desksPaidFor,
  fiveIndicators,
  questionsHere,
  sumOf,
  sumOfShares,
  wholeEuros,
} from './indicators.ts'

const own: AccountingMunicipality = {
  code: 'GM0307',
  codes: ['GM0307'],
  successorCode: null,
  becameSuccessor: false,
}
const desk = (facts: Partial<FinancedDesk>): FinancedDesk => ({
  id: 'a',
  name: 'A',
  kind: 'library',
  libraryId: 'one',
  municipalityCode: 'GM0307',
  addedOn: '2024-03-01',
  active: true,
  closedOn: null,
  financiers: [],
  ...facts,
})
const month = (facts: Partial<DeskMonth>): DeskMonth => ({
  deskId: 'a',
  libraryId: 'one',
  here: true,
  month: '2025-05',
  contacts: 2,
  questions: 3,
  tallied: 0,
  ...facts,
})
const none = new Map()
const shares = (
  desks: FinancedDesk[],
  months: DeskMonth[] = [],
  municipality = own,
  weights: ReadonlyMap<string, ReadonlyMap<string, number>> = none,
) =>
  desksPaidFor(desks, months, municipality, 2025, weights).map(({ share, sharedBy, here }) => [
    share,
    sharedBy,
    here,
  ])

describe('a desk that a municipality finances', () => {
  test('is one in which it stands where nobody said who pays, and one of which its library says so, also across the border', () => {
    expect(shares([desk({})])).toEqual([[1, 'assumed', true]])
    expect(shares([desk({ municipalityCode: 'GM0344' })])).toEqual([])
    expect(shares([desk({ municipalityCode: 'GM0344', financiers: ['GM0307'] })])).toEqual([
      [1, 'whole', false],
    ])
    expect(shares([desk({ financiers: ['GM0344'] })])).toEqual([])
  })

  test('counts by a part: as many as pay, or the key of the library when all of them stand in it', () => {
    const three = desk({ financiers: ['GM0307', 'GM0344', 'GM0327'] })
    expect(shares([three])).toEqual([[1 / 3, 'equal', true]])
    const key = new Map([
      [
        'one',
        new Map([
          ['GM0307', 5000],
          ['GM0344', 3000],
          ['GM0327', 2000],
          ['GM0310', 90_000],
        ]),
      ],
    ])
    expect(shares([three], [], own, key)).toEqual([[0.5, 'key', true]])
    expect(shares([desk({ financiers: ['GM0307', 'GM0321'] })], [], own, key)).toEqual([[0.5, 'equal', true]])
  })

  test.each([
    [{ addedOn: '2026-01-01' }, 0],
    [{ addedOn: '2025-12-31' }, 1],
    [{ active: false, closedOn: '2025-01-01' }, 0],
    [{ active: false, closedOn: '2025-01-02' }, 1],
    [{ active: false, closedOn: null }, 0],
  ])('was open at any time in the year: %o counts %i', (facts, count) =>
    expect(shares([desk(facts)])).toHaveLength(count),
  )

  test('was open when it has contacts in the year, and stood where they were: it may have moved house since', () => {
    expect(shares([desk({ addedOn: '2026-02-01' })], [month({})])).toEqual([[1, 'assumed', true]])
    expect(shares([desk({})], [month({ here: false })])).toEqual([])
    expect(shares([desk({ municipalityCode: 'GM0344' })], [month({})])).toEqual([[1, 'assumed', true]])
    // A bus is at home where its library says.
    expect(shares([desk({ kind: 'mobile' })], [month({ here: false })])).toEqual([[1, 'assumed', true]])
    expect(shares([desk({ kind: 'mobile', municipalityCode: 'GM0344' })], [month({})])).toEqual([])
  })

  test('of a municipality that merged stays its own in its years, and goes on with the successor', () => {
    const before = { ...own, code: 'GM0001', codes: ['GM0001'], successorCode: 'GM0307' }
    const moved = desk({ financiers: ['GM0307'] })
    expect(shares([moved], [month({})], before)).toEqual([[1, 'whole', true]])
    expect(shares([moved], [month({ here: false })], before)).toEqual([])
    const after = { ...own, codes: ['GM0307', 'GM0001', 'GM0002'] }
    expect(shares([desk({ financiers: ['GM0001', 'GM0002'] })], [], after)).toEqual([[1, 'whole', true]])
  })

  test('that left no contacts stood where it stands, also when the whole municipality got another name since', () => {
    const became = {
      ...own,
      code: 'GM0001',
      codes: ['GM0001'],
      successorCode: 'GM0307',
      becameSuccessor: true,
    }
    expect(shares([desk({})], [], became)).toEqual([[1, 'assumed', true]])
    expect(shares([desk({ kind: 'mobile', financiers: ['GM0307'] })], [], became)).toEqual([
      [1, 'whole', true],
    ])
    // One of several that merged: nobody knows in which it stood.
    expect(shares([desk({})], [], { ...became, becameSuccessor: false })).toEqual([])
  })

  test('counts once, and all who pay together pay it whole', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom('GM0307', 'GM0344', 'GM0327', 'GM0310', 'GM0321'), { minLength: 1 }),
        fc.option(fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 5, maxLength: 5 })),
        (payers, basis) => {
          const codes = ['GM0307', 'GM0344', 'GM0327', 'GM0310', 'GM0321']
          const weights = new Map(
            basis ? [['one', new Map(codes.map((code, index) => [code, basis[index] ?? 0]))]] : [],
          )
          const parts = codes.flatMap((code) =>
            desksPaidFor([desk({ financiers: payers })], [], { ...own, code, codes: [code] }, 2025, weights),
          )
          expect(parts).toHaveLength(payers.length)
          expect(sumOf(parts.map(({ share }) => share))).toBeCloseTo(1, 9)
        },
      ),
    ))
})

test('the questions by desk and month make the number, and what was elsewhere is not in it', () =>
  fc.assert(
    fc.property(
      fc.uniqueArray(
        fc.record({
          deskId: fc.constantFrom('a', 'b', 'c'),
          here: fc.boolean(),
          month: fc.constantFrom('2025-01', '2025-02', '2025-12'),
          questions: fc.nat(500),
        }),
        { selector: (row) => `${row.deskId} ${row.here} ${row.month}` },
      ),
      (rows) => {
        const desks = questionsHere(rows.map(month))
        const parts = desks.flatMap(({ byMonth }) => [...byMonth.values()])
        expect(sumOf(parts)).toBe(sumOf(rows.filter(({ here }) => here).map(({ questions }) => questions)))
        expect(sumOf(parts)).toBe(sumOf(desks.map(({ questions }) => questions)))
        expect(new Set(desks.map(({ deskId }) => deskId)).size).toBe(desks.length)
      },
    ),
  ))

test('a correction stands in the place of what was counted; the last one holds', () => {
  const correction = (value: number) => ({
    id: `${value}`,
    indicator: 4 as const,
    value,
    counted: 40,
    reason: 'Een week op papier',
    madeOn: '2026-01-20',
  })
  const five = fiveIndicators({ 1: 100, 2: 0, 3: 2, 4: 44, 5: 9 }, [correction(50), correction(52)])
  expect(five.map(({ value }) => value)).toEqual([100, 0, 2, 52, 9])
  expect(five[3]?.counted).toBe(44)
})

test('shares are shown in hundredths, euros whole', () => {
  const third = { desk: desk({}), share: 1 / 3, sharedBy: 'equal' as const, payers: [], here: true }
  expect(sumOfShares([third, third, third])).toBe(1)
  expect(sumOfShares([third, { ...third, share: 1 }])).toBe(1.33)
  expect([0, 49, 50, 149, 150, 12_345_650].map(wholeEuros)).toEqual([0, 0, 1, 1, 2, 123_457])
})
