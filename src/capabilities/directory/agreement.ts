/** How a library and a partner agreed to refer: at the desk itself, at the partner, or along the way that they chose. */
export const agreementWays = ['consultation-hour', 'appointment', 'phone', 'mail', 'walk-in'] as const
export type AgreementWay = (typeof agreementWays)[number]

/** What a library agreed with a partner on referring (guide § 2.3.2). Days as 2026-11-24. */
export interface AgreementFacts {
  /** Null: about everything that the partner does. */
  readonly serviceId: string | null
  readonly whenToRefer: string
  readonly way: AgreementWay
  /** In words, what one does. */
  readonly how: string
  readonly contactPersonId: string | null
  /** Where the partner holds its consultation hour, and under which name that stands in the hours of that desk. */
  readonly deskId: string | null
  readonly consultationLabel: string | null
  readonly refersBack: string
  /** Working days within which the partner answers. */
  readonly answerDays: number
  readonly validFrom: string
  /** The first day on which it no longer holds; null without an end. */
  readonly validUntil: string | null
  readonly reviewOn: string
}

export interface Agreement extends AgreementFacts {
  readonly id: string
  readonly libraryId: string
  readonly partnerId: string
  readonly version: number
}

export function isInForce(
  { validFrom, validUntil }: Pick<Agreement, 'validFrom' | 'validUntil'>,
  today: string,
): boolean {
  return validFrom <= today && (validUntil === null || validUntil > today)
}

/**
 * The agreement that counts for a service: one about this very service goes before one about everything of the partner, of
 * two the one made last.
 */
export function agreementFor<Made extends Agreement>(
  agreements: readonly Made[],
  service: { readonly id: string; readonly partnerId: string },
  today: string,
): Made | undefined {
  return agreements
    .filter(
      (agreement) =>
        agreement.partnerId === service.partnerId &&
        (agreement.serviceId === null || agreement.serviceId === service.id) &&
        isInForce(agreement, today),
    )
    .sort(
      (one, other) =>
        Number(other.serviceId !== null) - Number(one.serviceId !== null) ||
        other.validFrom.localeCompare(one.validFrom),
    )[0]
}
