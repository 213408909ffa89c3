import { type Drawing, drawShapes } from '../../design-system/area-map/draw-shapes.ts'
import type { Outline } from '../organisations/public.ts'

/** Municipalities as they are drawn on a map of the nation or a province. */
export interface MunicipalityMap extends Drawing {
  readonly codes: readonly string[]
}

/** Drawn once for each province and the nation: borders change with a new version of Balie only. */
const drawn = new Map<string, MunicipalityMap>()

/** The map of these municipalities, kept under a name. */
export function municipalityMap(
  name: string,
  outlines: readonly Outline[],
  codes: ReadonlySet<string>,
): MunicipalityMap {
  const known = drawn.get(name)
  if (known && known.codes.length === codes.size) return known
  const shown = outlines.filter(({ code }) => codes.has(code))
  const map = { ...drawShapes(shown, { width: 420, height: 500 }), codes: shown.map(({ code }) => code) }
  drawn.set(name, map)
  return map
}
