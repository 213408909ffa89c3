import { sql } from 'kysely'
import type { DesksScope, JobScope, LibraryScope, NationalScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'

/** The answers 'other', beside which something can be typed. */
export interface OtherCodes {
  readonly topics: readonly string[]
  readonly help: readonly string[]
}

/** A text that was typed beside an answer 'other', in one month. */
export interface OtherText {
  readonly code: string
  readonly text: string
  /** As 2026-03. */
  readonly month: string
  readonly contacts: number
}

/** A text reaches the nation when so many contacts, in so many libraries, have it in common: no name typed once ever does. */
export const leastInCommon = { contacts: 3, libraries: 2 } as const

/**
 * The texts that many have in common, for the nation: without capitals and signs, without desk or library.
 * @returns also in how many contacts a text was typed that too few have in common, by answer
 */
export async function readCommonOtherTexts(
  db: ReadHandle,
  _scope: NationalScope,
  codes: OtherCodes,
  period: { readonly from: string; readonly until: string },
): Promise<{ texts: OtherText[]; rare: ReadonlyMap<string, number> }> {
  const { rows } = await sql<OtherText & { text: string | null }>`
    select code, text, to_char(month, 'YYYY-MM') as month, contacts
    from contacts.common_other_texts(${codes.topics}::text[], ${codes.help}::text[], ${period.from}::date, ${period.until}::date,
      ${leastInCommon.contacts}, ${leastInCommon.libraries})`.execute(db)
  const rare = new Map<string, number>()
  for (const { code, text, contacts } of rows)
    if (text === null) rare.set(code, (rare.get(code) ?? 0) + contacts)
  return { texts: rows.filter(({ text }) => text !== null), rare }
}

/** All texts of one's own desks or library, as they were typed. */
export async function readOwnOtherTexts(
  db: ReadHandle,
  scope: LibraryScope | DesksScope,
  codes: OtherCodes,
  period: { readonly from: string; readonly until: string },
): Promise<OtherText[]> {
  const within =
    scope.kind === 'library'
      ? sql`contact.library_id = ${scope.libraryId}::uuid`
      : sql`contact.desk_id = any (${scope.deskIds}::uuid[])`
  const { rows } = await sql<OtherText>`
    select code, text, to_char(day, 'YYYY-MM') as month, count(distinct contact_id)::integer as contacts
    from (
      select question.topic_code as code, question.other_text as text, contact.id as contact_id, contact.occurred_on as day
      from contacts.contacts as contact join contacts.questions as question on question.contact_id = contact.id
      where ${within} and question.topic_code = any (${codes.topics}::text[]) and question.other_text is not null
        and contact.occurred_on between ${period.from}::date and ${period.until}::date
      union all
      select given.help, given.other_text, contact.id, contact.occurred_on
      from contacts.contacts as contact join contacts.help_given as given on given.contact_id = contact.id
      where ${within} and given.help = any (${codes.help}::text[]) and given.other_text is not null
        and contact.occurred_on between ${period.from}::date and ${period.until}::date
    ) as written
    group by 1, 2, 3`.execute(db)
  return rows
}

/** In how many contacts 'other' was chosen and nothing was typed, by answer: of one's own, or of all for the nation. */
export async function countOthersWithoutText(
  db: ReadHandle,
  scope: NationalScope | LibraryScope | DesksScope,
  codes: OtherCodes,
  period: { readonly from: string; readonly until: string },
): Promise<ReadonlyMap<string, number>> {
  const { topics, help } = codes
  if (scope.kind === 'nation') {
    const { rows } = await sql<{ code: string; contacts: number }>`
      select code, contacts from contacts.others_without_text(${topics}::text[], ${help}::text[], ${period.from}::date,
        ${period.until}::date)`.execute(db)
    return new Map(rows.map(({ code, contacts }) => [code, contacts]))
  }
  const within =
    scope.kind === 'library'
      ? sql`contact.library_id = ${scope.libraryId}::uuid`
      : sql`contact.desk_id = any (${scope.deskIds}::uuid[])`
  const { rows } = await sql<{ code: string; contacts: number }>`
    select code, count(distinct id)::integer as contacts
    from contacts.contacts as contact, lateral (
      select topic_code as code, other_text from contacts.questions where contact_id = contact.id and topic_code = any (${topics}::text[])
      union all
      select help, other_text from contacts.help_given where contact_id = contact.id and help = any (${help}::text[])
    ) as answer
    where ${within} and other_text is null and contact.occurred_on between ${period.from}::date and ${period.until}::date
    group by code`.execute(db)
  return new Map(rows.map(({ code, contacts }) => [code, contacts]))
}

/** Every different text beside these answers, of everybody: for the job that recodes. */
export async function readDistinctOtherTexts(
  db: ReadHandle,
  _scope: JobScope,
  codes: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ text: string }>`
    select other_text as text from contacts.questions where topic_code = any (${codes}::text[]) and other_text is not null
    union
    select other_text from contacts.help_given where help = any (${codes}::text[]) and other_text is not null`.execute(
    db,
  )
  return rows.map(({ text }) => text)
}
