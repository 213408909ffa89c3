import { addDays } from '../../platform/time/local-time.ts'
import type { DeskHours } from './opening-hours.ts'
import type { Now } from './opening-words.ts'
import { schemaOrgHours } from './schema-org-hours.ts'
import { isAtTheDoor, type PublicDesk } from './venue.ts'

/** Days of which the deviating hours are told: search engines come by more often than that. */
const daysTold = 120

/**
 * A desk in the words of schema.org: a service point of a library with its address and hours. What is only by telephone
 * or at another place is left out of the hours, since a reader would come to the door.
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
  return {
    '@context': 'https://schema.org',
    '@type': 'Library',
    '@id': url,
    url,
    name: desk.name,
    isAccessibleForFree: true,
    parentOrganization: { '@type': 'Organization', name: libraryName },
    ...(desk.town && {
      address: {
        '@type': 'PostalAddress',
        addressCountry: 'NL',
        addressLocality: desk.town,
        ...(desk.postcode && { postalCode: desk.postcode }),
        ...(desk.street && { streetAddress: [desk.street, desk.houseNumber].filter(Boolean).join(' ') }),
      },
    }),
    ...(desk.latitude !== null && {
      geo: { '@type': 'GeoCoordinates', latitude: desk.latitude, longitude: desk.longitude },
    }),
    ...(desk.phone && { telephone: desk.phone }),
    ...(desk.email && { email: desk.email }),
    knowsLanguage: [...new Set(['nl', ...desk.languages])],
    ...(desk.active && schemaOrgHours(hours, now.today, addDays(now.today, daysTold), isAtTheDoor)),
  }
}
