import { objectsIn, textIn } from './hsds-document.ts'
import type { OrganizationParts } from './hsds-parts.ts'

/** An entry that an organisation of an import may be. */
export interface KnownEntry {
  readonly id: string
  readonly libraryId: string | null
  readonly source: string
  readonly sourceId: string | null
  readonly name: string
  readonly phone: string | null
  readonly website: string | null
  readonly postcodes: readonly string[]
  readonly digest: Buffer | null
}

export type MatchedBy = 'source' | 'id' | 'name' | 'phone' | 'website'
export interface Match {
  readonly entry: KnownEntry
  readonly by: MatchedBy
}

/** A name as one compares it: without signs, marks and the form in law. */
export const plainName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/\b(stichting|vereniging|b\.?v\.?)(?=\s|$)/g, '')
    .replace(/[^a-z\d]+/g, '')

/** The last nine digits: 033 012 34 56 and +31 33 012 34 56 are one. Shorter numbers (14 033, 112) are of many. */
export const plainPhone = (phone: string): string | undefined => {
  const digits = phone.replace(/\D/g, '')
  return digits.length >= 10 ? digits.slice(-9) : undefined
}

/** Host and path, without what differs for one page. */
export const plainWebsite = (website: string): string | undefined => {
  if (!URL.canParse(website)) return undefined
  const { hostname, pathname } = new URL(website)
  return `${hostname.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}`.toLowerCase()
}

/**
 * Finds which entry an organisation of an import is: by the id at its source, by our own id (our feed came back), then by name and
 * postcode, telephone, website. What fits two entries fits none: somebody else would be overwritten.
 */
export function matcher(
  entries: readonly KnownEntry[],
  source: string,
): (parts: OrganizationParts) => Match | undefined {
  const bySource = new Map<string, KnownEntry>()
  const byId = new Map<string, KnownEntry>()
  const others = {
    name: new Map<string, KnownEntry[]>(),
    phone: new Map<string, KnownEntry[]>(),
    website: new Map<string, KnownEntry[]>(),
  }
  const add = (index: Map<string, KnownEntry[]>, key: string | undefined, entry: KnownEntry): void => {
    if (key) index.set(key, [...(index.get(key) ?? []), entry])
  }
  for (const entry of entries) {
    byId.set(entry.id, entry)
    if (entry.source === source && entry.sourceId) {
      bySource.set(entry.sourceId, entry)
      // What is known of this source is known by its id alone.
      continue
    }
    for (const postcode of new Set(entry.postcodes))
      add(others.name, `${plainName(entry.name)} ${postcode}`, entry)
    add(others.phone, entry.phone ? plainPhone(entry.phone) : undefined, entry)
    add(others.website, entry.website ? plainWebsite(entry.website) : undefined, entry)
  }
  const only = (found: readonly KnownEntry[] | undefined): KnownEntry | undefined => {
    const different = [...new Set(found ?? [])]
    return different.length === 1 ? different[0] : undefined
  }
  return ({ organization, locations }) => {
    const id = textIn(organization, 'id')
    const known = bySource.get(id)
    if (known) return { entry: known, by: 'source' }
    const own = byId.get(id)
    if (own) return { entry: own, by: 'id' }
    const name = plainName(textIn(organization, 'name'))
    const byName = only(
      locations
        .flatMap((location) => objectsIn(location, 'addresses'))
        .flatMap(
          (address) => others.name.get(`${name} ${plainPostcode(textIn(address, 'postal_code'))}`) ?? [],
        ),
    )
    if (byName) return { entry: byName, by: 'name' }
    const phone = plainPhone(textIn(objectsIn(organization, 'phones')[0] ?? {}, 'number'))
    const byPhone = phone ? only(others.phone.get(phone)) : undefined
    if (byPhone) return { entry: byPhone, by: 'phone' }
    const website = plainWebsite(textIn(organization, 'website'))
    const byWebsite = website ? only(others.website.get(website)) : undefined
    return byWebsite && { entry: byWebsite, by: 'website' }
  }
}

const plainPostcode = (postcode: string): string =>
  postcode.toUpperCase().replace(/^(\d{4})\s*([A-Z]{2})$/, '$1 $2')
