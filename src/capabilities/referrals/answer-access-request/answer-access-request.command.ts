import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { LibraryScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { refuse } from '../../../platform/errors/refusals.ts'
import type { MasterKeys } from '../../../platform/personal-data/master-keys.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { cancelAppointment } from '../cancel-appointment/cancel-appointment.command.ts'
import { changeReferral } from '../change-referral/change-referral.command.ts'
import { erasePerson } from '../erase-person/erase-person.command.ts'
import type { AboutKind, Person } from '../person.ts'
import { readPerson } from '../read-person/read-person.command.ts'
import { withdrawCallBack } from '../withdraw-call-back/withdraw-call-back.command.ts'
import { findKept, type KeptItem } from './answer-access-request.query.ts'

export interface AskedItem {
  readonly kind: AboutKind
  readonly id: string
}

/** All that is kept of a person in one thing: what was said, what was agreed to, and who opened it. Names as the AVG (art. 15) lists them. */
export interface KeptOfPerson {
  readonly kind: AboutKind
  readonly code: string | null
  readonly keptAt: string
  readonly eraseOn: string
  readonly person: Person
  readonly topicCode: string | null
  readonly state: string
  readonly startsAt: string | null
  readonly consents: readonly {
    readonly passedTo: string
    readonly passed: readonly string[]
    readonly givenAt: string
    readonly givenOn: string
    readonly language: string
    readonly textVersion: string
    readonly validUntil: string
    readonly withdrawnAt: string | null
  }[]
  readonly readings: readonly { readonly at: string; readonly by: string; readonly why: string }[]
}

/**
 * Looks up in what the library keeps one person. That somebody looked is in the audit log; not by what.
 * @param typed a code, a telephone number or an e-mail address
 */
export async function lookUpPerson(
  tx: WriteHandle,
  scope: LibraryScope,
  keys: MasterKeys,
  typed: string,
  now: Instant,
): Promise<KeptItem[]> {
  const items = await findKept(tx, scope, keys, typed, now)
  await recordAudit(tx, scope, now, {
    action: 'referrals.look-up-person',
    subjectKind: 'library',
    subjectId: scope.libraryId,
    libraryId: scope.libraryId,
    details: { items: items.length },
  })
  return items
}

/**
 * Opens all that is kept of one person, for himself (AVG art. 15). Each thing that is opened is logged, and the whole is in the audit
 * log; without the data.
 * @throws not-allowed without a signed statement on confidentiality; the handler asks that first
 */
export async function collectPerson(
  tx: WriteHandle,
  scope: LibraryScope,
  keys: MasterKeys,
  items: readonly AskedItem[],
  now: Instant,
): Promise<readonly KeptOfPerson[]> {
  const collected: KeptOfPerson[] = []
  for (const item of items) {
    const facts = await factsOf(tx, scope, item)
    if (!facts) continue
    const person = await readPerson(tx, scope, keys, { ...item, why: 'access-request' }, now)
    if (person === 'sign-first') refuse('not-allowed')
    if (person)
      collected.push({ kind: item.kind, person, ...facts, ...(await consentsAndReadings(tx, scope, item)) })
  }
  await recordAudit(tx, scope, now, {
    action: 'referrals.answer-access-request',
    subjectKind: 'library',
    subjectId: scope.libraryId,
    libraryId: scope.libraryId,
    details: { items: collected.length },
  })
  return collected
}

/**
 * Erases a person wherever the library keeps him, at his own request (AVG art. 17). What was still open for him ends with it, and the
 * partner that knows of him is told to forget him (art. 19).
 * @returns in how many things there was something
 */
export async function eraseOnRequest(
  tx: WriteHandle,
  scope: LibraryScope,
  keys: MasterKeys,
  items: readonly AskedItem[],
  now: Instant,
): Promise<number> {
  let erased = 0
  for (const item of items) {
    if (!(await factsOf(tx, scope, item))) continue
    // First the person, so that it counts as asked for; who is erased gets no mail on what ends.
    if (await erasePerson(tx, scope, { ...item, cause: 'asked' }, now)) erased += 1
    await endOpen(tx, scope, keys, item, now)
  }
  await recordAudit(tx, scope, now, {
    action: 'referrals.erase-on-request',
    subjectKind: 'library',
    subjectId: scope.libraryId,
    libraryId: scope.libraryId,
    details: { items: erased },
  })
  return erased
}

/** Takes back what was still open; what has ended stays as it ended. */
async function endOpen(
  tx: WriteHandle,
  scope: LibraryScope,
  keys: MasterKeys,
  { kind, id }: AskedItem,
  now: Instant,
): Promise<void> {
  if (kind === 'referral') await changeReferral(tx, scope, { id, event: 'withdraw', by: 'desk' }, now)
  else if (kind === 'call-back') await withdrawCallBack(tx, scope, { id }, now)
  else await cancelAppointment(tx, scope, keys, { id }, now)
}

/** What happened, of a thing in which the library keeps somebody; nothing of another library's. */
async function factsOf(tx: WriteHandle, scope: LibraryScope, { kind, id }: AskedItem) {
  const kept = await tx
    .selectFrom('referrals.persons')
    .select(['kept_at as keptAt', 'erase_on as eraseOn'])
    .where('library_id', '=', scope.libraryId)
    .where('about_kind', '=', kind)
    .where('about_id', '=', id)
    .executeTakeFirst()
  if (!kept) return undefined
  const own =
    kind === 'referral'
      ? await tx
          .selectFrom('referrals.referrals')
          .select(['code', 'topic_code as topicCode', 'state', 'appointment_at as startsAt'])
          .where('id', '=', id)
          .executeTakeFirst()
      : kind === 'call-back'
        ? await tx
            .selectFrom('referrals.call_backs')
            .select(['code', 'topic_code as topicCode', 'state', 'planned_at as startsAt'])
            .where('id', '=', id)
            .executeTakeFirst()
        : await tx
            .selectFrom('referrals.appointments')
            .select(['topic_code as topicCode', 'state', 'starts_at as startsAt'])
            .where('id', '=', id)
            .executeTakeFirst()
  return {
    keptAt: kept.keptAt.toString(),
    eraseOn: kept.eraseOn,
    code: own && 'code' in own ? own.code : null,
    topicCode: own?.topicCode ?? null,
    state: own?.state ?? '',
    startsAt: own?.startsAt?.toString() ?? null,
  }
}

async function consentsAndReadings(tx: WriteHandle, scope: LibraryScope, { kind, id }: AskedItem) {
  const consents = await tx
    .selectFrom('referrals.consents')
    .selectAll()
    .where('about_kind', '=', kind)
    .where('about_id', '=', id)
    .orderBy('given_at')
    .execute()
  const readings = await tx
    .selectFrom('referrals.readings')
    .select(['at', 'by_kind as by', 'why'])
    .where('library_id', '=', scope.libraryId)
    .where('about_kind', '=', kind)
    .where('about_id', '=', id)
    .orderBy('id')
    .execute()
  return {
    consents: consents.map((consent) => ({
      passedTo: consent.passed_to,
      passed: consent.passed,
      givenAt: consent.given_at.toString(),
      givenOn: consent.given_on,
      language: consent.language,
      textVersion: consent.text_version,
      validUntil: consent.valid_until,
      withdrawnAt: consent.withdrawn_at?.toString() ?? null,
    })),
    readings: readings.map(({ at, by, why }) => ({ at: at.toString(), by, why })),
  }
}
