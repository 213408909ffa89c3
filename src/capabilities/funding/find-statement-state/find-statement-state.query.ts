import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { type AccountStep, nextStep, stepsOf } from '../account-steps.ts'
import { findStatement, readAccount } from '../read-account/read-account.query.ts'
import { findMunicipalityInYear } from '../read-counts/read-counts.query.ts'
import { deadlineOf } from '../statement.ts'

/** How the account of the last year that is over stands: signed, or what is done of it. */
export type StatementState = { readonly state: 'signed'; readonly year: number } | OpenStatement

export interface OpenStatement {
  readonly state: 'open'
  readonly year: number
  /** The local day by which it must be there; null: not set. */
  readonly deadline: string | null
  /** How many steps are done, of how many. */
  readonly done: number
  readonly steps: number
  /** What to do now. */
  readonly next: AccountStep | undefined
  /** The name of the library that the next step is about, where it is about one. */
  readonly library: string | undefined
}

/**
 * Which year a municipality must account for, how far it is and what comes next. Undefined where the municipality was not there in
 * the last year: those that merged into it account for it.
 * @param today the local day
 */
export async function findStatementState(
  db: ReadHandle,
  scope: MunicipalityScope,
  municipality: { readonly code: string },
  today: string,
): Promise<StatementState | undefined> {
  const year = Number(today.slice(0, 4)) - 1
  const inYear = await findMunicipalityInYear(db, scope, municipality.code, year)
  if (!inYear?.existed) return undefined
  // Nothing needs to be counted for a year that nobody changes any more.
  if (await findStatement(db, scope, municipality.code, year)) return { state: 'signed', year }
  const account = await readAccount(db, scope, inYear, year, today)
  const steps = stepsOf(account, today)
  const next = nextStep(steps)
  return {
    state: 'open',
    year,
    deadline: deadlineOf(year, account.money.scheme?.deadline ?? null),
    done: steps.filter(({ state }) => state === 'done').length,
    steps: steps.length,
    next,
    library: account.libraries.find(({ id }) => id === next?.libraryId)?.name,
  }
}
