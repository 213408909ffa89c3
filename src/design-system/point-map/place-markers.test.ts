import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { barLength, placeMarkers } from './place-markers.ts'

const size = { width: 384, height: 384 }
const coordinate = fc.integer({ min: 30, max: 350 })

describe('placeMarkers', () => {
  it('puts the number on its point where there is room', () => {
    expect(placeMarkers([{ number: 1, x: 50, y: 60 }], size)).toEqual([
      { number: 1, x: 50, y: 60, atX: 50, atY: 60 },
    ])
  })

  it('keeps twenty numbers clear of one another and within the drawing, wherever the points are', () => {
    const points = fc.oneof(
      fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 20 }),
      // All in one place.
      fc
        .tuple(coordinate, coordinate, fc.integer({ min: 1, max: 20 }))
        .map(([x, y, times]) => Array.from({ length: times }, () => [x, y] as [number, number])),
    )
    fc.assert(
      fc.property(points, (at) => {
        const markers = placeMarkers(
          at.map(([x, y], index) => ({ number: index + 1, x, y })),
          size,
        )
        for (const [index, one] of markers.entries()) {
          expect(one.atX).toBeGreaterThanOrEqual(14)
          expect(one.atX).toBeLessThanOrEqual(370)
          expect(one.atY).toBeGreaterThanOrEqual(14)
          expect(one.atY).toBeLessThanOrEqual(370)
          for (const other of markers.slice(index + 1))
            expect(Math.hypot(one.atX - other.atX, one.atY - other.atY)).toBeGreaterThanOrEqual(26)
        }
      }),
    )
  })
})

describe('barLength', () => {
  it('is a round number that fits', () => {
    expect(barLength(0.04, 128)).toBe(2000)
    expect(barLength(0.1, 128)).toBe(1000)
    expect(barLength(0.01, 128)).toBe(10_000)
    expect(barLength(0.2, 128)).toBe(500)
  })
})
