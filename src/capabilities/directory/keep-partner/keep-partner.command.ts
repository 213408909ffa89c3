import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { DeskScope, JobScope, LibraryScope, NationalScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { refuse } from '../../../platform/errors/refusals.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import type { PartnerFacts } from '../partner.ts'

/** Who keeps entries: a library its own by way of a desk, the nation those that everybody shares, a job those of a feed. */
export type KeepScope = DeskScope | LibraryScope | NationalScope | JobScope

export interface Origin {
  readonly source: string
  readonly sourceId?: string
  readonly madeUp?: boolean
}

/**
 * Adds an organisation to the directory and gives its id.
 * @param libraryId whose entry it is; null for one that everybody shares
 */
export async function addPartner(
  tx: WriteHandle,
  scope: KeepScope,
  libraryId: string | null,
  facts: PartnerFacts,
  now: Instant,
  { source, sourceId, madeUp = false }: Origin = { source: 'hand' },
): Promise<string> {
  const id = uuidv7()
  await tx
    .insertInto('directory.partners')
    .values({
      id,
      library_id: libraryId,
      ...columnsOf(facts),
      confirmed_on: localDay(now),
      source,
      source_id: sourceId ?? null,
      made_up: madeUp,
      created_at: now.toString(),
    })
    .execute()
  await recordAudit(tx, scope, now, {
    action: 'directory.add-partner',
    subjectKind: 'partner',
    subjectId: id,
    libraryId: libraryId ?? undefined,
    details: { kind: facts.kind },
  })
  return id
}

/** What was shown to who changes it. */
export interface ShownEntry {
  readonly id: string
  readonly libraryId: string | null
  readonly version: number
}

/** @throws conflict when somebody else changed it since it was shown */
export async function changePartner(
  tx: WriteHandle,
  scope: KeepScope,
  shown: ShownEntry,
  facts: PartnerFacts,
  now: Instant,
): Promise<void> {
  await changeShown(tx, scope, shown, columnsOf(facts))
  await recordAudit(tx, scope, now, {
    action: 'directory.change-partner',
    subjectKind: 'partner',
    subjectId: shown.id,
    libraryId: shown.libraryId ?? undefined,
    details: { kind: facts.kind },
  })
}

/**
 * Takes an organisation out of search and proposals from a day on, or puts it back (null). What was referred to it stays.
 * @throws conflict when somebody else changed it since it was shown
 */
export async function endPartner(
  tx: WriteHandle,
  scope: KeepScope,
  shown: ShownEntry,
  endedOn: string | null,
  now: Instant,
): Promise<void> {
  await changeShown(tx, scope, shown, { ended_on: endedOn })
  await recordAudit(tx, scope, now, {
    action: endedOn === null ? 'directory.reopen-partner' : 'directory.end-partner',
    subjectKind: 'partner',
    subjectId: shown.id,
    libraryId: shown.libraryId ?? undefined,
  })
}

async function changeShown(
  tx: WriteHandle,
  _scope: KeepScope,
  { id, version }: ShownEntry,
  columns: Partial<ReturnType<typeof columnsOf>> & { ended_on?: string | null },
): Promise<void> {
  const changed = await tx
    .updateTable('directory.partners')
    .set({ ...columns, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!changed) refuse('conflict')
}

function columnsOf(facts: PartnerFacts) {
  return {
    organisation_id: facts.organisationId,
    kind: facts.kind,
    name: facts.name,
    short_name: facts.shortName,
    description: facts.description,
    website: facts.website,
    email: facts.email,
    phone: facts.phone,
    keeper_account_id: facts.keeperAccountId,
    review_on: facts.reviewOn,
  }
}
