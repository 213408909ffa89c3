import { describe, expect, it } from 'vitest'
import { drawShapes } from './draw-shapes.ts'

const square = (west: number, south: number, size: number) => ({
  rings: [
    [
      [west, south],
      [west, south + size],
      [west + size, south + size],
      [west + size, south],
      [west, south],
    ] as [number, number][],
  ],
})

/** The points of a path of ours, absolute. */
function pointsOf(path: string): [number, number][] {
  const numbers = (path.match(/-?\d*\.?\d+/g) ?? []).map(Number)
  const points: [number, number][] = []
  for (let index = 0; index < numbers.length; index += 2) {
    const [x = 0, y = 0] = points.at(-1) ?? []
    points.push([x + (numbers[index] ?? 0), y + (numbers[index + 1] ?? 0)])
  }
  return points
}

describe('drawShapes', () => {
  it('fits what is drawn in the room there is, north up and west first', () => {
    const { width, height, paths, at } = drawShapes([square(5, 52, 0.2)], { width: 400, height: 400 })
    expect(height).toBe(400)
    // A degree of longitude is shorter here than one of latitude: cos 52.1° = 0.61.
    expect(width / height).toBeCloseTo(0.615, 2)
    const [southWest, northWest, northEast] = pointsOf(paths[0] ?? '')
    expect(northWest?.[1]).toBeLessThan(southWest?.[1] ?? 0)
    expect(northEast?.[0]).toBeGreaterThan(northWest?.[0] ?? 0)
    expect(at(5.1, 52.1)[0]).toBeCloseTo(width / 2, -1)
  })

  it('measures: a minute of latitude is a nautical mile', () => {
    const { at, scale } = drawShapes([square(5, 52, 1)], { width: 4000, height: 4000 })
    const [, south] = at(5.387, 52.1)
    const [, north] = at(5.387, 52.1 + 1 / 6)
    expect((south - north) / scale).toBeCloseTo(18_532, -2)
  })

  it('gives a line that two shapes share to both', () => {
    const { paths } = drawShapes([square(5, 52, 0.1), square(5.1, 52, 0.1)], { width: 100, height: 100 })
    const [one = [], other = []] = paths.map((path) => pointsOf(path).map(String))
    expect(one.filter((point) => other.includes(point))).toHaveLength(2)
  })

  it('leaves out what is smaller than a unit, and writes short', () => {
    const { paths } = drawShapes([square(5, 52, 1), square(5.5, 52.5, 0.001)], { width: 100, height: 100 })
    expect(paths[1]).toBe('')
    expect(paths[0]).toMatch(/^M\d+ \d+l[-\d ]+z$/)
    expect(drawShapes([square(5, 52, 0.1)], { width: 9, height: 9 }, { decimals: 1 }).paths[0]).toMatch(
      /\.\d[ -lz]/,
    )
  })

  it('shows the box that was asked for', () => {
    const box = { west: 5, south: 52, east: 5.1, north: 52.1 }
    const { at, height } = drawShapes([square(4, 51, 3)], { width: 300, height: 300 }, { box })
    expect(height).toBeLessThanOrEqual(301)
    expect(at(5.05, 52.05)[1]).toBeCloseTo(height / 2, -1)
  })
})
