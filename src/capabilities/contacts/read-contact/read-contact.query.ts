import type { DeskScope, DesksScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import { type ContactContent, defaultCorrectionDays } from '../contact.ts'
import { withinTerm } from '../correction-term.ts'

export interface StoredContact {
  readonly id: string
  readonly libraryId: string
  readonly deskId: string
  readonly content: ContactContent
  readonly countedAs: 'contact' | 'rush' | 'tally'
  readonly occurredAt: Instant
  readonly occurredOn: string
  /** False when only the day is known; then the moment is noon. */
  readonly timeKnown: boolean
  readonly receivedAt: Instant
  /** Brought by an import: then when it was received tells nothing. */
  readonly imported: boolean
  readonly authorAccountId: string
  readonly revision: number
  readonly deleted: boolean
  /** Whether the library's term for corrections still runs. */
  readonly changeable: boolean
}

/** One contact with its answers, as it stands now. Undefined when it is not within the scope. */
export async function readStoredContact(
  db: ReadHandle,
  scope: DeskScope | DesksScope,
  id: string,
  now: Instant,
): Promise<StoredContact | undefined> {
  const row = await db
    .selectFrom('contacts.contacts')
    .selectAll()
    .where('id', '=', id)
    .where('desk_id', 'in', scope.kind === 'desk' ? [scope.deskId] : scope.deskIds)
    .executeTakeFirst()
  if (!row) return undefined
  const questions = await db
    .selectFrom('contacts.questions')
    .selectAll()
    .where('contact_id', '=', id)
    .orderBy('position')
    .execute()
  const providers = await db
    .selectFrom('contacts.question_service_providers')
    .selectAll()
    .where('contact_id', '=', id)
    .orderBy('service_provider_code')
    .execute()
  const help = await db
    .selectFrom('contacts.help_given')
    .selectAll()
    .where('contact_id', '=', id)
    .orderBy('help')
    .execute()
  const term = await db
    .selectFrom('contacts.correction_terms')
    .select('days')
    .where('library_id', '=', row.library_id)
    .executeTakeFirst()
  return {
    id,
    libraryId: row.library_id,
    deskId: row.desk_id,
    countedAs: row.counted_as as StoredContact['countedAs'],
    occurredAt: row.occurred_at,
    occurredOn: row.occurred_on,
    timeKnown: row.time_known,
    receivedAt: row.received_at,
    imported: row.import_id !== null,
    authorAccountId: row.author_account_id,
    revision: row.revision,
    deleted: row.deleted_at !== null,
    changeable: withinTerm(localDay(row.received_at), localDay(now), term?.days ?? defaultCorrectionDays),
    content: {
      formCode: row.form_code,
      countedAs: row.counted_as === 'rush' ? 'rush' : 'contact',
      placeId: row.place_id,
      municipalityCode: row.municipality_code,
      channel: row.channel,
      occurredAt: row.occurred_at.toString(),
      questions: questions.map((question) => ({
        topicCode: question.topic_code,
        ...(question.local_code !== null && { localCode: question.local_code }),
        serviceProviders: providers
          .filter(({ position }) => position === question.position)
          .map((provider) => provider.service_provider_code),
        otherText: question.other_text,
        digid: question.digid,
      })),
      help: help.map((given) => ({
        code: given.help,
        otherText: given.other_text,
        ...(given.local_codes !== null && { localCodes: given.local_codes }),
      })),
      duration: row.duration,
      satisfied: row.satisfied,
      gender: row.gender,
      age: row.age,
      language: row.language,
      visitorMunicipalityCode: row.visitor_municipality_code,
    },
  }
}
