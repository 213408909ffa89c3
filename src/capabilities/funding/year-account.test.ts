import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCsv } from '../../platform/csv/read-csv.ts'
import { type Booking, purposes, sumByPurpose, sumOfPurposes } from './booking.ts'
import { amountOfYear, type KnownAmount, reckonGrant } from './grant.ts'
import type { Scheme } from './scheme.ts'
import { foresee, mostCarryOver, reckonBalance } from './year-account.ts'
import {
  accountOfYear,
  isCarriedInReckoned,
  type MoneyFacts,
  mayKeepYear,
  yearsWithMoney,
} from './year-chain.ts'

const scheme: Scheme = {
  id: 'spuk',
  name: 'Specifieke uitkering',
  kind: 'specific-grant',
  provider: 'BZK',
  legalBasis: '',
  firstYear: 2023,
  lastYear: 2025,
  centsPerInhabitant: 83,
  inhabitantsOn: '2022-01-01',
  centsPerLessEducated: 70,
  advancePercent: 100,
  carryOverPercent: 25,
  accountsToNation: true,
  code: null,
  deadline: null,
  auditKinds: ['', '', '', '', ''],
  source: '',
  version: 1,
}
const ownMoney: Scheme = { ...scheme, id: 'own', kind: 'own-money', firstYear: 2026, lastYear: null }
const known = (of: Partial<KnownAmount>): KnownAmount => ({
  municipalityCode: 'GM0307',
  schemeId: 'spuk',
  fromYear: 2023,
  inhabitants: null,
  lessEducated: null,
  amountCents: null,
  source: 'typed',
  sourceNote: '',
  version: 1,
  ...of,
})
const booking = (of: Partial<Booking>): Booking => ({
  id: 'b',
  municipalityCode: 'GM0307',
  year: 2024,
  day: '2024-03-01',
  kind: 'spending',
  purpose: 'library',
  libraryId: null,
  commitmentId: null,
  sharedCostId: null,
  description: 'x',
  amountCents: 0,
  afterSigning: false,
  reason: '',
  isStruckOut: false,
  struckOutReason: '',
  version: 1,
  ...of,
})
const facts = (of: Partial<MoneyFacts> = {}): MoneyFacts => ({
  schemes: [scheme, ownMoney],
  amounts: [known({ amountCents: 1_000_001 })],
  choices: [],
  signed: [],
  bookings: [],
  municipalities: [{ code: 'GM0307', inhabitants2022: 158_531, validUntil: null, successorCode: null }],
  ...of,
})

test('the amount is reckoned from inhabitants and less-educated; until these are known it is a part, and says so', () => {
  expect(reckonGrant(scheme, undefined, 158_531)).toMatchObject({
    cents: 13_158_073,
    missing: 'less-educated',
  })
  expect(reckonGrant(scheme, known({ lessEducated: 20_000 }), 158_531)).toMatchObject({
    cents: 13_158_073 + 1_400_000,
    source: 'reckoned',
    missing: null,
  })
  expect(reckonGrant(scheme, known({ amountCents: 5, source: 'annex' }), 158_531)).toMatchObject({
    cents: 5,
    source: 'annex',
    missing: null,
  })
  expect(reckonGrant(scheme, undefined, null)).toMatchObject({ cents: 0, missing: 'inhabitants' })
  const free = { ...scheme, centsPerInhabitant: null, centsPerLessEducated: null }
  expect(reckonGrant(free, undefined, 158_531)).toMatchObject({ cents: 0, missing: 'amount' })
})

test('all inhabitants together come to the 14,6 million that the scheme gives for them', () => {
  const file = new Uint8Array(readFileSync('db/reference/municipalities.csv'))
  const read = readCsv(file, ['inhabitants_2022'], ['inhabitants_2022'])
  const cents = (read.ok ? read.rows : [])
    .map(({ cells }) => Number(cells.inhabitants_2022))
    .reduce((sum, inhabitants) => sum + reckonGrant(scheme, undefined, inhabitants).cents, 0)
  expect(cents).toBe(1_460_025_776)
})

test('an amount counts until a later one', () => {
  const amounts = [known({ fromYear: 2023, amountCents: 1 }), known({ fromYear: 2025, amountCents: 2 })]
  const of = (year: number) =>
    amountOfYear(amounts, { schemeId: 'spuk', municipalityCode: 'GM0307', year })?.amountCents
  expect([2022, 2023, 2024, 2025, 2026].map(of)).toEqual([undefined, 1, 1, 2, 2])
})

test('of the grant of the year itself a quarter may be kept, cut off to the cent; carried in does not count', () => {
  expect(mostCarryOver(scheme, 1_000_001)).toBe(250_000)
  expect(mostCarryOver({ ...scheme, carryOverPercent: null }, 1_000_001)).toBeNull()
  expect(mostCarryOver(ownMoney, 1_000_001)).toBeNull()
  const balance = reckonBalance({
    scheme,
    grantCents: 1_000_001,
    carriedInCents: 200_000,
    spentCents: 500_000,
    reserveCents: null,
  })
  expect(balance).toMatchObject({
    receivedCents: 1_200_001,
    unspentCents: 700_001,
    carriedOverCents: 250_000,
    toRepayCents: 450_001,
  })
})

const cents = fc.integer({ min: 0, max: 5_000_000 })
const spending = fc.record({
  kind: fc.constantFrom('budget' as const, 'commitment' as const, 'spending' as const),
  purpose: fc.constantFrom(...purposes),
  amountCents: fc.integer({ min: -200_000, max: 2_000_000 }).filter((amount) => amount !== 0),
  isStruckOut: fc.boolean(),
  afterSigning: fc.boolean(),
  year: fc.constantFrom(2023, 2024, 2025, 2026, 2027),
})
const sequence = fc.array(spending, { maxLength: 40 }).map((all) =>
  all.map((each, at) =>
    booking({
      ...each,
      id: `b${at}`,
      reason: each.afterSigning ? 'na controle' : '',
      day: `${each.year}-05-05`,
    }),
  ),
)

test('received is always spent from it, carried over and to be repaid, whatever was booked, corrected, struck out or chosen', () =>
  fc.assert(
    fc.property(
      sequence,
      fc.record({
        amount: fc.option(cents),
        // Of a year in which nobody chose anything there is no row at all.
        reserves: fc.array(fc.option(fc.option(cents), { nil: undefined }), { minLength: 5, maxLength: 5 }),
      }),
      fc.option(cents),
      (bookings, { amount, reserves }, carriedInCents) => {
        const kept = facts({
          amounts: amount === null ? [] : [known({ amountCents: amount })],
          bookings,
          choices: reserves.flatMap((reserveCents, at) =>
            reserveCents === undefined
              ? []
              : [
                  {
                    municipalityCode: 'GM0307',
                    year: 2023 + at,
                    reserveCents,
                    carriedInCents,
                    version: 1,
                  },
                ],
          ),
        })
        const first = Math.min(
          ...kept.choices.map(({ year }) => year),
          ...bookings.filter(({ isStruckOut }) => !isStruckOut).map(({ year }) => year),
        )
        const chosenFirst = kept.choices.find(({ year }) => year === first)
        let before = 0
        for (const year of [2023, 2024, 2025, 2026, 2027]) {
          const { balance, scheme: ofYear } = accountOfYear(kept, 'GM0307', year, '2026-11-24')
          // From the first year of which anything was kept, each year gets what the one before it carried over.
          if (year === first) before = chosenFirst?.carriedInCents ?? 0
          expect(balance.carriedInCents).toBe(before)
          expect(balance.receivedCents).toBe(balance.grantCents + balance.carriedInCents)
          expect(balance.receivedCents).toBe(
            balance.spentFromGrantCents + balance.carriedOverCents + balance.toRepayCents,
          )
          expect(balance.spentCents).toBe(balance.spentFromGrantCents + balance.ownMoneyCents)
          expect(Math.min(balance.ownMoneyCents, balance.unspentCents)).toBe(0)
          for (const amountOfIt of [balance.carriedOverCents, balance.toRepayCents, balance.ownMoneyCents])
            expect(amountOfIt).toBeGreaterThanOrEqual(0)
          if (ofYear?.kind === 'specific-grant')
            expect(balance.carriedOverCents).toBeLessThanOrEqual(Math.floor(balance.grantCents / 4))
          else expect(balance.toRepayCents).toBe(0)
          before = year < first ? 0 : balance.carriedOverCents
        }
      },
    ),
  ))

test('the purposes together are the whole, and what was struck out counts nowhere', () =>
  fc.assert(
    fc.property(sequence, (bookings) => {
      const sums = sumOfPurposes(sumByPurpose(bookings))
      const of = (kind: Booking['kind']) =>
        bookings
          .filter((each) => each.kind === kind && !each.isStruckOut)
          .reduce((sum, { amountCents }) => sum + amountCents, 0)
      expect(sums).toMatchObject({
        budgetCents: of('budget'),
        committedCents: of('commitment'),
        spentCents: of('spending'),
      })
    }),
  ))

test('paid more than was promised leaves nothing open, and takes nothing from another promise', () => {
  const sums = sumByPurpose([
    booking({ id: 'one', kind: 'commitment', amountCents: 100 }),
    booking({ id: 'two', kind: 'commitment', amountCents: 100 }),
    booking({ id: 'paid', commitmentId: 'one', amountCents: 150 }),
    booking({ id: 'struck', commitmentId: 'two', amountCents: 60, isStruckOut: true }),
  ])
  expect(sums.library).toEqual({ budgetCents: 0, committedCents: 200, openCents: 100, spentCents: 150 })
})

test('a signed year carries over what was signed; a year that nobody kept carries nothing over', () => {
  const bookings = [booking({ year: 2024, amountCents: 900_000 })]
  expect(accountOfYear(facts({ bookings }), 'GM0307', 2024, '').balance.carriedInCents).toBe(0)
  expect(accountOfYear(facts({ bookings }), 'GM0307', 2025, '').balance.carriedInCents).toBe(100_001)
  const balance = reckonBalance({
    scheme,
    grantCents: 1_000_001,
    carriedInCents: 0,
    spentCents: 800_000,
    reserveCents: 50_000,
  })
  const signed = [{ municipalityCode: 'GM0307', year: 2024, balance }]
  const next = accountOfYear(facts({ bookings, signed }), 'GM0307', 2025, '')
  expect(next.balance.carriedInCents).toBe(50_000)
  expect(accountOfYear(facts({ bookings, signed }), 'GM0307', 2024, '').signed).toEqual(balance)
})

test('a successor gets what its predecessors carried over and were given, once', () => {
  const merged: MoneyFacts = facts({
    schemes: [{ ...scheme, lastYear: 2027 }],
    amounts: [known({ amountCents: 1_000_000 }), known({ municipalityCode: 'GM1696', amountCents: 400_000 })],
    municipalities: [
      { code: 'GM0307', inhabitants2022: 1, validUntil: null, successorCode: null },
      { code: 'GM1696', inhabitants2022: 1, validUntil: '2025-01-01', successorCode: 'GM0307' },
      // It ended with the first year of the scheme: its inhabitants are counted with its successor.
      { code: 'GM0501', inhabitants2022: null, validUntil: '2023-01-01', successorCode: 'GM0307' },
    ],
    bookings: [
      booking({ municipalityCode: 'GM1696', amountCents: 350_000 }),
      booking({ amountCents: 1_000_000 }),
    ],
  })
  expect(accountOfYear(merged, 'GM0307', 2024, '').balance).toMatchObject({ grantCents: 1_000_000 })
  expect(accountOfYear(merged, 'GM0307', 2025, '')).toMatchObject({
    balance: { grantCents: 1_400_000, carriedInCents: 50_000 },
    grant: { missing: null },
  })
  expect(accountOfYear(merged, 'GM1696', 2024, '').balance.carriedOverCents).toBe(50_000)
  expect(accountOfYear(merged, 'GM1696', 2025, '').grant).toMatchObject({ cents: 0, source: 'none' })
  const told = { ...merged, amounts: [...merged.amounts, known({ fromYear: 2025, amountCents: 1_300_000 })] }
  expect(accountOfYear(told, 'GM0307', 2025, '').grant.cents).toBe(1_300_000)
  expect(yearsWithMoney(merged, 'GM1696', '2026-11-24').map(({ year }) => year)).toEqual([2024, 2023])
  expect(yearsWithMoney(merged, 'GM0307', '2026-11-24').map(({ year }) => year)).toEqual([
    2027, 2026, 2025, 2024, 2023,
  ])
})

test('a year in which nothing was booked hands on what it got; what was typed over it counts no more', () => {
  const bookings = [booking({ year: 2023, day: '2023-03-01', amountCents: 800_001 })]
  const kept = facts({ bookings })
  expect(accountOfYear(kept, 'GM0307', 2024, '').balance).toMatchObject({
    carriedInCents: 200_000,
    carriedOverCents: 250_000,
  })
  expect(accountOfYear(kept, 'GM0307', 2025, '').balance.carriedInCents).toBe(250_000)
  const typed = { municipalityCode: 'GM0307', year: 2024, carriedInCents: 99, reserveCents: null, version: 1 }
  expect(accountOfYear({ ...kept, choices: [typed] }, 'GM0307', 2024, '').balance.carriedInCents).toBe(
    200_000,
  )
  expect(accountOfYear(facts({ choices: [typed] }), 'GM0307', 2024, '').balance.carriedInCents).toBe(99)
  expect(isCarriedInReckoned(kept, 'GM0307', 2023)).toBe(false)
  expect(isCarriedInReckoned(kept, 'GM0307', 2025)).toBe(true)
})

test('what a predecessor carried over goes on through a year in which its successor booked nothing', () => {
  const merged = facts({
    amounts: [known({ municipalityCode: 'GM1696', amountCents: 400_000 })],
    municipalities: [
      { code: 'GM0307', inhabitants2022: 1, validUntil: null, successorCode: null },
      { code: 'GM1696', inhabitants2022: 1, validUntil: '2024-01-01', successorCode: 'GM0307' },
    ],
    bookings: [booking({ municipalityCode: 'GM1696', year: 2023, day: '2023-03-01', amountCents: 350_000 })],
  })
  expect(accountOfYear(merged, 'GM0307', 2024, '').balance.carriedInCents).toBe(50_000)
  const { carriedOverCents } = accountOfYear(merged, 'GM0307', 2024, '').balance
  expect(carriedOverCents).toBeGreaterThan(50_000)
  expect(accountOfYear(merged, 'GM0307', 2025, '').balance.carriedInCents).toBe(carriedOverCents)
})

test('numbers that a successor tells of its less-educated alone leave the grants of its predecessors', () => {
  const merged = facts({
    amounts: [
      known({ lessEducated: 1_000 }),
      known({ municipalityCode: 'GM1696', lessEducated: 500 }),
      known({ fromYear: 2025, lessEducated: 1_200 }),
    ],
    municipalities: [
      { code: 'GM0307', inhabitants2022: 10_000, validUntil: null, successorCode: null },
      { code: 'GM1696', inhabitants2022: 4_000, validUntil: '2025-01-01', successorCode: 'GM0307' },
    ],
  })
  expect(accountOfYear(merged, 'GM0307', 2025, '').grant).toMatchObject({
    cents: 83 * 14_000 + 70 * 1_700,
    missing: null,
  })
  const whole = known({ fromYear: 2025, inhabitants: 14_500, lessEducated: 1_700 })
  expect(
    accountOfYear({ ...merged, amounts: [...merged.amounts.slice(0, 2), whole] }, 'GM0307', 2025, '').grant
      .cents,
  ).toBe(83 * 14_500 + 70 * 1_700)
})

test('one keeps the years that there are, until another goes on', () => {
  const ended = facts({
    municipalities: [
      { code: 'GM0307', inhabitants2022: 1, validUntil: null, successorCode: null },
      { code: 'GM1696', inhabitants2022: 1, validUntil: '2025-01-01', successorCode: 'GM0307' },
    ],
    bookings: [booking({ municipalityCode: 'GM1696', year: 2025, amountCents: 1 })],
  })
  const of = (code: string) =>
    [2022, 2023, 2024, 2025, 2026, 2027, 2028, 2099].filter((year) =>
      mayKeepYear(ended, code, year, '2026-11-24'),
    )
  expect(of('GM0307')).toEqual([2023, 2024, 2025, 2026, 2027])
  expect(of('GM1696')).toEqual([2023, 2024])
})

test('a warning comes from July on, when more would be left than may be kept', () => {
  const of = (today: string, spentCents: number, openCents: number) => {
    const balance = reckonBalance({
      scheme,
      grantCents: 1_000_000,
      carriedInCents: 0,
      spentCents,
      reserveCents: null,
    })
    const purpose = { budgetCents: 0, committedCents: openCents, openCents, spentCents }
    const none = { budgetCents: 0, committedCents: 0, openCents: 0, spentCents: 0 }
    return foresee(
      { year: 2025, balance, purposes: { library: purpose, promotion: none, network: none } },
      { dayOfYear: 182, daysInYear: 365, today },
    )
  }
  expect(of('2025-06-30', 300_000, 100_000)).toMatchObject({ tooMuchCents: 350_000, warns: false })
  expect(of('2025-07-01', 300_000, 100_000)).toMatchObject({
    spentCents: 400_000,
    straightLineCents: 601_648,
    unspentCents: 600_000,
    tooMuchCents: 350_000,
    warns: true,
  })
  expect(of('2025-07-01', 300_000, 450_000)).toMatchObject({ tooMuchCents: 0, warns: false })
  expect(of('2025-07-01', 900_000, 450_000)).toMatchObject({ unspentCents: 0, warns: false })
  expect(of('2026-01-01', 300_000, 0)).toBeUndefined()
})
