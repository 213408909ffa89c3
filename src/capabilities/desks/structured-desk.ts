import { addDays } from '../../platform/time/local-time.ts'
import { type DeskHours, isForVisitors, type Opening } from './opening-hours.ts'
import type { Now } from './opening-words.ts'
import { schemaOrgHours } from './schema-org-hours.ts'
import { type Address, isAtTheDoor, type PublicDesk } from './venue.ts'

/** Days of which the deviating hours are told: search engines come by more often than that. */
const daysTold = 120

/**
 * A desk in the words of schema.org: a service point of a library with its address and hours. What is only by telephone
 * is left out of the hours, since a reader would come to the door; what is at another place stands with that place.
 */
export function structuredDesk({
  shown: { desk, hours, libraryName },
  now,
  url,
}: {
  shown: { readonly desk: PublicDesk; readonly hours: DeskHours; readonly libraryName: string }
  now: Now
  url: string
}): Record<string, unknown> {
  const until = addDays(now.today, daysTold)
  const hoursAt = (placeId: string | null) => {
    const counts = (opening: Opening) =>
      placeId === null
        ? isAtTheDoor(opening)
        : isForVisitors(opening) && opening.hours.placeId === placeId && opening.hours.kind !== 'telephone'
    const told = schemaOrgHours(hours, now.today, until, counts)
    return told.openingHoursSpecification.length > 0 || told.specialOpeningHoursSpecification
      ? told
      : undefined
  }
  const elsewhere = desk.places.flatMap((place) => {
    const told = desk.active && hoursAt(place.id)
    return told ? [{ '@type': 'Place', name: place.name, ...whereabouts(place), ...told }] : []
  })
  return {
    '@context': 'https://schema.org',
    '@type': 'Library',
    '@id': url,
    url,
    name: desk.name,
    isAccessibleForFree: true,
    parentOrganization: { '@type': 'Organization', name: libraryName },
    ...whereabouts(desk),
    ...(desk.phone && { telephone: desk.phone }),
    ...(desk.email && { email: desk.email }),
    knowsLanguage: [...new Set(['nl', ...desk.languages])],
    ...(desk.active && hoursAt(null)),
    ...(elsewhere.length > 0 && { location: elsewhere }),
  }
}

function whereabouts({
  street,
  houseNumber,
  postcode,
  town,
  latitude,
  longitude,
}: Address & { readonly latitude: number | null; readonly longitude: number | null }) {
  return {
    ...(town && {
      address: {
        '@type': 'PostalAddress',
        addressCountry: 'NL',
        addressLocality: town,
        ...(postcode && { postalCode: postcode }),
        ...(street && { streetAddress: [street, houseNumber].filter(Boolean).join(' ') }),
      },
    }),
    ...(latitude !== null && { geo: { '@type': 'GeoCoordinates', latitude, longitude } }),
  }
}
