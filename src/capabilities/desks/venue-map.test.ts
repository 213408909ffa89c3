import { expect, test } from 'vitest'
import type { Venue } from './venue.ts'
import { hasMap } from './venue-map.page.tsx'

const at = (point: number | null, place?: number | null): Pick<Venue, 'desk' | 'place'> => ({
  desk: { latitude: point, longitude: point } as Venue['desk'],
  place: place === undefined ? undefined : ({ latitude: place, longitude: place } as Venue['place']),
})

test('a list has a map as soon as it is known of one where it is: at its place, when it is elsewhere than its desk', () => {
  expect(hasMap([])).toBe(false)
  expect(hasMap([at(null), at(52, null)])).toBe(false)
  expect(hasMap([at(null), at(52)])).toBe(true)
  expect(hasMap([at(null, 52)])).toBe(true)
})
