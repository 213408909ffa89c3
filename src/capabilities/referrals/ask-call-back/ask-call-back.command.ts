import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import { makeCodeLink } from '../../../platform/auth/links.command.ts'
import type { Scope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { MasterKeys } from '../../../platform/personal-data/master-keys.ts'
import { addDays, type Instant, localDay } from '../../../platform/time/local-time.ts'
import type { MadeBy } from '../book-appointment/book-appointment.command.ts'
import { bookedCode, bookedId, bookedReference } from '../booking-key.ts'
import type { Suiting } from '../call-time.ts'
import { keepPerson } from '../keep-person/keep-person.command.ts'
import type { Person } from '../person.ts'

/** Who was not called by then is not called any more, and his code opens nothing. */
const daysKept = 30

export interface CallBackWish {
  /** The secret of the form (`makeBookingKey`): used twice it asks once. */
  readonly key: string
  readonly deskId: string
  readonly libraryId: string
  readonly topicCode?: string | undefined
  readonly suits: Suiting
  /** When the desk means to call (`suggestCallTime`). */
  readonly plannedAt: Instant | undefined
  readonly madeBy: MadeBy
  /** With a telephone number as the way of contact. */
  readonly person: Person
}

/**
 * Keeps that somebody asks to be called. Sent twice it is kept once, with the same code. The code is the visitor's own: it takes the
 * request back, and the database keeps a hash of it. The staff has a reference.
 */
export async function askCallBack(
  tx: WriteHandle,
  scope: Scope,
  keys: MasterKeys,
  wish: CallBackWish,
  now: Instant,
): Promise<{ readonly id: string; readonly code: string; readonly again: boolean }> {
  const id = bookedId(wish.key)
  const code = bookedCode(wish.key)
  // Without a target, so that who may only add needs not be able to read.
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('referrals.call_backs')
    .values({
      id,
      code: bookedReference(wish.key),
      library_id: wish.libraryId,
      desk_id: wish.deskId,
      topic_code: wish.topicCode ?? null,
      suits: wish.suits,
      state: 'waiting',
      state_since: now.toString(),
      planned_at: wish.plannedAt?.toString() ?? null,
      made_by_kind: wish.madeBy,
      made_at: now.toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  const again = numInsertedOrUpdatedRows === 0n
  await recordAudit(tx, scope, now, {
    action: 'referrals.ask-call-back',
    subjectKind: 'call-back',
    subjectId: id,
    libraryId: wish.libraryId,
    details: { by: wish.madeBy, ...(again && { again }) },
  })
  if (again) return { id, code, again }
  const eraseOn = addDays(localDay(now), daysKept)
  await makeCodeLink(
    tx,
    scope,
    keys,
    {
      purpose: 'referrals.call-back',
      code,
      subjectId: id,
      expiresAt: now.add({ hours: 24 * daysKept }),
    },
    now,
  )
  await keepPerson(
    tx,
    scope,
    keys,
    { kind: 'call-back', id, libraryId: wish.libraryId, person: wish.person, eraseOn },
    now,
  )
  return { id, code, again }
}
