import { type Account, changedSince } from './account.ts'
import { mayBeSigned } from './statement.ts'

/** Something to do before an account is complete, in the order in which one does it. */
export interface AccountStep {
  readonly key: 'money' | 'grant' | 'materials' | 'library' | 'sign'
  /** Whose turn it is. */
  readonly state: 'done' | 'todo' | 'waiting'
  /** Of which library it is. */
  readonly libraryId?: string
  /** What it is about, to choose the words by. */
  readonly about?: 'not-asked' | 'asked' | 'disputed' | 'changed' | 'confirmed' | 'not-over'
}

/**
 * What is done of an account and what is not. A library that confirmed numbers which changed since is asked once more.
 * @param today the local day
 */
export function stepsOf(account: Account, today: string): AccountStep[] {
  const { money, libraries, statement, year } = account
  const isSigned = statement !== undefined
  const spent = Object.values(money.purposes).some(({ spentCents }) => spentCents !== 0)
  const done = (is: boolean): 'done' | 'todo' => (is ? 'done' : 'todo')
  return [
    { key: 'money', state: done(spent) },
    // Without a scheme nobody knows what was received; the grant is then for an administrator to set.
    ...(money.scheme ? [{ key: 'grant' as const, state: done(money.grant.missing === null) }] : []),
    ...libraries.flatMap((library): AccountStep[] => {
      const state = library.part?.state ?? 'not-asked'
      const about = state === 'confirmed' && changedSince(library).length > 0 ? 'changed' : state
      return [
        { key: 'materials', libraryId: library.id, state: done(!library.materialsUnknown) },
        {
          key: 'library',
          libraryId: library.id,
          about,
          state: about === 'confirmed' ? 'done' : about === 'asked' ? 'waiting' : 'todo',
        },
      ]
    }),
    mayBeSigned(year, today)
      ? { key: 'sign', state: done(isSigned) }
      : { key: 'sign', state: 'waiting', about: 'not-over' },
  ]
}

/**
 * What to do now: the first that is to be done. Asking a library comes before counting materials, which it does itself. Nothing once
 * the account is signed.
 */
export function nextStep(steps: readonly AccountStep[]): AccountStep | undefined {
  const sign = steps.find(({ key }) => key === 'sign')
  if (sign?.state === 'done') return undefined
  const todo = steps.filter(({ state }) => state === 'todo')
  const isAsked = (libraryId: string | undefined): boolean =>
    steps.some((step) => step.key === 'library' && step.libraryId === libraryId && step.about !== 'not-asked')
  return (
    todo.find(({ key }) => key === 'money' || key === 'grant') ??
    todo.find(({ key, libraryId }) => key === 'library' || (key === 'materials' && isAsked(libraryId))) ??
    steps.find(({ state }) => state === 'waiting') ??
    sign
  )
}
