import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import { endLinks, makeLink } from '../../../platform/auth/links.command.ts'
import type { DeskScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { MasterKeys } from '../../../platform/personal-data/master-keys.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { keepOnlineRequests } from '../../desks/public.ts'
import type { DeskOffer } from '../find-slots/find-slots.query.ts'

/** All that can be said of an offer. */
export type OfferInput = Omit<DeskOffer, 'id' | 'libraryId' | 'deskId' | 'version'>

const columnsOf = (input: OfferInput) => ({
  name: input.name,
  agreement_id: input.agreementId,
  hours_kind: input.hoursKind,
  hours_label: input.hoursLabel,
  minutes: input.minutes,
  places: input.places,
  kept_for_walk_in: input.keptForWalkIn,
  notice_minutes: input.noticeMinutes,
  horizon_days: input.horizonDays,
  by_public: input.byPublic,
  active: input.active,
})

/** Lets hours of a desk be booked. What is booked already stays when they are changed later. */
export async function addOffer(
  tx: WriteHandle,
  scope: DeskScope,
  input: OfferInput,
  now: Instant,
): Promise<string> {
  const id = uuidv7()
  await tx
    .insertInto('referrals.offers')
    .values({
      id,
      library_id: scope.libraryId,
      desk_id: scope.deskId,
      ...columnsOf(input),
      created_at: now.toString(),
    })
    .execute()
  await recordAudit(tx, scope, now, {
    action: 'referrals.add-offer',
    subjectKind: 'offer',
    subjectId: id,
    libraryId: scope.libraryId,
  })
  await tellDesk(tx, scope)
  return id
}

/** @returns false when somebody changed it meanwhile: then nothing is changed */
export async function changeOffer(
  tx: WriteHandle,
  scope: DeskScope,
  { id, version, input }: { readonly id: string; readonly version: number; readonly input: OfferInput },
  now: Instant,
): Promise<boolean> {
  const changed = await tx
    .updateTable('referrals.offers')
    .set({ ...columnsOf(input), version: version + 1 })
    .where('id', '=', id)
    .where('desk_id', '=', scope.deskId)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  await recordAudit(tx, scope, now, {
    action: 'referrals.change-offer',
    subjectKind: 'offer',
    subjectId: id,
    libraryId: scope.libraryId,
    details: changed ? {} : { refused: true },
  })
  if (changed) await tellDesk(tx, scope)
  return changed !== undefined
}

/** The page of the desk leads to an appointment as long as everybody may book something there. */
async function tellDesk(tx: WriteHandle, scope: DeskScope): Promise<void> {
  const open = await tx
    .selectFrom('referrals.offers')
    .select('id')
    .where('desk_id', '=', scope.deskId)
    .where('active', '=', true)
    .where('by_public', '=', true)
    .executeTakeFirst()
  await keepOnlineRequests(tx, scope, scope.deskId, { appointments: open !== undefined })
}

/** Lets visitors ask on the page of the desk to be called, or no longer. */
export async function offerCallBacks(
  tx: WriteHandle,
  scope: DeskScope,
  callBacks: boolean,
  now: Instant,
): Promise<void> {
  await keepOnlineRequests(tx, scope, scope.deskId, { callBacks })
  await recordAudit(tx, scope, now, {
    action: 'referrals.keep-requests',
    subjectKind: 'desk',
    subjectId: scope.deskId,
    libraryId: scope.libraryId,
    details: { callBacks },
  })
}

/** After so many days the address of a calendar has to be made anew. */
const feedDays = 400

/** Makes the address of the desk's calendar of appointments; one that was made before opens nothing any more. @returns its token */
export async function makeAppointmentFeed(
  tx: WriteHandle,
  scope: DeskScope,
  keys: MasterKeys,
  now: Instant,
): Promise<string> {
  const about = { purpose: 'referrals.calendar', subjectId: scope.deskId } as const
  await endLinks(tx, scope, about)
  const { token } = await makeLink(
    tx,
    scope,
    keys,
    { ...about, expiresAt: now.add({ hours: 24 * feedDays }) },
    now,
  )
  await recordAudit(tx, scope, now, {
    action: 'referrals.make-feed',
    subjectKind: 'desk',
    subjectId: scope.deskId,
    libraryId: scope.libraryId,
  })
  return token
}
