import { addDays } from '../../platform/time/local-time.ts'

/** A subsidy decision of a municipality to its library, or an agreement between municipalities that finance one library. */
export const agreementKinds = ['subsidy-decision', 'cooperation'] as const
export type AgreementKind = (typeof agreementKinds)[number]

export const agreementStatuses = ['draft', 'proposed', 'agreed', 'ended'] as const
export type AgreementStatus = (typeof agreementStatuses)[number]

/** From when until when an agreement holds. Days as 2026-11-24; null: not known, or without an end. */
export interface Terms {
  readonly fromDay: string | null
  /** The last day on which it holds. */
  readonly untilDay: string | null
  /** So many months before the last day it must be said when one does not go on. */
  readonly noticeMonths: number | null
  /** When parties look whether it has to change. */
  readonly reviewOn: string | null
}

export interface Agreement extends Terms {
  readonly id: string
  /** Who drafts and keeps it. */
  readonly municipalityCode: string
  readonly kind: AgreementKind
  readonly title: string
  readonly libraryId: string | null
  /** The other municipalities that are a party, by CBS code. */
  readonly parties: readonly string[]
  readonly status: AgreementStatus
  readonly endedOn: string | null
  readonly version: number
}

/** Whether it holds on a day: it was agreed, and not ended, or only from a later day. */
export const holdsOn = ({ status, endedOn }: Pick<Agreement, 'status' | 'endedOn'>, day: string): boolean =>
  status === 'agreed' || (status === 'ended' && endedOn !== null && day < endedOn)

/** The last day on which it holds: the one that was agreed, or the day before it was ended; null: without an end. */
export function lastDayOf({ untilDay, endedOn }: Pick<Agreement, 'untilDay' | 'endedOn'>): string | null {
  const ended = endedOn === null ? null : addDays(endedOn, -1)
  return ended !== null && (untilDay === null || ended < untilDay) ? ended : untilDay
}

/** Where things about the agreements of one's municipality stand. */
export const agreementsPath = '/sturing/overeenkomsten'

export const agreementPath = (id: string, part = ''): string => `${agreementsPath}/${id}${part}`

/** Where a library reads its own. */
export const libraryAgreementsPath = `${agreementsPath}/bibliotheek`

/** Somebody else was first: nothing is changed. */
export type KeptOutcome = 'kept' | 'changed-meanwhile'
