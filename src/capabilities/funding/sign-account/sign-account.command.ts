import { recordAudit } from '../../../platform/audit/record-audit.command.ts'
import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import type { SignedFigures } from '../statement.ts'

/**
 * Signs the account of a year: the figures stay as they are, and what changes afterwards stands beside them. There is no way back.
 * Of two at once one signs.
 */
export async function signAccount(
  tx: WriteHandle,
  scope: MunicipalityScope,
  {
    municipalityCode,
    year,
    figures,
    signedAs,
    stays,
  }: {
    readonly municipalityCode: string
    readonly year: number
    readonly figures: SignedFigures
    readonly signedAs: string
    /** Whether the figures are those that stood on the page. */
    readonly stays: boolean
  },
  now: Instant,
): Promise<'signed' | 'signed-before' | 'figures-changed'> {
  const signed = {
    state: 'signed',
    figures: JSON.stringify(figures),
    signed_at: now.toString(),
    signed_by: scope.accountId,
    signed_as: signedAs,
  }
  const row =
    stays &&
    (await tx
      .insertInto('funding.statements')
      .values({ municipality_code: municipalityCode, year, ...signed })
      .onConflict((conflict) =>
        conflict
          .columns(['municipality_code', 'year'])
          .doUpdateSet((eb) => ({ ...signed, version: eb('funding.statements.version', '+', 1) }))
          .where('funding.statements.state', '=', 'open'),
      )
      .returning('year')
      .executeTakeFirst())
  await recordAudit(tx, scope, now, {
    action: 'funding.sign-account',
    subjectKind: 'account-of-year',
    subjectId: `${municipalityCode}/${year}`,
    details: {
      signed: Boolean(row),
      indicators: figures.indicators.map(({ value }) => value),
      withoutConfirmation: figures.reason !== '',
    },
  })
  if (!stays) return 'figures-changed'
  return row ? 'signed' : 'signed-before'
}
