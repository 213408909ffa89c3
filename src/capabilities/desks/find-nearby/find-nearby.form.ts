import type { PublicMessageKey } from '../../../platform/i18n/public-language.ts'
import type { Point } from '../find-venues/find-venues.query.ts'

/** Longer than any address; what is longer was not typed by somebody who looks for a desk. */
const longestText = 100

/** What is wrong with the answer to 'Where are you?'; undefined when it can be looked for. */
export function whereProblem(text: string): PublicMessageKey | undefined {
  return text.length > longestText ? 'finder.error.long' : undefined
}

/** The European part of the Netherlands lies in this box. */
const box = { south: 50.7, north: 53.6, west: 3.3, east: 7.3 }

/** The position of a device, sent as '52.156,5.387'. Nothing when it is none, or not in the Netherlands. */
export function readPosition(text: string): Point | undefined {
  const [, latitude, longitude] = /^(-?\d{1,2}(?:\.\d{1,8})?),(-?\d{1,3}(?:\.\d{1,8})?)$/.exec(text) ?? []
  const point = { latitude: Number(latitude), longitude: Number(longitude) }
  const inside =
    point.latitude > box.south &&
    point.latitude < box.north &&
    point.longitude > box.west &&
    point.longitude < box.east
  return inside ? point : undefined
}
