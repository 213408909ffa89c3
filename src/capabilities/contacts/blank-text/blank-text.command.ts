import { sql } from 'kysely'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { DesksScope, LibraryScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle, WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'

/**
 * Empties a text that should not have been written, wherever it stands beside an answer 'other' in one's own contacts, and in
 * what those said before they were changed. The answers and their counts stay. Who is changing such a contact is told.
 * @returns in how many contacts it stood
 */
export async function blankText(
  tx: WriteHandle,
  scope: LibraryScope | DesksScope,
  text: string,
  now: Instant,
): Promise<number> {
  const { rows } = await sql<{ id: string; libraryId: string }>`
    select id, library_id as "libraryId" from contacts.contacts where ${holds(scope, text)} order by id for update`.execute(
    tx,
  )
  const ids = rows.map(({ id }) => id)
  await sql`update contacts.questions set other_text = null where contact_id = any (${ids}::uuid[]) and other_text = ${text}`.execute(
    tx,
  )
  await sql`update contacts.help_given set other_text = null where contact_id = any (${ids}::uuid[]) and other_text = ${text}`.execute(
    tx,
  )
  const without = (list: 'questions' | 'help') => sql`
    (select coalesce(jsonb_agg(case when each ->> 'otherText' = ${text} then each || '{"otherText": null}' else each end order by place), '[]')
     from jsonb_array_elements(content -> ${list}) with ordinality as given (each, place))`
  await sql`
    update contacts.contact_versions
    set content = content || jsonb_build_object('questions', ${without('questions')}, 'help', ${without('help')})
    where contact_id = any (${ids}::uuid[])`.execute(tx)
  await sql`update contacts.contacts set revision = revision + 1 where id = any (${ids}::uuid[])`.execute(tx)
  await recordAudit(tx, scope, now, {
    action: 'contacts.blank-text',
    subjectKind: 'text',
    // What it said stands nowhere any more, so not here either.
    subjectId: 'other',
    libraryId: scope.kind === 'library' ? scope.libraryId : rows[0]?.libraryId,
    details: { contacts: ids.length },
  })
  return ids.length
}

/** In how many contacts a text would be emptied. */
export async function countContactsWithText(
  db: ReadHandle,
  scope: LibraryScope | DesksScope,
  text: string,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from contacts.contacts where ${holds(scope, text)}`.execute(db)
  return rows[0]?.count ?? 0
}

/** Whether a contact of one's own has a text, now or before it was changed. */
function holds(scope: LibraryScope | DesksScope, text: string) {
  const within =
    scope.kind === 'library'
      ? sql`library_id = ${scope.libraryId}::uuid`
      : sql`desk_id = any (${scope.deskIds}::uuid[])`
  return sql`${within} and (
    id in (select contact_id from contacts.questions where ${within} and other_text = ${text})
    or id in (select contact_id from contacts.help_given where ${within} and other_text = ${text})
    or id in (select contact_id from contacts.contact_versions where ${within} and content::text like ${`%${likeLiteral(JSON.stringify(text))}%`}))`
}

/** A text inside a pattern of `like`, with its own signs taken for themselves. */
const likeLiteral = (text: string): string => text.replace(/[\\%_]/g, '\\$&')
