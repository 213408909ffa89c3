import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { yearsEarlier } from '../../../platform/time/local-month.ts'
import { findSignals } from '../find-signals/find-signals.query.ts'
import { isOpen } from '../signal.ts'

export interface SignalsSummary {
  /** Without an answer that says what comes of it; joined ones are one. */
  readonly open: number
  /** The local day on which the oldest of those was told; null when there is none. */
  readonly waitingSince: string | null
  /** Answered in the year up to today. */
  readonly answered: number
  /** Of those, solved. */
  readonly solved: number
}

/** How the signals on a municipality's services stand on a day. */
export async function summariseSignals(
  db: ReadHandle,
  scope: MunicipalityScope,
  municipality: { readonly code: string },
  today: string,
): Promise<SignalsSummary> {
  const signals = await findSignals(db, scope, [municipality.code])
  const open = signals.filter(isOpen)
  const since = yearsEarlier(today, 1)
  const answered = signals.filter((signal) => !isOpen(signal) && (signal.answeredOn ?? '') > since)
  return {
    open: open.length,
    waitingSince: open.map(({ reportedOn }) => reportedOn).sort()[0] ?? null,
    answered: answered.length,
    solved: answered.filter(({ status }) => status === 'solved').length,
  }
}
