import { uuidv7 } from 'uuidv7'
import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { retentionField, retentionFields } from '../retention.ts'
import { readRetention } from './set-retention.query.ts'

/**
 * Sets after how many days who it was goes, by how it ended; for the own library, or by the nation for all that set nothing. It counts at
 * once, for what is there too: a shorter term erases at the next round, a longer one never beyond what a visitor was promised.
 * @param chosen days by field (retentionField); undefined: what the nation says
 */
export async function setRetention(
  tx: WriteHandle,
  scope: AdministrationScope,
  chosen: Readonly<Record<string, number | undefined>>,
  now: Instant,
): Promise<void> {
  const before = await readRetention(tx, scope)
  const libraryId = scope.kind === 'library' ? scope.libraryId : null
  await tx
    .deleteFrom('referrals.retention_terms')
    .where('library_id', libraryId === null ? 'is' : '=', libraryId)
    .execute()
  const rows = retentionFields.flatMap((field) => {
    const days = chosen[retentionField(field)]
    return days === undefined
      ? []
      : [{ id: uuidv7(), library_id: libraryId, about_kind: field.aboutKind, outcome: field.outcome, days }]
  })
  if (rows.length > 0) await tx.insertInto('referrals.retention_terms').values(rows).execute()
  const changed = before.flatMap((term) => {
    const field = retentionField(term)
    const was = libraryId === null ? term.national : term.own
    return was === chosen[field] ? [] : [[field, chosen[field] ?? 'national']]
  })
  await recordAudit(tx, scope, now, {
    action: 'referrals.set-retention',
    subjectKind: libraryId === null ? 'organisation' : 'library',
    subjectId: libraryId ?? scope.accountId,
    libraryId: libraryId ?? undefined,
    details: Object.fromEntries(changed),
  })
}
