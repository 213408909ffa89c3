export const deskKinds = ['library', 'fixed', 'pop-up', 'mobile', 'telephone'] as const
export type DeskKind = (typeof deskKinds)[number]

export interface Desk {
  readonly id: string
  readonly libraryId: string
  readonly name: string
  readonly kind: DeskKind
  readonly municipalityCode: string
  /** Where a pop-up or mobile desk can stand; empty for a desk with one place. */
  readonly places: readonly { readonly id: string; readonly name: string }[]
}
