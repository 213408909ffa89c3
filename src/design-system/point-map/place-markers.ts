/** A numbered point: where it is, and where its number stands. */
export interface Marker {
  readonly number: number
  /** Where it is. */
  readonly x: number
  readonly y: number
  /** Where the middle of its number stands: on the point itself, or beside it when others are too near. */
  readonly atX: number
  readonly atY: number
}

/** From one middle to the next, so that no number covers another. */
const apart = 28

/**
 * Puts a number on each point. Where it would cover an earlier one it moves away in circles, within the drawing, and a line leads
 * back to the point. With more than fits, the last ones overlap.
 */
export function placeMarkers(
  points: readonly { readonly number: number; readonly x: number; readonly y: number }[],
  { width, height }: { readonly width: number; readonly height: number },
): Marker[] {
  const placed: Marker[] = []
  const within = (value: number, size: number): number =>
    Math.max(apart / 2, Math.min(size - apart / 2, value))
  for (const { number, x, y } of points) {
    const spots = [[within(x, width), within(y, height)] as const, ...around(x, y)]
    const [atX, atY] = spots.find(
      ([left, top]) =>
        within(left, width) === left &&
        within(top, height) === top &&
        placed.every((other) => Math.hypot(other.atX - left, other.atY - top) >= apart),
    ) ?? [within(x, width), within(y, height)]
    placed.push({ number, x, y, atX, atY })
  }
  return placed
}

/** Places in ever wider circles. */
function* around(x: number, y: number): Generator<readonly [number, number]> {
  for (let circle = 1; circle <= 6; circle += 1)
    for (let step = 0; step < circle * 8; step += 1) {
      const angle = (step / (circle * 8)) * 2 * Math.PI
      yield [
        Math.round((x + Math.cos(angle) * circle * apart) * 10) / 10,
        Math.round((y + Math.sin(angle) * circle * apart) * 10) / 10,
      ]
    }
}

/** A round number of metres, 1, 2 or 5 with noughts, of which the bar is not longer than `most` units. */
export function barLength(scale: number, most: number): number {
  const metres = most / scale
  const power = 10 ** Math.floor(Math.log10(metres))
  return ([5, 2, 1].find((step) => step * power <= metres) ?? 1) * power
}
