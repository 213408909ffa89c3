import type { AboutKind, Person } from './person.ts'

/** What goes to a municipality's own system: a call-back or a referral, with who it is about. */
export interface HandOver {
  readonly id: string
  readonly kind: Exclude<AboutKind, 'appointment'>
  /** By which the desk and the visitor speak of it; at most ten signs, as the standard wants it. */
  readonly code: string
  readonly madeAt: string
  /** In Dutch. */
  readonly topic: string
  readonly deskName: string
  readonly person: Person & { readonly contact: NonNullable<Person['contact']> }
}

/** The way of contact as the standard names it: its own list has a desk in it nowhere, so this is ours. */
const channel = 'Informatiepunt Digitale Overheid'

/** ISO 639-2, as the standard writes it: nld for Dutch. */
const languageCodes: Readonly<Record<string, string>> = {
  nl: 'nld',
  en: 'eng',
  tr: 'tur',
  ar: 'ara',
  uk: 'ukr',
  pl: 'pol',
}

const asked = {
  'call-back': 'Bel de inwoner terug',
  referral: 'Neem contact op met de inwoner',
} as const

/** The body of `POST /maak-klantcontact` (Klantinteracties 0.9): that there was a contact, and with whom. */
export function klantcontactOf({ code, madeAt, topic, deskName, person }: HandOver) {
  return {
    klantcontact: {
      referentienummer: code,
      kanaal: channel,
      onderwerp: topic.slice(0, 200),
      inhoud: `Doorgezet door ${deskName}.`.slice(0, 1000),
      indicatieContactGelukt: null,
      taal: languageCodes[person.language] ?? 'nld',
      vertrouwelijk: true,
      plaatsgevondenOp: madeAt,
    },
    betrokkene: {
      rol: 'klant',
      initiator: true,
      wasPartij: null,
      bezoekadres: null,
      correspondentieadres: null,
      // Which part of a name is which, is not known and not asked.
      contactnaam: person.name === undefined ? null : { achternaam: person.name },
    },
  }
}

/** The form of a telephone number that the standard takes as one. */
const telephone = /^(0[1-9]\d{8}|\+\d{9,15}|00\d{7,13})$/

/** The body of `POST /digitaleadressen`: where the visitor can be reached. */
export function digitaalAdresOf({ person: { contact } }: HandOver, betrokkene: string) {
  const digits = contact.value.replace(/[^\d+]/g, '')
  const isTelephone = contact.kind === 'phone' && telephone.test(digits)
  return {
    verstrektDoorBetrokkene: { uuid: betrokkene },
    verstrektDoorPartij: null,
    adres: isTelephone ? digits : contact.value,
    soortDigitaalAdres: contact.kind === 'email' ? 'email' : isTelephone ? 'telefoonnummer' : 'overig',
    omschrijving: contact.kind === 'email' ? 'E-mailadres' : 'Telefoonnummer',
  }
}

/** The body of `POST /internetaken`: what somebody at the municipality is asked to do. */
export function internetaakOf({ kind, deskName }: HandOver, klantcontact: string) {
  return {
    gevraagdeHandeling: asked[kind],
    aanleidinggevendKlantcontact: { uuid: klantcontact },
    toelichting: `Gevraagd door ${deskName}, met toestemming van de inwoner.`.slice(0, 1000),
    status: 'te_verwerken',
  }
}

/** By which a system that logs by W3C Trace Context knows the calls of one hand-over together. @param span eight random bytes, in hex */
export const traceparentOf = ({ id }: Pick<HandOver, 'id'>, span: string): string =>
  `00-${id.replaceAll('-', '')}-${span}-01`
