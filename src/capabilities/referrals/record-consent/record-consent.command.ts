import { uuidv7 } from 'uuidv7'
import type { Scope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { consentVersion, type PassedPart } from '../consent-text.ts'
import type { AboutKind } from '../person.ts'

export interface GivenConsent {
  readonly about: { readonly kind: AboutKind; readonly id: string; readonly libraryId: string }
  /** In which the visitor read it. */
  readonly language: string
  readonly givenOn: 'screen' | 'paper'
  /** To which organisation, by name. */
  readonly passedTo: string
  readonly passed: readonly PassedPart[]
  /** Which text, when it is not the one for a referral by the desk. */
  readonly textVersion?: string
  /** The last day on which it holds. */
  readonly validUntil: string
}

/**
 * Writes down what a visitor agreed to: which text, in which language, on screen or on paper, who asked. It is erased with the data
 * that it is about. The audit line is the one of the act that it belongs to.
 */
export async function recordConsent(
  tx: WriteHandle,
  scope: Scope,
  consent: GivenConsent,
  now: Instant,
): Promise<void> {
  await tx
    .insertInto('referrals.consents')
    .values({
      id: uuidv7(),
      about_kind: consent.about.kind,
      about_id: consent.about.id,
      library_id: consent.about.libraryId,
      text_version: consent.textVersion ?? consentVersion,
      language: consent.language,
      given_on: consent.givenOn,
      passed_to: consent.passedTo,
      passed: [...consent.passed],
      given_at: now.toString(),
      recorded_by: 'accountId' in scope ? scope.accountId : null,
      valid_until: consent.validUntil,
    })
    .execute()
}
