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

/**
 * The distance from each point to the nearest of the targets, in metres as the crow flies; Infinity where there is no target.
 * Every pair is looked at: three multiplications each, so that a nation (4,086 areas, 1,200 desks) takes some milliseconds
 * and needs no index (bench/coverage.ts).
 */
export function nearestMetres(points: readonly MapPoint[], targets: readonly MapPoint[]): Float64Array {
  const from = onGlobe(points)
  const to = onGlobe(targets)
  const nearest = new Float64Array(points.length)
  for (let point = 0; point < points.length; point += 1) {
    const x = from[point * 3] ?? 0
    const y = from[point * 3 + 1] ?? 0
    const z = from[point * 3 + 2] ?? 0
    let least = Number.POSITIVE_INFINITY
    for (let target = 0; target < to.length; target += 3) {
      const dx = x - (to[target] ?? 0)
      const dy = y - (to[target + 1] ?? 0)
      const dz = z - (to[target + 2] ?? 0)
      const squared = dx * dx + dy * dy + dz * dz
      if (squared < least) least = squared
    }
    nearest[point] = least === Number.POSITIVE_INFINITY ? least : metresOfChord(least)
  }
  return nearest
}

/** The distance between two points, in metres as the crow flies. */
export function metresBetween(one: MapPoint, other: MapPoint): number {
  return nearestMetres([one], [other])[0] ?? Number.NaN
}
