import type { DeskScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import { withinTerm } from '../correction-term.ts'
import { readCorrectionTerm } from '../set-correction-term/set-correction-term.query.ts'

export interface Period {
  readonly from: string
  /** First day outside. */
  readonly until: string
}

export interface ListedContact {
  readonly id: string
  readonly occurredAt: Instant
  readonly occurredOn: string
  /** False when only the day is known, as of what was imported without a time. */
  readonly timeKnown: boolean
  readonly countedAs: 'contact' | 'rush'
  readonly authorAccountId: string
  readonly topics: readonly string[]
  readonly help: readonly string[]
  readonly changeable: boolean
}

export interface DeskTotals {
  readonly contacts: number
  readonly questions: number
  readonly quietHours: number
  /** The most asked topics of the period, most first. */
  readonly topics: readonly { readonly code: string; readonly questions: number }[]
}

export interface ListedTally {
  readonly id: string
  readonly countedOn: string
  readonly authorAccountId: string
  readonly contacts: number
  readonly changeable: boolean
}

export const contactsOnPage = 50
const topicsShown = 5

/** The registrations of a period at a desk, newest first: of one author, or of everybody. */
export async function listContacts(
  db: ReadHandle,
  scope: DeskScope,
  wish: Period & { readonly author: string | undefined; readonly page: number },
  now: Instant,
): Promise<{ readonly contacts: readonly ListedContact[]; readonly number: number }> {
  const within = db
    .selectFrom('contacts.contacts')
    .where('desk_id', '=', scope.deskId)
    .where('occurred_on', '>=', wish.from)
    .where('occurred_on', '<', wish.until)
    .where('deleted_at', 'is', null)
    .where('counted_as', '!=', 'tally')
    .$if(wish.author !== undefined, (query) => query.where('author_account_id', '=', wish.author ?? ''))
  const { number } = await within
    .select((eb) => eb.fn.countAll<number>().as('number'))
    .executeTakeFirstOrThrow()
  const rows = await within
    .select([
      'id',
      'occurred_at',
      'occurred_on',
      'time_known',
      'received_at',
      'counted_as',
      'author_account_id',
    ])
    .orderBy('occurred_at', 'desc')
    .orderBy('id', 'desc')
    .limit(contactsOnPage)
    .offset((wish.page - 1) * contactsOnPage)
    .execute()
  if (rows.length === 0) return { contacts: [], number }

  const ids = rows.map((row) => row.id)
  const questions = await db
    .selectFrom('contacts.questions')
    .select((eb) => ['contact_id', eb.fn.coalesce('local_code', 'topic_code').as('topic')])
    .where('contact_id', 'in', ids)
    .orderBy('position')
    .execute()
  const help = await db
    .selectFrom('contacts.help_given')
    .select(['contact_id', 'help'])
    .where('contact_id', 'in', ids)
    .orderBy('help')
    .execute()
  const days = await readCorrectionTerm(db, scope)
  return {
    number,
    contacts: rows.map((row) => ({
      id: row.id,
      occurredAt: row.occurred_at,
      occurredOn: row.occurred_on,
      timeKnown: row.time_known,
      countedAs: row.counted_as as 'contact' | 'rush',
      authorAccountId: row.author_account_id,
      topics: questions
        .filter((question) => question.contact_id === row.id)
        .map((question) => question.topic),
      help: help.filter((given) => given.contact_id === row.id).map((given) => given.help),
      changeable: withinTerm(localDay(row.received_at), localDay(now), days),
    })),
  }
}

/** The paper tallies of a period at a desk. */
export async function listTallies(
  db: ReadHandle,
  scope: DeskScope,
  period: Period,
  now: Instant,
): Promise<ListedTally[]> {
  const rows = await db
    .selectFrom('contacts.tallies as tally')
    .innerJoin('contacts.contacts as contact', 'contact.tally_id', 'tally.id')
    .select((eb) => [
      'tally.id',
      'tally.counted_on',
      'tally.received_at',
      'tally.author_account_id',
      eb.fn.countAll<number>().as('contacts'),
    ])
    .where('tally.desk_id', '=', scope.deskId)
    .where('tally.counted_on', '>=', period.from)
    .where('tally.counted_on', '<', period.until)
    .where('tally.deleted_at', 'is', null)
    .groupBy('tally.id')
    .orderBy('tally.counted_on', 'desc')
    .execute()
  const days = await readCorrectionTerm(db, scope)
  return rows.map((row) => ({
    id: row.id,
    countedOn: row.counted_on,
    authorAccountId: row.author_account_id,
    contacts: row.contacts,
    changeable: withinTerm(localDay(row.received_at), localDay(now), days),
  }))
}

/** What a desk did in a period, by everybody and in every way of counting. */
export async function countDesk(db: ReadHandle, scope: DeskScope, period: Period): Promise<DeskTotals> {
  const { contacts } = await db
    .selectFrom('contacts.contacts')
    .select((eb) => eb.fn.countAll<number>().as('contacts'))
    .where('desk_id', '=', scope.deskId)
    .where('occurred_on', '>=', period.from)
    .where('occurred_on', '<', period.until)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow()
  const topics = await db
    .selectFrom('contacts.questions')
    .select((eb) => ['topic_code as code', eb.fn.countAll<number>().as('questions')])
    .where('desk_id', '=', scope.deskId)
    .where('occurred_on', '>=', period.from)
    .where('occurred_on', '<', period.until)
    .groupBy('topic_code')
    .orderBy('questions', 'desc')
    .orderBy('topic_code')
    .execute()
  const { quietHours } = await db
    .selectFrom('contacts.quiet_hours')
    .select((eb) => eb.fn.countAll<number>().as('quietHours'))
    .where('desk_id', '=', scope.deskId)
    .where('observed_on', '>=', period.from)
    .where('observed_on', '<', period.until)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow()
  return {
    contacts,
    quietHours,
    questions: topics.reduce((sum, topic) => sum + topic.questions, 0),
    topics: topics.slice(0, topicsShown),
  }
}
