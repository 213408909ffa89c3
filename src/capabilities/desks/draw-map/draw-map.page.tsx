import { drawShapes, type GlobeBox } from '../../../design-system/area-map/draw-shapes.ts'
import { PointMap } from '../../../design-system/point-map/point-map.tsx'
import type { Outline } from '../../organisations/public.ts'
import type { MapPoint } from '../map-point.ts'

/** The drawing is square, with room at its edges for the numbers. */
const size = 384
const edge = 30

/** A map is never of less than this: one desk alone would stand on a white ground. */
const leastMetres = 6_000

/** A degree of latitude, in metres. */
const metresOfDegree = 111_195

/** Draws spots with their numbers on the borders of municipalities: the whole of an SVG file. */
export function drawMap(
  spots: readonly { readonly number: number; readonly point: MapPoint }[],
  outlines: readonly Outline[],
): string {
  const box = boxAround(spots.map(({ point }) => point))
  const shown = outlines.filter(
    ({ west, south, east, north }) =>
      west <= box.east && east >= box.west && south <= box.north && north >= box.south,
  )
  const { paths, at, scale } = drawShapes(shown, { width: size, height: size }, { box, decimals: 1 })
  return `${(
    <PointMap
      width={size}
      height={size}
      areas={paths}
      points={spots.map(({ number, point }) => {
        const [x, y] = at(point.longitude, point.latitude)
        return { number, x, y }
      })}
      scale={scale}
    />
  )}`
}

/** A square on the ground that holds all points, away from its edges. */
function boxAround(points: readonly MapPoint[]): GlobeBox {
  const span = (values: readonly number[]) => [Math.min(...values), Math.max(...values)] as const
  const [south, north] = span(points.map(({ latitude }) => latitude))
  const [west, east] = span(points.map(({ longitude }) => longitude))
  const [latitude, longitude] = [(south + north) / 2, (west + east) / 2]
  // A degree of longitude is shorter the further north.
  const shortening = Math.cos((latitude * Math.PI) / 180)
  const metres = Math.max(north - south, (east - west) * shortening) * metresOfDegree
  const half = Math.max(leastMetres, (metres * size) / (size - 2 * edge)) / 2 / metresOfDegree
  return {
    south: latitude - half,
    north: latitude + half,
    west: longitude - half / shortening,
    east: longitude + half / shortening,
  }
}
