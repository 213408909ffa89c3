import type { PublicVoice } from '../../platform/i18n/public-language.ts'
import { dayInWords } from '../../platform/time/local-time.ts'

/**
 * The version of the text that visitors agree to, as it stands in each consent. Another text, in any language, needs another version:
 * a test holds both together.
 */
export const consentVersion = '2026-11-1'

/** As long as a referral may take, in days; consent ends then, and the data is erased. */
export const consentDays = 90

/** What may be passed on, as a consent names it. */
export type PassedPart = 'name' | 'phone' | 'email'

export interface ConsentFacts {
  /** To which organisation, by the name that people know. */
  readonly partner: string
  readonly passed: readonly PassedPart[]
  /** What the visitor's question is about; undefined when that is not passed on. */
  readonly topic: string | undefined
  /** The last day, as 2027-02-22. */
  readonly validUntil: string
}

/** What the visitor reads, or hears, before anything is passed on: what, to whom, why, until when, and how to stop it. */
export function consentLines({ t, language }: PublicVoice, facts: ConsentFacts): string[] {
  const { partner, topic } = facts
  const [one = '', other] = facts.passed.map((part) => t(`visit.consent.part.${part}`))
  const what = other === undefined ? one : t('visit.consent.part.two', { one, other })
  return [
    t('visit.consent.passed', { what }),
    t('visit.consent.to', { partner }),
    topic === undefined
      ? t('visit.consent.why-plain', { partner })
      : t('visit.consent.why', { partner, topic }),
    t('visit.consent.nothing-else'),
    t('visit.consent.until', { day: dayInWords(facts.validUntil, language, 'date') }),
    t('visit.consent.sooner'),
    t('visit.consent.withdraw'),
    t('visit.consent.free'),
  ]
}
