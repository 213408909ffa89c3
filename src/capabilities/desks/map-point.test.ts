import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPoint, writePoint } from './map-point.ts'

test.each([
  ['52.1561, 5.3878', 52.1561, 5.3878],
  ['52.1561 5.3878', 52.1561, 5.3878],
  ['52,1561; 5,3878', 52.1561, 5.3878],
])('%s', (typed, latitude, longitude) => {
  expect(readPoint(typed)).toEqual({ latitude, longitude })
})

test.each([
  ['5.3878, 52.1561', 'outside'],
  ['48.8566, 2.3522', 'outside'],
  ['-52.1, 5.3', 'outside'],
  ['52, 5', 'not-a-point'],
  ['Eemplein', 'not-a-point'],
  ['', 'not-a-point'],
  ['52.1, 5.3, 4.1', 'not-a-point'],
])('%s is %s', (typed, problem) => {
  expect(readPoint(typed)).toBe(problem)
})

test('every point in the Netherlands is read as it is written', () => {
  const degrees = (from: number, to: number) => fc.integer({ min: from * 10_000 + 1, max: to * 10_000 - 1 })
  fc.assert(
    fc.property(degrees(51, 53), degrees(4, 7), (north, east) => {
      const point = { latitude: north / 10_000, longitude: east / 10_000 }
      expect(readPoint(writePoint(point))).toEqual(point)
    }),
  )
})
