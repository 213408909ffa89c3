import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { DeskScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { type Instant, momentOf } from '../../../platform/time/local-time.ts'
import { appendFigureChanges } from '../append-figures/append-figures.command.ts'
import { addCells, type Cells, cellsOf } from '../contact-cells.ts'
import type { RegisterOutcome } from '../register-contact/register-contact.command.ts'
import type { Tally } from './enter-tally.form.ts'

export interface EnteredTally {
  readonly id: string
  readonly tally: Tally
  readonly formCode: string
  /** Where the desk stands. */
  readonly municipalityCode: string
  readonly authorAccountId: string
}

/** Every mark becomes a contact with one question; the hour is not known, so the moment is noon. Entered once, however often it is sent. */
export async function enterTally(
  tx: WriteHandle,
  scope: DeskScope,
  entered: EnteredTally,
  now: Instant,
): Promise<RegisterOutcome> {
  const { id, tally, authorAccountId } = entered
  const hash = createHash('sha256')
    .update(JSON.stringify([scope.deskId, authorAccountId, tally]))
    .digest()
  const owner = { library_id: scope.libraryId, desk_id: scope.deskId }
  const inserted = await tx
    .insertInto('contacts.tallies')
    .values({
      ...owner,
      id,
      counted_on: tally.countedOn,
      received_at: now.toString(),
      author_account_id: authorAccountId,
      sender_account_id: scope.accountId,
      content_hash: hash,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  const marks = tally.marks.flatMap((mark) =>
    Array.from({ length: mark.number }, () => ({
      id: uuidv7(),
      topic: mark.topicCode,
      local: mark.localCode ?? null,
      provider: mark.serviceProvider,
    })),
  )
  await recordAudit(tx, scope, now, {
    action: inserted ? 'contacts.enter-tally' : 'contacts.send-again',
    subjectKind: 'tally',
    subjectId: id,
    libraryId: scope.libraryId,
    details: { marks: marks.length },
  })
  if (!inserted) {
    const known = await tx
      .selectFrom('contacts.tallies')
      .select('content_hash as hash')
      .where('id', '=', id)
      .executeTakeFirst()
    return known?.hash.equals(hash) ? { ok: true, already: true } : { ok: false, reason: 'other-content' }
  }
  await sql`
    with mark as (select * from jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) as mark (id uuid, topic text, local text, provider text)),
    owner as (select ${scope.libraryId}::uuid as library_id, ${scope.deskId}::uuid as desk_id),
    added as (
      insert into contacts.contacts (id, library_id, desk_id, municipality_code, form_code, counted_as, tally_id, channel, occurred_at, occurred_on, time_known, received_at,
        author_account_id, sender_account_id, content_hash)
      select id, library_id, desk_id, ${entered.municipalityCode}, ${entered.formCode}, 'tally', ${id}::uuid, ${tally.channel}, ${momentOf(tally.countedOn, '12:00').toString()}::timestamptz,
        ${tally.countedOn}::date, false, ${now.toString()}::timestamptz, ${authorAccountId}::uuid, ${scope.accountId}::uuid, ${hash}
      from mark, owner
    ),
    added_questions as (
      insert into contacts.questions (contact_id, position, library_id, desk_id, occurred_on, topic_code, local_code)
      select id, 0, library_id, desk_id, ${tally.countedOn}::date, topic, local from mark, owner
    )
    insert into contacts.question_service_providers (contact_id, position, library_id, desk_id, service_provider_code)
    select id, 0, library_id, desk_id, provider from mark, owner where provider is not null`.execute(tx)
  const { libraryId, deskId } = scope
  const { municipalityCode } = entered
  const change = { libraryId, deskId, municipalityCode, day: tally.countedOn, cells: cellsOfTally(entered) }
  await appendFigureChanges(tx, scope, [change], now)
  return { ok: true, already: false }
}

/** Every mark is a contact of which no more is known than the way and what the question was about. */
function cellsOfTally({ tally, formCode, municipalityCode }: EnteredTally): Cells {
  const unknown = { duration: null, satisfied: null, gender: null, age: null, language: null, help: [] }
  const base = {
    ...unknown,
    formCode,
    municipalityCode,
    channel: tally.channel,
    visitorMunicipalityCode: null,
  }
  return tally.marks
    .map(({ topicCode, localCode = null, serviceProvider, number }) => {
      const question = { topicCode, localCode, serviceProviders: serviceProvider ? [serviceProvider] : [] }
      const questions = [{ ...question, otherText: null, digid: null }]
      const ofOne = cellsOf({ ...base, countedAs: 'tally', questions })
      return Object.fromEntries(Object.entries(ofOne).map(([cell, count]) => [cell, count * number]))
    })
    .reduce(addCells, {})
}
