import { geoStereographic } from 'd3-geo'

/** A shape on the globe: closed lines, each of pairs of longitude and latitude in degrees (WGS 84). */
export interface GlobeShape {
  readonly rings: readonly (readonly (readonly [number, number])[])[]
}

/** The drawing: a box in units of its own, a path for each shape, and where a point comes to lie. */
export interface Drawing {
  readonly width: number
  readonly height: number
  /** The `d` of each shape, in the order of the shapes; empty for one too small to draw. */
  readonly paths: readonly string[]
  readonly at: (longitude: number, latitude: number) => readonly [x: number, y: number]
  /** Units to a metre. */
  readonly scale: number
}

/** The part of the globe that is drawn, in degrees. */
export interface GlobeBox {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** The mean radius of the earth (IUGG), in metres. */
const radius = 6_371_008.8

/**
 * Draws shapes flat, oblique and true to form around Amersfoort, as the national grid does. Lines that two shapes share stay
 * the same line: every point is rounded by itself, to one decimal of a unit, and a point that comes to lie on the one before it goes.
 * @param size the largest width and height, in units
 * @param box what must be seen; all shapes when left out. What lies outside is drawn too, and cut off by the viewBox
 */
export function drawShapes(
  shapes: readonly GlobeShape[],
  size: { readonly width: number; readonly height: number },
  { box, decimals = 0 }: { readonly box?: GlobeBox; readonly decimals?: 0 | 1 } = {},
): Drawing {
  const flat = geoStereographic().rotate([-5.387_63, -52.156_16]).scale(1).translate([0, 0]).clipAngle(null)
  // Twice: this projection halves lengths at its centre.
  const project = (point: readonly [number, number]): [number, number] => {
    const [x, y] = flat([point[0], point[1]]) ?? [0, 0]
    return [x * 2, y * 2]
  }
  const seen = box
    ? [...edgeOf(box)].map(project)
    : shapes.flatMap(({ rings }) => rings.flatMap((ring) => ring.map(project)))
  const span = (values: readonly number[]) => ({
    least: lowest(values),
    most: -lowest(values.map((each) => -each)),
  })
  const [across, down] = [span(seen.map(([x]) => x)), span(seen.map(([, y]) => y))]
  const scale = Math.min(
    size.width / Math.max(across.most - across.least, 1e-9),
    size.height / Math.max(down.most - down.least, 1e-9),
  )
  const step = 10 ** decimals
  const at = (longitude: number, latitude: number): [number, number] => {
    const [x, y] = project([longitude, latitude])
    return [round((x - across.least) * scale, step), round((y - down.least) * scale, step)]
  }
  return {
    width: Math.ceil((across.most - across.least) * scale),
    height: Math.ceil((down.most - down.least) * scale),
    paths: shapes.map(({ rings }) =>
      rings
        .map((ring) =>
          pathOf(
            ring.map(([x, y]) => at(x, y)),
            step,
          ),
        )
        .join(''),
    ),
    at,
    scale: scale / radius,
  }
}

const round = (value: number, step: number): number => Math.round(value * step) / step
const lowest = (values: readonly number[]): number =>
  values.reduce((one, other) => Math.min(one, other), Infinity)

/** Points along the edge of a box: projected, its sides are bent. */
function* edgeOf({ west, south, east, north }: GlobeBox): Generator<[number, number]> {
  for (let part = 0; part <= 4; part += 1) {
    const [x, y] = [west + ((east - west) * part) / 4, south + ((north - south) * part) / 4]
    yield [x, south]
    yield [x, north]
    yield [west, y]
    yield [east, y]
  }
}

/** A closed line in as few characters as SVG allows: each point as its step from the one before. */
function pathOf(points: readonly (readonly [number, number])[], step: number): string {
  const kept = points.filter(([x, y], index) => {
    const before = points[index - 1]
    return !before || before[0] !== x || before[1] !== y
  })
  // The last point of a closed line is the first again.
  if (kept.length < 4) return ''
  const [first = [0, 0], ...rest] = kept.slice(0, -1)
  let [x, y] = first
  const steps = rest.map(([nextX, nextY]) => {
    const by = [round(nextX - x, step), round(nextY - y, step)] as const
    ;[x, y] = [nextX, nextY]
    return by.map(short)
  })
  return `M${short(first[0])}${spaced(short(first[1]))}l${steps
    .map(([dx = '', dy = ''], index) => (index === 0 ? dx : spaced(dx)) + spaced(dy))
    .join('')}z`
}

const short = (value: number): string => `${value}`.replace(/^(-?)0\./, '$1.')
/** A number after another: a minus parts them as well as a space. */
const spaced = (number: string): string => (number.startsWith('-') ? number : ` ${number}`)
