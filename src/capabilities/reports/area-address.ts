import { isId } from '../../platform/http/web-request.ts'
import type { Area, Level } from './area.ts'

/** The levels in addresses, in Dutch as all addresses are; and how their keys look. */
const addresses: Readonly<
  Record<Exclude<Level, 'nation'>, { name: string; isKey: (key: string) => boolean }>
> = {
  desk: { name: 'informatiepunt', isKey: isId },
  library: { name: 'bibliotheek', isKey: isId },
  municipality: { name: 'gemeente', isKey: (key) => /^GM\d{4}$/.test(key) },
  financed: { name: 'betaald', isKey: (key) => /^GM\d{4}$/.test(key) },
  province: { name: 'provincie', isKey: (key) => /^PV\d{2}$/.test(key) },
  region: { name: 'regio', isKey: isId },
}
export const nation: Area = { level: 'nation', key: 'NL' }

/** An area as it stands in an address: `gemeente:GM0307`, `nederland`. */
export function addressOf({ level, key }: Area): string {
  return level === 'nation' ? 'nederland' : `${addresses[level].name}:${key}`
}

/** The area that an address means; undefined for what has no such form. */
export function areaAt(address: string): Area | undefined {
  if (address === 'nederland') return nation
  const [name, key = ''] = address.split(':', 2)
  for (const level of ['desk', 'library', 'municipality', 'financed', 'province', 'region'] as const)
    if (addresses[level].name === name && addresses[level].isKey(key)) return { level, key }
  return undefined
}

export const sameArea = (one: Area, other: Area): boolean =>
  one.level === other.level && one.key === other.key
