import type { JobScope, LibraryScope, MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { KeptDeliverable, Ower, Repetition } from '../deliverable.ts'
import { findAgreements } from '../find-agreements/find-agreements.query.ts'
import { type Upcoming, upcomingOf } from '../upcoming.ts'

/**
 * What comes of the agreements of a municipality, or of a library, in the next three months, and what is late: days of review, of
 * notice and of the end, and deliverables. The first day first.
 * @param today as 2026-11-24
 */
export async function findDueDeliverables(
  db: ReadHandle,
  scope: MunicipalityScope | LibraryScope,
  municipality: { readonly code: string } | undefined,
  today: string,
): Promise<Upcoming[]> {
  const agreements = await findAgreements(db, scope, municipality)
  const deliverables = await findDeliverables(
    db,
    scope,
    agreements.map(({ id }) => id),
  )
  return agreements
    .flatMap((agreement) => upcomingOf(agreement, deliverables, today))
    .sort((one, other) => one.day.localeCompare(other.day))
}

/** What is owed by these agreements, with what was marked, by the first day. */
export async function findDeliverables(
  db: ReadHandle,
  _scope: MunicipalityScope | LibraryScope | JobScope,
  agreementIds: readonly string[],
): Promise<KeptDeliverable[]> {
  if (agreementIds.length === 0) return []
  const rows = await db
    .selectFrom('agreements.deliverables')
    .select([
      'id',
      'agreement_id as agreementId',
      'what',
      'owed_by as owedBy',
      'first_due as firstDue',
      'repeats',
      'last_due as lastDue',
      'goal_id as goalId',
      'version',
    ])
    .where('agreement_id', 'in', agreementIds)
    .orderBy('first_due')
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const deliveries = await db
    .selectFrom('agreements.deliveries')
    .select(['deliverable_id as deliverableId', 'due_on as dueOn', 'done_on as doneOn', 'note', 'version'])
    .where(
      'deliverable_id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
  return rows.map((row) => ({
    ...row,
    owedBy: row.owedBy as Ower,
    repeats: row.repeats as Repetition,
    deliveries: deliveries
      .filter(({ deliverableId }) => deliverableId === row.id)
      .map(({ dueOn, doneOn, note, version }) => ({ dueOn, doneOn, note, version })),
  }))
}
