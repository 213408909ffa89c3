/** What the money may be spent on: a the library, b promotion, c direction of the network (article 5, first paragraph). */
export const purposes = ['library', 'promotion', 'network'] as const
export type Purpose = (typeof purposes)[number]

/** The letter of a purpose in article 5. */
export const purposeLetters: Readonly<Record<Purpose, string>> = {
  library: 'a',
  promotion: 'b',
  network: 'c',
}

/** Planned, promised, spent. */
export const bookingKinds = ['budget', 'commitment', 'spending'] as const
export type BookingKind = (typeof bookingKinds)[number]

export interface Booking {
  readonly id: string
  readonly municipalityCode: string
  readonly year: number
  readonly day: string
  readonly kind: BookingKind
  readonly purpose: Purpose
  readonly libraryId: string | null
  /** The commitment that this is paid on. */
  readonly commitmentId: string | null
  readonly sharedCostId: string | null
  readonly description: string
  /** Whole cents; below nothing: money that came back, or a correction after signing. */
  readonly amountCents: number
  /** A correction beside a signed year. */
  readonly afterSigning: boolean
  readonly reason: string
  readonly isStruckOut: boolean
  readonly struckOutReason: string
  readonly version: number
}

/** What was planned, promised and spent on one purpose. Whole cents. */
export interface PurposeSums {
  readonly budgetCents: number
  readonly committedCents: number
  /** Of what was promised, what is still to be paid. */
  readonly openCents: number
  readonly spentCents: number
}

type Counted = Pick<
  Booking,
  'id' | 'kind' | 'purpose' | 'amountCents' | 'commitmentId' | 'isStruckOut' | 'afterSigning'
>

/**
 * What is still to be paid on a commitment. Paid more than was promised leaves nothing open, and takes nothing from another.
 * @returns whole cents, 0 at least
 */
export function openOfCommitment(
  commitment: Pick<Counted, 'id' | 'amountCents'>,
  all: readonly Counted[],
): number {
  const paid = sum(
    all.filter(({ commitmentId, isStruckOut }) => commitmentId === commitment.id && !isStruckOut),
  )
  return Math.max(0, commitment.amountCents - paid)
}

/** The bookings of one year added up by purpose; what was struck out counts no more. */
export function sumByPurpose(bookings: readonly Counted[]): Record<Purpose, PurposeSums> {
  const counted = bookings.filter(({ isStruckOut }) => !isStruckOut)
  const of = (purpose: Purpose): PurposeSums => {
    const own = counted.filter((booking) => booking.purpose === purpose)
    const kind = (wanted: BookingKind) => own.filter((booking) => booking.kind === wanted)
    return {
      budgetCents: sum(kind('budget')),
      committedCents: sum(kind('commitment')),
      openCents: kind('commitment').reduce(
        (open, commitment) => open + openOfCommitment(commitment, counted),
        0,
      ),
      spentCents: sum(kind('spending')),
    }
  }
  return { library: of('library'), promotion: of('promotion'), network: of('network') }
}

/** All purposes together. */
export function sumOfPurposes(sums: Readonly<Record<Purpose, PurposeSums>>): PurposeSums {
  return purposes.reduce<PurposeSums>(
    (all, purpose) => ({
      budgetCents: all.budgetCents + sums[purpose].budgetCents,
      committedCents: all.committedCents + sums[purpose].committedCents,
      openCents: all.openCents + sums[purpose].openCents,
      spentCents: all.spentCents + sums[purpose].spentCents,
    }),
    { budgetCents: 0, committedCents: 0, openCents: 0, spentCents: 0 },
  )
}

/** By how much a booking is more than what it is paid on, or than what was planned; 0: it is not. Whole cents. */
export interface Excess {
  readonly commitmentCents: number
  readonly budgetCents: number
}

/**
 * Whether a booking goes above the commitment that it is paid on, or its purpose above what was planned for it. Without a plan for
 * the purpose nothing is above it. Both may be so; somebody is told first, and decides.
 * @param booking with the id of the one that it changes, if it does
 */
export function excessOf(
  booking: Pick<Counted, 'id' | 'kind' | 'purpose' | 'amountCents' | 'commitmentId'>,
  all: readonly Counted[],
): Excess {
  const others = all.filter(({ id }) => id !== booking.id)
  const commitment = others.find(({ id }) => id === booking.commitmentId)
  const { budgetCents, committedCents, spentCents } = sumByPurpose(others)[booking.purpose]
  const used = { budget: 0, commitment: committedCents, spending: spentCents }[booking.kind]
  return {
    commitmentCents: commitment ? Math.max(0, booking.amountCents - openOfCommitment(commitment, others)) : 0,
    budgetCents:
      booking.kind === 'budget' || budgetCents === 0
        ? 0
        : Math.max(0, Math.min(booking.amountCents, used + booking.amountCents - budgetCents)),
  }
}

const sum = (bookings: readonly Pick<Counted, 'amountCents'>[]): number =>
  bookings.reduce((total, { amountCents }) => total + amountCents, 0)
