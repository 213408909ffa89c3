import {
  type DeskHours,
  hsdsSchedules,
  isForVisitors,
  languageName,
  type Opening,
  type PublicDesk,
} from '../desks/public.ts'
import type { Organisation } from '../organisations/public.ts'
import { idOf, type Json, type JsonObject } from './hsds-document.ts'
import type { OrganizationParts, PairPart } from './hsds-parts.ts'

/** A desk as a feed tells it, with the hours from `fromDay` up to but not including `untilDay`. */
export interface DeskOffer {
  readonly desk: PublicDesk
  readonly hours: DeskHours
}

/** The guide wants the offer of the desks in the national directory of services (§ 6.1.4): this is how it is called there. */
const serviceName = 'Informatiepunt Digitale Overheid'
const whatItIs =
  'Hulp bij digitale overheidszaken, zoals DigiD, toeslagen en formulieren. Een medewerker legt uit hoe het werkt, geeft informatie en verwijst door.'

const hoursWords: Readonly<Record<string, string>> = {
  desk: 'Inloop',
  consultation: 'Spreekuur',
  telephone: 'Telefonisch spreekuur',
  youth: 'Voor jongeren',
  theme: 'Themabijeenkomst',
}

/**
 * A library with its desks as an HSDS organisation: each desk a service, at its own address and at the places where it stands. No
 * person of a desk stands in it.
 */
export function deskParts(
  library: Pick<Organisation, 'id' | 'name'>,
  offers: readonly DeskOffer[],
  { fromDay, untilDay }: { readonly fromDay: string; readonly untilDay: string },
): OrganizationParts {
  const locations: JsonObject[] = []
  const services = offers.map(({ desk, hours }) => {
    const schedulesAt = (owner: string, counts: (opening: Opening) => boolean): Json =>
      hsdsSchedules(hours, fromDay, untilDay, (opening) => isForVisitors(opening) && counts(opening), {
        owner,
        describe: ({ kind, label, access }) =>
          [hoursWords[kind], label, access === 'appointment' && 'op afspraak'].filter(Boolean).join(' · '),
      }).map((schedule): JsonObject => ({ ...schedule }))
    const pairs: PairPart[] = []
    const stands = desk.kind !== 'telephone' && desk.town !== null
    if (stands) {
      const id = idOf('desk-location', desk.id)
      locations.push(
        placeOf(
          { ...desk, id, name: desk.host ?? desk.name, note: desk.note },
          library.id,
          accessibilityOf(desk),
        ),
      )
      const pairId = idOf('desk-at-location', desk.id, id)
      pairs.push(
        pairOf(
          pairId,
          desk.id,
          id,
          schedulesAt(pairId, ({ hours: { placeId, kind } }) => placeId === null && kind !== 'telephone'),
        ),
      )
    }
    for (const place of desk.places) {
      locations.push(placeOf({ ...place, note: null }, library.id, accessibilityOf(place)))
      const pairId = idOf('desk-at-location', desk.id, place.id)
      pairs.push(
        pairOf(
          pairId,
          desk.id,
          place.id,
          schedulesAt(pairId, ({ hours: { placeId } }) => placeId === place.id),
        ),
      )
    }
    const elsewhere = schedulesAt(
      desk.id,
      ({ hours: { placeId, kind } }) => placeId === null && (kind === 'telephone' || !stands),
    )
    return { document: deskService(desk, library.id, elsewhere), pairs }
  })
  return {
    organization: {
      id: library.id,
      name: library.name,
      description: 'Openbare bibliotheek met een Informatiepunt Digitale Overheid.',
    },
    services,
    // A place where two desks stand is told once.
    locations: [...new Map(locations.map((location) => [location.id, location])).values()],
  }
}

function deskService(desk: PublicDesk, libraryId: string, schedules: Json): JsonObject {
  return {
    id: desk.id,
    organization_id: libraryId,
    name: `${serviceName} ${desk.name}`,
    alternate_name: serviceName,
    description: [whatItIs, desk.note].filter(Boolean).join(' '),
    status: 'active',
    ...(isUrl(desk.website) && { url: desk.website }),
    ...(desk.email && { email: desk.email }),
    ...(desk.byAppointment && { application_process: 'Ook op afspraak.' }),
    ...(desk.phone && {
      phones: [
        { id: idOf('phone', 'desk', desk.id), service_id: desk.id, number: desk.phone, type: 'voice' },
      ],
    }),
    ...(Array.isArray(schedules) && schedules.length > 0 && { schedules }),
    ...(desk.languages.length > 0 && {
      languages: desk.languages.map((code) => ({
        id: idOf('language', desk.id, code),
        service_id: desk.id,
        code,
        name: languageName(code, 'nl'),
      })),
    }),
    service_areas: [
      {
        id: idOf('service-area', desk.id, desk.municipalityCode),
        service_id: desk.id,
        extent: desk.municipalityCode,
        extent_type: 'text',
      },
    ],
  }
}

const isUrl = (text: string | null): text is string => text !== null && URL.canParse(text)

function placeOf(
  place: Pick<
    PublicDesk,
    'id' | 'name' | 'note' | 'street' | 'houseNumber' | 'postcode' | 'town' | 'latitude' | 'longitude'
  >,
  libraryId: string,
  accessibility: readonly string[],
): JsonObject {
  const { id, name, note, street, houseNumber, postcode, town, latitude, longitude } = place
  return {
    id,
    location_type: 'physical',
    organization_id: libraryId,
    name,
    ...(note && { description: note }),
    ...(latitude !== null && longitude !== null && { latitude, longitude }),
    ...(town !== null && {
      addresses: [
        {
          id: idOf('address', id),
          location_id: id,
          address_1: [street, houseNumber].filter(Boolean).join(' '),
          city: town,
          state_province: '',
          postal_code: postcode ?? '',
          country: 'NL',
          address_type: 'physical',
        },
      ],
    }),
    ...(accessibility.length > 0 && {
      accessibility: accessibility.map((description) => ({
        id: idOf('accessibility', id, description),
        location_id: id,
        description,
      })),
    }),
  }
}

const accessibilityOf = ({
  stepFree,
  hearingLoop,
  privateRoom,
}: Partial<Pick<PublicDesk, 'stepFree' | 'hearingLoop' | 'privateRoom'>>): string[] => [
  ...(stepFree === true ? ['Drempelvrij'] : stepFree === false ? ['Niet drempelvrij'] : []),
  ...(hearingLoop ? ['Ringleiding'] : []),
  ...(privateRoom ? ['Aparte ruimte voor een gesprek'] : []),
]

const pairOf = (id: string, serviceId: string, locationId: string, schedules: Json): PairPart => ({
  locationId,
  document: {
    id,
    service_id: serviceId,
    location_id: locationId,
    ...(Array.isArray(schedules) && schedules.length > 0 && { schedules }),
  },
})
