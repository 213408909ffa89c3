import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { PolicyArea } from '../../directory/public.ts'
import type { KeptOutcome, Versioned } from '../keeping.ts'
import { recordKept } from '../record-kept.ts'
import type { PolicyContactFacts } from '../talk.ts'

const row = ({ jobTitle, untilDay, ...facts }: PolicyContactFacts) => ({
  ...facts,
  job_title: jobTitle,
  until_day: untilDay,
})

/** Adds whom to speak with on a policy area. The same id twice is one. */
export async function addPolicyContact(
  tx: WriteHandle,
  scope: MunicipalityScope,
  { municipalityCode, area }: { readonly municipalityCode: string; readonly area: PolicyArea },
  id: string,
  facts: PolicyContactFacts,
  now: Instant,
): Promise<KeptOutcome> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('municipal_roles.policy_contacts')
    .values({ id, municipality_code: municipalityCode, area, ...row(facts), created_at: now.toString() })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  return recordKept(tx, scope, now, {
    action: 'municipal-roles.add-policy-contact',
    subjectKind: 'municipal-contact',
    subjectId: id,
    rows: numInsertedOrUpdatedRows,
    details: { municipality: municipalityCode, area },
  })
}

/** Changes whom to speak with, if nobody did so since `version`. */
export async function changePolicyContact(
  tx: WriteHandle,
  scope: MunicipalityScope,
  { id, version }: Versioned,
  facts: PolicyContactFacts,
  now: Instant,
): Promise<KeptOutcome> {
  const { numUpdatedRows } = await tx
    .updateTable('municipal_roles.policy_contacts')
    .set((eb) => ({ ...row(facts), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return recordKept(tx, scope, now, {
    action: 'municipal-roles.change-policy-contact',
    subjectKind: 'municipal-contact',
    subjectId: id,
    rows: numUpdatedRows,
  })
}
