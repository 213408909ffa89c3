import type { Purpose } from './booking.ts'
import type { DeskPaidFor, IndicatorNumber } from './indicators.ts'
import type { YearBalance } from './year-account.ts'

/** What a library said of its part of an account. */
export type PartState = 'asked' | 'confirmed' | 'disputed'

/** What a municipality asked of one library, and what that answered. */
export interface LibraryPart {
  readonly id: string
  readonly libraryId: string
  readonly state: PartState
  /** As they were when the library answered; null while it did not. */
  readonly desks: number | null
  readonly questions: number | null
  readonly materials: number | null
  /** What is not right, in the library's words. */
  readonly remark: string
  /** Local days. */
  readonly askedOn: string
  readonly answeredOn: string | null
  readonly version: number
}

/** The money of a year as it was signed, in whole cents. */
export interface SignedBalance extends YearBalance {
  readonly spentByPurpose: Readonly<Record<Purpose, number>>
  /** The grant was not known whole when it was signed. */
  readonly incomplete: boolean
}

/** The rules that counted when a year was signed; empty texts: not set. */
export interface SignedScheme {
  readonly name: string
  readonly provider: string
  readonly legalBasis: string
  readonly accountsToNation: boolean
  readonly code: string
  /** Month and day in the year after, as 07-15. */
  readonly deadline: string
  readonly auditKinds: readonly string[]
}

/** Everything that a municipality signed, as it stood at that moment: it never changes any more (funding.statements.figures). */
export interface SignedFigures {
  readonly indicators: readonly {
    readonly number: IndicatorNumber
    readonly counted: number
    readonly value: number
    /** Why it is another number than what was counted; empty where it is not. */
    readonly reason: string
  }[]
  readonly balance: SignedBalance
  /** Null: no scheme was set for the year. */
  readonly scheme: SignedScheme | null
  readonly desks: readonly {
    readonly id: string
    readonly name: string
    readonly library: string
    readonly municipality: string
    readonly share: number
    readonly sharedBy: DeskPaidFor['sharedBy']
  }[]
  readonly questions: readonly {
    readonly deskId: string
    readonly name: string
    readonly byMonth: Readonly<Record<string, number>>
  }[]
  readonly materials: readonly {
    readonly library: string
    readonly material: string
    readonly used: number
  }[]
  readonly libraries: readonly {
    readonly library: string
    readonly state: PartState | 'not-asked'
    readonly remark: string
  }[]
  /** Why it was signed without every library having confirmed; empty where all did. */
  readonly reason: string
}

/** Nobody filled in a learning material or corrected that indicator: its 0 was not counted, and must not be read as a count. */
export const materialsNotFilledIn = ({
  materials,
  indicators,
}: Pick<SignedFigures, 'materials' | 'indicators'>): boolean =>
  materials.length === 0 && indicators.every(({ number, reason }) => number !== 5 || reason === '')

/** The account of a year as somebody signed it. */
export interface SignedStatement {
  readonly figures: SignedFigures
  /** Local day. */
  readonly signedOn: string
  /** Name and function, as the one who signed wrote them. */
  readonly signedAs: string
}

/** The day by which a year must be accounted for, as 2026-07-15; null where that is not set. */
export const deadlineOf = (year: number, monthAndDay: string | null): string | null =>
  monthAndDay ? `${year + 1}-${monthAndDay}` : null

/** The first day on which a year may be accounted for: when it is over. */
export const mayBeSigned = (year: number, today: string): boolean => today > `${year}-12-31`
