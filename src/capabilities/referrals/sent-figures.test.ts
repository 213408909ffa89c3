import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysOfQuarters, lastQuarters, sentByQuarter } from './sent-figures.ts'

const counted = fc.record({
  quarter: fc.constantFrom('2026-4', '2026-3', '2026-2', '2026-1'),
  deskId: fc.uuid(),
  came: fc.nat(20),
  helped: fc.nat(20),
  refused: fc.nat(20),
  running: fc.nat(20),
  other: fc.nat(20),
})

test('no ending below ten is told, nor one that the told ones and the total give away', () => {
  fc.assert(
    fc.property(fc.array(counted, { maxLength: 6 }), (rows) => {
      const made = rows.map(({ other, ...row }) => ({
        ...row,
        made: row.came + row.helped + row.refused + row.running + other,
      }))
      for (const { endings, made: total } of sentByQuarter(made, '2026-11-24', 5)) {
        if (!endings) continue
        const told = Object.values(endings).filter((number) => number !== 'hidden')
        const hidden = 5 - told.length
        expect(told.every((number) => number >= 10)).toBe(true)
        const left = total - told.reduce((sum, number) => sum + number, 0)
        if (hidden > 0 && total >= 10) expect(hidden >= 2 && (left >= 10 || told.length === 0)).toBe(true)
      }
    }),
  )
})

test('the last quarters end with the running one', () => {
  expect(lastQuarters('2026-02-01', 3)).toEqual(['2026-1', '2025-4', '2025-3'])
  expect(daysOfQuarters(['2026-1', '2025-4', '2025-3'])).toEqual({ from: '2025-07-01', until: '2026-04-01' })
})
