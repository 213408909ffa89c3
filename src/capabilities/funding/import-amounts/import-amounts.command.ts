import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { NationalScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { AmountChange } from '../amounts-plan.ts'
import type { Scheme } from '../scheme.ts'

/** Writes the amounts of an annex, from the first year of its scheme on. What a municipality typed for a later year stays. */
export async function importAmounts(
  tx: WriteHandle,
  scope: NationalScope,
  { id, firstYear }: Pick<Scheme, 'id' | 'firstYear'>,
  changes: readonly AmountChange[],
  now: Instant,
): Promise<void> {
  for (const { municipalityCode, inhabitants, lessEducated, amountCents } of changes) {
    const kept = {
      inhabitants,
      less_educated: lessEducated,
      amount_cents: amountCents,
      source: 'annex',
      source_note: '',
      entered_at: now.toString(),
    }
    await tx
      .insertInto('funding.amounts')
      .values({ scheme_id: id, municipality_code: municipalityCode, from_year: firstYear, ...kept })
      .onConflict((conflict) =>
        conflict
          .columns(['scheme_id', 'municipality_code', 'from_year'])
          .doUpdateSet((eb) => ({ ...kept, version: eb('funding.amounts.version', '+', 1) })),
      )
      .execute()
  }
  await recordAudit(tx, scope, now, {
    action: 'funding.import-amounts',
    subjectKind: 'scheme',
    subjectId: id,
    details: { municipalities: changes.length },
  })
}
