import { type RawBuilder, sql } from 'kysely'
import type { DeskScope, LibraryScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { rowsPerPage } from '../../../platform/http/paging.ts'
import { isId } from '../../../platform/http/web-request.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { type CellMeaning, cellMeaning } from '../cell-meaning.ts'
import type { CellNarrowing } from '../count-cells/count-cells.query.ts'

/** A contact as it stands behind a figure: what was chosen from the lists, never what somebody typed. */
export interface ContactBehind {
  readonly id: string
  readonly deskId: string
  readonly occurredAt: Instant
  readonly day: string
  /** False when only the day is known: a mark on paper, or a file without times. */
  readonly timeKnown: boolean
  readonly countedAs: 'contact' | 'rush' | 'tally'
  readonly channel: string
  readonly topics: readonly string[]
  readonly help: readonly string[]
}

export interface ContactsBehind {
  readonly unit: CellMeaning['unit']
  /** In the cell's own unit: what the figure says. */
  readonly number: number
  /** How many contacts these are. */
  readonly contacts: number
  readonly rows: readonly ContactBehind[]
}

/**
 * The contacts that a cell of a desk's or a library's figures counts over days (both inclusive), newest first, and how many.
 * Undefined when there is no such cell.
 * @param page from 1; past the end it has no rows
 */
export async function findContactsBehind(
  db: ReadHandle,
  scope: DeskScope | LibraryScope,
  wish: {
    readonly cell: string
    readonly from: string
    readonly until: string
    readonly page: number
    readonly narrowing: CellNarrowing
  },
): Promise<ContactsBehind | undefined> {
  const meaning = cellMeaning(wish.cell)
  if (!meaning || (meaning.of.what === 'desk' && !isId(meaning.of.code))) return undefined
  const within = db
    .selectFrom('contacts.contacts as contact')
    .where(
      scope.kind === 'desk'
        ? sql<boolean>`contact.desk_id = ${scope.deskId}::uuid`
        : sql<boolean>`contact.library_id = ${scope.libraryId}::uuid`,
    )
    .where('contact.occurred_on', '>=', wish.from)
    .where('contact.occurred_on', '<=', wish.until)
    .where('contact.deleted_at', 'is', null)
    .where(
      meaning.unit === 'questions' && (wish.narrowing.topics || wish.narrowing.provider)
        ? sql<boolean>`${questionsOf(meaning, wish.narrowing)} > 0`
        : countedBy(meaning),
    )
    .where(fits(wish.narrowing))
  const counted = await within
    .select((eb) => eb.fn.countAll<number>().as('contacts'))
    .$if(meaning.unit === 'questions', (query) =>
      query.select(
        sql<number>`coalesce(sum(${questionsOf(meaning, wish.narrowing)}), 0)::integer`.as('questions'),
      ),
    )
    .executeTakeFirstOrThrow()
  const rows = await within
    .select([
      'contact.id',
      'contact.desk_id',
      'contact.occurred_at',
      'contact.occurred_on',
      'contact.time_known',
      'contact.counted_as',
      'contact.channel',
      sql<string[]>`array(select topic_code from contacts.questions as question
        where question.contact_id = contact.id order by position)`.as('topics'),
      sql<string[]>`array(select help from contacts.help_given as given
        where given.contact_id = contact.id order by help)`.as('help'),
    ])
    .orderBy('contact.occurred_on', 'desc')
    .orderBy('contact.occurred_at', 'desc')
    .orderBy('contact.id')
    .limit(rowsPerPage)
    .offset((wish.page - 1) * rowsPerPage)
    .execute()
  return {
    unit: meaning.unit,
    number: counted.questions ?? counted.contacts,
    contacts: counted.contacts,
    rows: rows.map((row) => ({
      id: row.id,
      deskId: row.desk_id,
      occurredAt: row.occurred_at,
      day: row.occurred_on,
      timeKnown: row.time_known,
      countedAs: row.counted_as as ContactBehind['countedAs'],
      channel: row.channel,
      topics: row.topics,
      help: row.help,
    })),
  }
}

/**
 * Whether a contact is counted in the cell. `offset 0` keeps the question one a contact, by its key: PostgreSQL would rather
 * read the questions of the whole nation once, which takes longer with every library.
 */
function countedBy({ of }: CellMeaning): RawBuilder<boolean> {
  switch (of.what) {
    case 'all':
      return sql`true`
    case 'desk':
      return sql`contact.desk_id = ${of.code}::uuid`
    case 'counted':
      return sql`contact.counted_as = ${of.code}`
    case 'form':
      return sql`contact.form_code = ${of.code}`
    case 'home':
      return sql`contact.visitor_municipality_code = ${of.code}`
    case 'answer':
      return sql`${sql.ref(`contact.${of.field}`)} = ${of.code}`
    case 'hour':
      return sql`contact.time_known
        and to_char(contact.occurred_at at time zone 'Europe/Amsterdam', 'ID-HH24') = ${of.code}`
    case 'delay':
      return sql`exists (select from contacts.contact_cells as counted
        where counted.contact_id = contact.id and counted.cell = ${of.code} offset 0)`
    case 'help-known':
      return sql`exists (select from contacts.help_given as given where given.contact_id = contact.id offset 0)`
    case 'help':
      return sql`exists (select from contacts.help_given as given where given.contact_id = contact.id and help = ${of.code} offset 0)`
    case 'own-help':
      return sql`exists (select from contacts.help_given as given where given.contact_id = contact.id
        and ${of.code} = any(given.local_codes) offset 0)`
    case 'topic':
    case 'own-topic':
    case 'digid':
    case 'provider':
      return sql`exists (select from ${questionsWith(of)} offset 0)`
  }
}

/** Whether a contact fits what the figures are narrowed down by; contacts.count_cells says the same. */
function fits(narrowing: CellNarrowing): RawBuilder<boolean> {
  const { channel, form, help, desks, otherDesks, topics, provider } = narrowing
  const conditions = [
    ...(channel ? [sql`contact.channel = ${channel}`] : []),
    ...(form ? [sql`contact.form_code = ${form}`] : []),
    ...(help ? [countedBy({ unit: 'contacts', of: { what: 'help', code: help } })] : []),
    ...(desks ? [sql`contact.desk_id = any(${desks}::uuid[])`] : []),
    ...(otherDesks ? [sql`contact.desk_id <> all(${otherDesks}::uuid[])`] : []),
    ...(topics || provider
      ? [sql`exists (select from contacts.questions as question where ${isAsked(narrowing)} offset 0)`]
      : []),
  ]
  return conditions.length > 0 ? sql`(${sql.join(conditions, sql` and `)})` : sql`true`
}

/** A question of the contact that is on one of the topics, about the service provider. */
function isAsked({ topics, provider }: CellNarrowing): RawBuilder<boolean> {
  return sql`question.contact_id = contact.id
    ${topics ? sql`and question.topic_code = any(${topics}::text[])` : sql``}
    ${
      provider
        ? sql`and exists (select from contacts.question_service_providers as about where about.contact_id = question.contact_id
          and about.position = question.position and about.service_provider_code = ${provider})`
        : sql``
    }`
}

/** How many of a contact's questions the cell counts, of those that are asked for. */
function questionsOf({ of }: CellMeaning, narrowing: CellNarrowing): RawBuilder<number> {
  if (of.what === 'provider')
    return sql`(select count(*) from contacts.questions as question join contacts.question_service_providers as counted
      on counted.contact_id = question.contact_id and counted.position = question.position and counted.service_provider_code = ${of.code}
      where ${isAsked(narrowing)})`
  return of.what === 'topic' || of.what === 'own-topic' || of.what === 'digid'
    ? sql`(select count(*) from contacts.questions as question
        where ${isAsked(narrowing)} and ${columnOf(of.what)} = ${of.code})`
    : sql`(select count(*) from contacts.questions as question where ${isAsked(narrowing)})`
}

/** Where a question says it. */
function columnOf(what: 'topic' | 'own-topic' | 'digid'): RawBuilder<unknown> {
  const columns = { topic: 'topic_code', 'own-topic': 'local_code', digid: 'digid' } as const
  return sql.ref(`question.${columns[what]}`)
}

/** The questions of a contact on a topic, with an answer to the question on DigiD, or about a service provider. */
function questionsWith({
  what,
  code,
}: {
  what: 'topic' | 'own-topic' | 'digid' | 'provider'
  code: string
}): RawBuilder<unknown> {
  if (what === 'provider')
    return sql`contacts.question_service_providers as provider
      where provider.contact_id = contact.id and service_provider_code = ${code}`
  return sql`contacts.questions as question where question.contact_id = contact.id and ${columnOf(what)} = ${code}`
}
