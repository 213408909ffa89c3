import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { Suiting } from '../call-time.ts'

export type CallBackState = 'waiting' | 'reached' | 'not-reached' | 'withdrawn'
export const callOutcomes = ['reached', 'no-answer', 'call-later', 'wrong-number'] as const
export type CallOutcome = (typeof callOutcomes)[number]

/** Somebody asked to be called; without the number. */
export interface CallBack {
  readonly id: string
  /** By which the staff speaks of it. The visitor has a code of his own, which opens it. */
  readonly code: string
  readonly libraryId: string
  readonly deskId: string
  readonly topicCode: string | null
  readonly suits: Suiting
  readonly state: CallBackState
  readonly plannedAt: Instant | null
  readonly madeAt: Instant
  /** Whether the number is still kept. */
  readonly hasPerson: boolean
  readonly attempts: readonly { readonly at: Instant; readonly outcome: CallOutcome }[]
}

/** One call back, when it is for this scope. */
export async function findCallBack(db: ReadHandle, scope: Scope, id: string): Promise<CallBack | undefined> {
  const rows = await callBacksFrom(db, scope).where('call_back.id', '=', id).execute()
  return (await withAttempts(db, scope, rows))[0]
}

/** The call backs of a desk that wait, by the time they are planned, and those that ended since a moment, the last first. */
export async function findCallBacks(
  db: ReadHandle,
  scope: Scope,
  deskId: string,
  endedSince: Instant,
): Promise<{ readonly waiting: readonly CallBack[]; readonly ended: readonly CallBack[] }> {
  const waiting = await callBacksFrom(db, scope)
    .where('call_back.desk_id', '=', deskId)
    .where('call_back.state', '=', 'waiting')
    .orderBy('call_back.planned_at')
    .orderBy('call_back.made_at')
    .execute()
  const ended = await callBacksFrom(db, scope)
    .where('call_back.desk_id', '=', deskId)
    .where('call_back.closed_at', '>=', endedSince)
    .orderBy('call_back.closed_at', 'desc')
    .limit(50)
    .execute()
  return {
    waiting: await withAttempts(db, scope, waiting),
    ended: await withAttempts(db, scope, ended),
  }
}

const callBacksFrom = (db: ReadHandle, _scope: Scope) =>
  db
    .selectFrom('referrals.call_backs as call_back')
    .leftJoin('referrals.persons as person', (join) =>
      join.onRef('person.about_id', '=', 'call_back.id').on('person.about_kind', '=', 'call-back'),
    )
    .select([
      'call_back.id',
      'call_back.code',
      'call_back.library_id as libraryId',
      'call_back.desk_id as deskId',
      'call_back.topic_code as topicCode',
      'call_back.suits',
      'call_back.state',
      'call_back.planned_at as plannedAt',
      'call_back.made_at as madeAt',
      'person.id as personId',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof callBacksFrom>['execute']>>[number]

async function withAttempts(db: ReadHandle, _scope: Scope, rows: readonly Row[]): Promise<CallBack[]> {
  if (rows.length === 0) return []
  const attempts = await db
    .selectFrom('referrals.call_attempts')
    .select(['call_back_id as callBackId', 'at', 'outcome'])
    .where(
      'call_back_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('id')
    .execute()
  return rows.map(({ personId, suits, state, ...row }) => ({
    ...row,
    suits: suits as Suiting,
    state: state as CallBackState,
    hasPerson: personId !== null,
    attempts: attempts
      .filter(({ callBackId }) => callBackId === row.id)
      .map(({ at, outcome }) => ({ at, outcome: outcome as CallOutcome })),
  }))
}
