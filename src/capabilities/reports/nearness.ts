/** A point on the map, in degrees (WGS 84). */
export interface MapPoint {
  readonly latitude: number
  readonly longitude: number
}

/** The mean radius of the earth (IUGG), in metres. */
const radius = 6_371_008.8
const degree = Math.PI / 180

/** Points as they stand on a globe with radius 1: x, y and z after one another. The chord between two orders as their distance does. */
function onGlobe(points: readonly MapPoint[]): Float64Array {
  const coordinates = new Float64Array(points.length * 3)
  points.forEach(({ latitude, longitude }, index) => {
    const around = Math.cos(latitude * degree)
    coordinates[index * 3] = around * Math.cos(longitude * degree)
    coordinates[index * 3 + 1] = around * Math.sin(longitude * degree)
    coordinates[index * 3 + 2] = Math.sin(latitude * degree)
  })
  return coordinates
}

const metresOfChord = (squared: number): number => 2 * radius * Math.asin(Math.min(1, Math.sqrt(squared) / 2))

/** For each of some points, which of the targets is nearest and how far that is. */
export interface Nearest {
  /** By their place in the list; -1 where there is no target. */
  readonly targets: Int32Array
  /** In metres as the crow flies; Infinity where there is no target. */
  readonly metres: Float64Array
}

/**
 * The nearest target of each point, of two as near the first. Every pair is looked at: three multiplications each, so that
 * a nation (4,086 areas, 1,200 desks) takes some milliseconds and needs no index (bench/coverage.ts).
 */
export function nearestTargets(points: readonly MapPoint[], targets: readonly MapPoint[]): Nearest {
  const from = onGlobe(points)
  const to = onGlobe(targets)
  const nearest = { targets: new Int32Array(points.length), metres: new Float64Array(points.length) }
  for (let point = 0; point < points.length; point += 1) {
    const x = from[point * 3] ?? 0
    const y = from[point * 3 + 1] ?? 0
    const z = from[point * 3 + 2] ?? 0
    let least = Number.POSITIVE_INFINITY
    let which = -3
    for (let target = 0; target < to.length; target += 3) {
      const dx = x - (to[target] ?? 0)
      const dy = y - (to[target + 1] ?? 0)
      const dz = z - (to[target + 2] ?? 0)
      const squared = dx * dx + dy * dy + dz * dz
      if (squared < least) {
        least = squared
        which = target
      }
    }
    nearest.targets[point] = which / 3
    nearest.metres[point] = least === Number.POSITIVE_INFINITY ? least : metresOfChord(least)
  }
  return nearest
}

/** The distance from each point to the nearest of the targets, in metres as the crow flies; Infinity where there is no target. */
export const nearestMetres = (points: readonly MapPoint[], targets: readonly MapPoint[]): Float64Array =>
  nearestTargets(points, targets).metres

/**
 * For each point the marks of all targets within a distance, put together. Each pair is looked at once, whatever the number
 * of marks, and a point with all marks no further.
 * @param marks of each target, as bits
 */
export function marksWithin(
  points: readonly MapPoint[],
  targets: readonly MapPoint[],
  marks: readonly number[],
  metres: number,
): Uint8Array {
  const from = onGlobe(points)
  const to = onGlobe(targets)
  const all = marks.reduce((together, mark) => together | mark, 0)
  // A little more than the chord of the distance: most pairs are left out without an arcsine.
  const notBeyond = (2 * Math.sin(metres / (2 * radius))) ** 2 * (1 + 1e-9)
  const found = new Uint8Array(points.length)
  for (let point = 0; point < points.length; point += 1) {
    const x = from[point * 3] ?? 0
    const y = from[point * 3 + 1] ?? 0
    const z = from[point * 3 + 2] ?? 0
    let together = 0
    for (let target = 0; target < targets.length && together !== all; target += 1) {
      const mark = marks[target] ?? 0
      // Of a target that brings no mark the distance does not matter.
      if ((together | mark) === together) continue
      const dx = x - (to[target * 3] ?? 0)
      const dy = y - (to[target * 3 + 1] ?? 0)
      const dz = z - (to[target * 3 + 2] ?? 0)
      const squared = dx * dx + dy * dy + dz * dz
      if (squared <= notBeyond && metresOfChord(squared) <= metres) together |= mark
    }
    found[point] = together
  }
  return found
}

/** The distance between two points, in metres as the crow flies. */
export function metresBetween(one: MapPoint, other: MapPoint): number {
  return nearestMetres([one], [other])[0] ?? Number.NaN
}

/**
 * Makes a search for the target with the shortest way on average, of two as near the first. The places of the targets are
 * reckoned once, and a target is left as soon as it can no longer be the one: a nation without desks in half of its
 * municipalities asks for two million pairs (bench/coverage.ts).
 * @returns the search: points with their parts of the whole (together 1) to the place of the target and whole metres
 */
export function nearestOnAverage(
  targets: readonly MapPoint[],
): (
  points: readonly MapPoint[],
  parts: readonly number[],
) => { readonly target: number; readonly metres: number } | undefined {
  const to = onGlobe(targets)
  return (points, parts) => {
    const from = onGlobe(points)
    let best: { target: number; metres: number } | undefined
    for (let target = 0; target < targets.length; target += 1) {
      const x = to[target * 3] ?? 0
      const y = to[target * 3 + 1] ?? 0
      const z = to[target * 3 + 2] ?? 0
      // From this far on it rounds to more than the best.
      const enough = best ? best.metres + 0.5 : Number.POSITIVE_INFINITY
      let metres = 0
      for (let point = 0; point < points.length && metres <= enough; point += 1) {
        const dx = x - (from[point * 3] ?? 0)
        const dy = y - (from[point * 3 + 1] ?? 0)
        const dz = z - (from[point * 3 + 2] ?? 0)
        metres += (parts[point] ?? 0) * metresOfChord(dx * dx + dy * dy + dz * dz)
      }
      const rounded = Math.round(metres)
      if (!best || rounded < best.metres) best = { target, metres: rounded }
    }
    return best
  }
}
