import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { NationalScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { Scheme } from '../scheme.ts'
import type { LateSchemeFacts, SchemeFacts } from './keep-scheme.form.ts'

/**
 * Adds a scheme. The same id twice is one scheme.
 * @returns 'sent-before': it was there, and stays as it is
 * @throws a violation of schemes_one_per_year when one of its years has a scheme already
 */
export async function addScheme(
  tx: WriteHandle,
  scope: NationalScope,
  id: string,
  facts: SchemeFacts,
  now: Instant,
): Promise<'kept' | 'sent-before'> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('funding.schemes')
    .values({ id, ...columnsOf(facts), created_at: now.toString() })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  const kept = numInsertedOrUpdatedRows === 1n
  await recordAudit(tx, scope, now, {
    action: 'funding.add-scheme',
    subjectKind: 'scheme',
    subjectId: id,
    details: { kept },
  })
  return kept ? 'kept' : 'sent-before'
}

/**
 * Changes a scheme, if nobody did so since `version`. Of one under which a year was signed only until when it counts, what its annex is
 * called, by when, and how it is audited.
 * @throws a violation of schemes_one_per_year when one of its years has another scheme
 */
export async function changeScheme(
  tx: WriteHandle,
  scope: NationalScope,
  { id, version }: Pick<Scheme, 'id' | 'version'>,
  facts: SchemeFacts | LateSchemeFacts,
  now: Instant,
): Promise<'kept' | 'changed-meanwhile'> {
  const { numUpdatedRows } = await tx
    .updateTable('funding.schemes')
    .set((eb) => ({
      ...('name' in facts ? columnsOf(facts) : lateColumnsOf(facts)),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  await recordAudit(tx, scope, now, {
    action: 'funding.change-scheme',
    subjectKind: 'scheme',
    subjectId: id,
    details: { kept: numUpdatedRows > 0n },
  })
  return numUpdatedRows > 0n ? 'kept' : 'changed-meanwhile'
}

const lateColumnsOf = ({ lastYear, code, deadline, auditKinds }: LateSchemeFacts) => ({
  last_year: lastYear,
  code,
  deadline,
  audit_kinds: [...auditKinds],
})

const columnsOf = (facts: SchemeFacts) => ({
  name: facts.name,
  kind: facts.kind,
  provider: facts.provider,
  legal_basis: facts.legalBasis,
  first_year: facts.firstYear,
  cents_per_inhabitant: facts.centsPerInhabitant,
  inhabitants_on: facts.inhabitantsOn,
  cents_per_less_educated: facts.centsPerLessEducated,
  advance_percent: facts.advancePercent,
  carry_over_percent: facts.carryOverPercent,
  accounts_to_nation: facts.accountsToNation,
  source: facts.source,
  ...lateColumnsOf(facts),
})
