import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import { writeDocument } from '../agreement-document.ts'
import type { AgreementVersion } from '../agreement-version.ts'
import { type AgreementContent, writeAgreement } from '../written-agreement.ts'

/**
 * Keeps the text as it is now, with its document, under the next number. The same id twice is one version: the second time nothing
 * is made, and the number of the first is given.
 */
export async function makeVersion(
  tx: WriteHandle,
  scope: MunicipalityScope,
  { id, agreementId }: { readonly id: string; readonly agreementId: string },
  content: AgreementContent,
  now: Instant,
): Promise<number> {
  // One after the other: two officials at once get two numbers.
  await tx
    .selectFrom('agreements.drafts')
    .select('agreement_id')
    .where('agreement_id', '=', agreementId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const known = await tx
    .selectFrom('agreements.versions')
    .select(['id', 'number'])
    .where('agreement_id', '=', agreementId)
    .orderBy('number', 'desc')
    .execute()
  const same = known.find((version) => version.id === id)
  const number = same?.number ?? (known[0]?.number ?? 0) + 1
  if (!same) {
    const written = writeAgreement(content)
    const kept: AgreementVersion = { written, blocks: content.blocks, filled: content.filled }
    await tx
      .insertInto('agreements.versions')
      .values({
        id,
        agreement_id: agreementId,
        number,
        content: JSON.stringify(kept),
        open_blanks: written.open.length,
        document: Buffer.from(
          await writeDocument(written, {
            number,
            madeOn: localDay(now),
            municipality: content.municipality,
          }),
        ),
        made_by: scope.accountId,
        made_at: now.toString(),
      })
      .execute()
  }
  await recordAudit(tx, scope, now, {
    action: 'agreements.make-version',
    subjectKind: 'municipal-agreement',
    subjectId: agreementId,
    details: { number, again: same !== undefined },
  })
  return number
}
