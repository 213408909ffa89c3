import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { DeskScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { type Instant, localDay, parseInstant } from '../../../platform/time/local-time.ts'
import type { ContactContent } from '../contact.ts'
import { type ContactTiming, type CountedContent, cellsOf, timingCells } from '../contact-cells.ts'

export interface Registration {
  readonly id: string
  readonly content: ContactContent
  /** Who had the conversation; the scope's account sends it, maybe days later for a colleague. */
  readonly authorAccountId: string
  /** What was sent, before anything was made of it: tells the same contact sent again from another. */
  readonly sent?: unknown
  /** See contacts.clock_ahead_seconds; null where no device clock was involved. */
  readonly clockAheadSeconds?: number | null
}

export type RegisterOutcome =
  | { readonly ok: true; readonly already: boolean }
  | { readonly ok: false; readonly reason: 'other-content' }

/**
 * Registers one contact. The id was made by the device: the same contact sent again is accepted and stands there
 * once; another under the same id is refused and changes nothing. The primary key decides, so any number may be
 * sent at once.
 */
export async function registerContact(
  tx: WriteHandle,
  scope: DeskScope,
  registration: Registration,
  now: Instant,
): Promise<RegisterOutcome> {
  const { id, content } = registration
  const hash = contentHash(scope.deskId, registration)
  const moment = parseInstant(content.occurredAt) ?? now
  const owner = { library_id: scope.libraryId, desk_id: scope.deskId }
  const occurredOn = localDay(moment)
  const inserted = await tx
    .insertInto('contacts.contacts')
    .values({
      ...owner,
      id,
      place_id: content.placeId,
      municipality_code: content.municipalityCode,
      form_code: content.formCode,
      counted_as: content.countedAs,
      channel: content.channel,
      occurred_at: moment.toString(),
      occurred_on: occurredOn,
      received_at: now.toString(),
      clock_ahead_seconds: registration.clockAheadSeconds ?? null,
      duration: content.duration,
      satisfied: content.satisfied,
      gender: content.gender,
      age: content.age,
      language: content.language,
      visitor_municipality_code: content.visitorMunicipalityCode,
      author_account_id: registration.authorAccountId,
      sender_account_id: scope.accountId,
      content_hash: hash,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!inserted) {
    await recordAudit(tx, scope, now, {
      action: 'contacts.send-again',
      subjectKind: 'contact',
      subjectId: id,
      libraryId: scope.libraryId,
    })
    // Not to be seen means: it stands at a desk outside this scope, and so is another contact.
    const known = await tx
      .selectFrom('contacts.contacts')
      .select('content_hash as hash')
      .where('id', '=', id)
      .executeTakeFirst()
    return known?.hash.equals(hash) ? { ok: true, already: true } : { ok: false, reason: 'other-content' }
  }
  const timing = { occurredAt: moment, timeKnown: true, receivedAt: now }
  await insertAnswers(tx, scope, { contactId: id, occurredOn, content, timing }, now)
  await recordAudit(tx, scope, now, {
    action: 'contacts.register',
    subjectKind: 'contact',
    subjectId: id,
    libraryId: scope.libraryId,
    ...(registration.authorAccountId !== scope.accountId && {
      details: { author: registration.authorAccountId },
    }),
  })
  return { ok: true, already: false }
}

/**
 * The rows below a contact and what it counts for, in one message to the database: at a busy desk the round trips are
 * most of the time.
 */
export async function insertAnswers(
  tx: WriteHandle,
  scope: DeskScope,
  {
    contactId,
    occurredOn,
    content,
    timing,
  }: { contactId: string; occurredOn: string; content: CountedContent; timing: ContactTiming },
  now: Instant,
): Promise<void> {
  const rows = {
    questions: content.questions.map((question, position) => ({
      position,
      topic: question.topicCode,
      local: question.localCode ?? null,
      text: question.otherText,
      digid: question.digid,
    })),
    providers: content.questions.flatMap((question, position) =>
      question.serviceProviders.map((code) => ({ position, code })),
    ),
    help: content.help.map(({ code, otherText, localCodes }) => ({
      code,
      text: otherText,
      local: localCodes ?? null,
    })),
    cells: { ...cellsOf(content), ...timingCells(timing) },
  }
  await sql`
    with given as (select ${JSON.stringify(rows)}::jsonb as rows),
    owner as (select ${contactId}::uuid as contact_id, ${scope.libraryId}::uuid as library_id, ${scope.deskId}::uuid as desk_id),
    added_questions as (
      insert into contacts.questions (contact_id, position, library_id, desk_id, occurred_on, topic_code, local_code, other_text, digid)
      select contact_id, position, library_id, desk_id, ${occurredOn}::date, topic, local, text, digid
      from given, owner, jsonb_to_recordset(rows -> 'questions') as question (position smallint, topic text, local text, text text, digid text)
    ),
    added_providers as (
      insert into contacts.question_service_providers (contact_id, position, library_id, desk_id, service_provider_code)
      select contact_id, position, library_id, desk_id, code
      from given, owner, jsonb_to_recordset(rows -> 'providers') as provider (position smallint, code text)
    ),
    appended as (
      insert into contacts.figure_changes (library_id, desk_id, municipality_code, day, cells, appended_at)
      select library_id, desk_id, ${content.municipalityCode}, ${occurredOn}::date, rows -> 'cells', ${now.toString()}::timestamptz
      from given, owner
    )
    insert into contacts.help_given (contact_id, library_id, desk_id, help, other_text, local_codes)
    select contact_id, library_id, desk_id, code, text, local
    from given, owner, jsonb_to_recordset(rows -> 'help') as help (code text, text text, local text[])`.execute(
    tx,
  )
}

/** What makes a contact this contact: desk, author and what was said, not who sent it when. */
function contentHash(deskId: string, { content, sent = content, authorAccountId }: Registration): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([deskId, authorAccountId, sent]))
    .digest()
}
