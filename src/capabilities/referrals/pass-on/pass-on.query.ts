import type { DeskScope, DesksScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { findDesks } from '../../desks/public.ts'
import type { HandOver } from '../klantinteracties.ts'

/** A call-back or a referral that may go on to a municipality's system; without who it is about. */
export interface PassableItem {
  readonly kind: HandOver['kind']
  readonly id: string
  readonly code: string
  readonly libraryId: string
  readonly deskId: string
  readonly topicCode: string | null
  /** What is known of the visitor: which parts, never what they say. Undefined: nothing, or erased. */
  readonly person:
    | {
        readonly hasName: boolean
        readonly contactKind: 'phone' | 'email' | null
        readonly language: string
        /** The last day on which it may be kept. */
        readonly eraseOn: string
      }
    | undefined
  /** Whether a consent on file names this receiver, today. */
  readonly agreed: boolean
  readonly handOver:
    | {
        readonly doneAt: Instant | null
        readonly givenUpAt: Instant | null
        readonly problem: string | null
      }
    | undefined
}

/** What a desk may pass on; nothing when it is not there for this scope. @param receiver the name as a consent says it */
export async function findPassable(
  db: ReadHandle,
  _scope: DesksScope,
  { kind, id }: { readonly kind: HandOver['kind']; readonly id: string },
  receiver: string,
  today: string,
): Promise<PassableItem | undefined> {
  const row = await db
    .selectFrom(kind === 'referral' ? 'referrals.referrals' : 'referrals.call_backs')
    .select(['id', 'code', 'library_id as libraryId', 'desk_id as deskId', 'topic_code as topicCode'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const person = await db
    .selectFrom('referrals.persons')
    .select((eb) => [
      eb('name', 'is not', null).as('hasName'),
      'contact_kind as contactKind',
      'language',
      'erase_on as eraseOn',
    ])
    .where('about_kind', '=', kind)
    .where('about_id', '=', id)
    .executeTakeFirst()
  const consent = await db
    .selectFrom('referrals.consents')
    .select('id')
    .where('about_kind', '=', kind)
    .where('about_id', '=', id)
    .where('passed_to', '=', receiver)
    .where('withdrawn_at', 'is', null)
    .where('valid_until', '>=', today)
    .executeTakeFirst()
  const handOver = await db
    .selectFrom('referrals.hand_overs')
    .select(['done_at as doneAt', 'given_up_at as givenUpAt', 'problem'])
    .where('about_kind', '=', kind)
    .where('about_id', '=', id)
    .executeTakeFirst()
  return {
    kind,
    ...row,
    person: person && {
      ...person,
      hasName: Boolean(person.hasName),
      contactKind: person.contactKind as 'phone' | 'email' | null,
    },
    agreed: consent !== undefined,
    handOver,
  }
}

/** By which name a desk may pass on to another's system; undefined when there is none, or it is of another area. */
export async function findReceiver(
  db: ReadHandle,
  scope: DesksScope | DeskScope,
  deskId: string,
  passesOnTo: { readonly name: string; readonly area: string } | undefined,
): Promise<string | undefined> {
  if (!passesOnTo) return undefined
  const [desk] = await findDesks(db, scope, [deskId])
  return desk?.municipalityCode === passesOnTo.area ? passesOnTo.name : undefined
}
