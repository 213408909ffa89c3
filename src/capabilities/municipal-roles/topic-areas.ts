import type { PolicyArea } from '../directory/public.ts'

/**
 * Which policy areas a topic of the national list touches: our own reasoning. A topic stands under each area whose
 * colleagues could do something about it: the rule behind it, the money, the counter, or the skill that is missing. So the
 * areas together are more than all questions, and are never added up. A topic without an area (an app, e-mail) is about
 * digital skill itself: that is of literacy and adult education, the area that has the courses.
 */
const areasOfTopics: Readonly<Record<string, readonly PolicyArea[]>> = {
  digid: ['customer-contact', 'literacy'],
  'digid-apply': ['customer-contact', 'literacy'],
  'digid-activate': ['customer-contact', 'literacy'],
  'digid-app-install': ['customer-contact', 'literacy'],
  'digid-code-forgotten': ['customer-contact', 'literacy'],
  'digid-authorise': ['customer-contact', 'social-domain'],
  'digid-high': ['customer-contact', 'literacy'],
  mijnoverheid: ['customer-contact', 'literacy'],
  'income-tax-return': ['debts-and-poverty'],
  'tax-refund': ['debts-and-poverty'],
  'payroll-tax-side-job': ['education', 'work-and-income'],
  'local-taxes': ['debts-and-poverty', 'customer-contact'],
  'tax-remission': ['debts-and-poverty'],
  allowances: ['debts-and-poverty', 'work-and-income'],
  'healthcare-allowance': ['debts-and-poverty', 'health'],
  'rent-allowance': ['debts-and-poverty', 'physical-domain'],
  'childcare-allowance': ['debts-and-poverty', 'work-and-income'],
  'energy-allowance': ['debts-and-poverty'],
  'tonk-tozo': ['work-and-income', 'debts-and-poverty'],
  coronacheck: ['health'],
  'state-pension': ['work-and-income'],
  'child-benefit': ['work-and-income', 'debts-and-poverty'],
  'personal-budget': ['social-domain', 'health'],
  'unemployment-benefit': ['work-and-income'],
  'disability-benefit': ['work-and-income', 'health'],
  'social-assistance': ['work-and-income', 'debts-and-poverty'],
  'student-finance': ['education'],
  'student-travel': ['education'],
  'civic-integration': ['integration'],
  'driving-licence': ['customer-contact'],
  'health-declaration': ['health'],
  vehicle: ['physical-domain'],
  fine: ['debts-and-poverty'],
  'care-contribution': ['health', 'social-domain'],
  'long-term-care': ['health', 'social-domain'],
  'maintenance-payment': ['social-domain'],
  'legal-aid': ['social-domain'],
  'rent-dispute': ['physical-domain'],
  'municipal-facilities': ['debts-and-poverty', 'social-domain'],
  'municipal-contact': ['customer-contact'],
  passport: ['customer-contact'],
  permit: ['physical-domain'],
  'parking-permit': ['physical-domain'],
  'social-support': ['social-domain'],
  'debt-help': ['debts-and-poverty'],
  'senior-travel': ['social-domain'],
  'donor-register': ['health'],
  'digital-course': ['literacy', 'libraries'],
  'language-learning': ['literacy', 'integration'],
  'partner-consultation': ['libraries', 'social-domain'],
  'library-membership': ['libraries'],
  'library-lending': ['libraries'],
  'online-library': ['libraries'],
  printing: ['libraries'],
  'library-other': ['libraries'],
  'smartphone-tablet': ['literacy'],
  computer: ['literacy'],
  apps: ['literacy'],
  email: ['literacy'],
  'messages-calls': ['literacy'],
  'internet-wifi': ['literacy'],
  'online-safety': ['literacy'],
  'online-banking': ['debts-and-poverty', 'literacy'],
  'housing-registration': ['physical-domain'],
  'health-insurance': ['health', 'debts-and-poverty'],
  'patient-record': ['health'],
  'care-appointment': ['health'],
  'job-application': ['work-and-income'],
  payslip: ['work-and-income'],
}

/** The policy areas that a topic touches; none for what is on no list of ours ('iets anders', or a topic of a library). */
export const areasOfTopic = (topic: string): readonly PolicyArea[] => areasOfTopics[topic] ?? []

/** A topic, with how often it was asked for. */
export interface CountedTopic {
  readonly code: string
  readonly name: string
  readonly count: number
  /** A year earlier; undefined where that may not be compared. */
  readonly before: number | undefined
}

export interface AreaSeen {
  /** Questions on all topics together that are told; what is hidden is in none of them. */
  readonly questions: number
  /** A year earlier; undefined where that is not known of each. */
  readonly before: number | undefined
  /** The most asked first. */
  readonly topics: readonly CountedTopic[]
}

/** What desks see of a policy area: only of numbers that are told by themselves, so nothing can be worked out of them. */
export function seenIn(area: PolicyArea, topics: readonly CountedTopic[]): AreaSeen {
  const own = topics
    .filter(({ code }) => areasOfTopic(code).includes(area))
    .toSorted((one, other) => other.count - one.count || (one.code < other.code ? -1 : 1))
  return {
    questions: own.reduce((sum, { count }) => sum + count, 0),
    before: own.every(({ before }) => before !== undefined)
      ? own.reduce((sum, { before = 0 }) => sum + before, 0)
      : undefined,
    topics: own,
  }
}
