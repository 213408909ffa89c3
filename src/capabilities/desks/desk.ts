export const deskKinds = ['library', 'fixed', 'pop-up', 'mobile', 'telephone'] as const
export type DeskKind = (typeof deskKinds)[number]

/** Kinds that stand now here, now there: they have a list of places. */
export const movingKinds: readonly DeskKind[] = ['pop-up', 'mobile']

export interface Place {
  readonly id: string
  readonly name: string
  readonly municipalityCode: string
}

export interface Desk {
  readonly id: string
  readonly libraryId: string
  readonly name: string
  readonly kind: DeskKind
  readonly municipalityCode: string
  /** Where a pop-up or mobile desk can stand; empty for a desk with one place. */
  readonly places: readonly Place[]
}

/** A desk, open or closed. */
export interface KnownDesk extends Desk {
  readonly active: boolean
}

/** Writes a Dutch postcode as 1234 AB; undefined when it is none. */
export function tidyPostcode(text: string): string | undefined {
  const found = /^([1-9]\d{3})\s*([A-Z]{2})$/.exec(text.trim().toUpperCase())
  return found ? `${found[1]} ${found[2]}` : undefined
}
