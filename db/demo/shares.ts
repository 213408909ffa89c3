import { Chance } from './chance.ts'
import { otherText } from './other-texts.ts'

/**
 * What visitors come with and what is done, as shares in per cent. Published shares are named with their source;
 * every division below those, and all without a source, are made up: README.md says which.
 */

/** Of all questions. DigiD 24 (NOS, 10 July 2023); not about government 40 (guide § 3.1, BiblioPlus). */
export const topics = {
  // DigiD, together 24
  'digid-app-install': 7,
  'digid-activate': 5,
  'digid-apply': 5,
  digid: 3,
  'digid-code-forgotten': 2.5,
  'digid-authorise': 1,
  'digid-high': 0.5,
  // The municipality, together 14: the third subject (KB, July 2023)
  'municipal-facilities': 5,
  'municipal-contact': 3,
  passport: 1.5,
  'parking-permit': 1.5,
  'social-support': 1,
  'local-taxes': 1,
  'tax-remission': 1,
  // The rest of the government, together 22
  'healthcare-allowance': 3,
  mijnoverheid: 2.5,
  'income-tax-return': 2.5,
  'rent-allowance': 2,
  'driving-licence': 2,
  'health-declaration': 2,
  allowances: 1.5,
  'state-pension': 1.5,
  'digital-government-other': 1,
  'unemployment-benefit': 0.8,
  'social-assistance': 0.8,
  'civic-integration': 0.5,
  'debt-help': 0.5,
  fine: 0.5,
  'student-finance': 0.5,
  'donor-register': 0.4,
  // Devices, together 21: the second subject (KB, July 2023)
  'smartphone-tablet': 7,
  computer: 5,
  apps: 3,
  email: 3,
  'internet-wifi': 1.5,
  'messages-calls': 1.5,
  // Library and other, together 19
  'online-banking': 4,
  'housing-registration': 3.5,
  printing: 3,
  'patient-record': 2,
  'digital-course': 1.5,
  'care-appointment': 1,
  'health-insurance': 1,
  'online-safety': 1,
  'job-application': 0.5,
  'library-membership': 0.5,
  'online-library': 0.5,
  other: 0.5,
} as const

/** Older than 65: 60; 25 to 65: 26 (guide § 2.2.1). */
export const ages = {
  'age-65-plus': 60,
  'age-45-65': 18,
  'age-25-44': 8,
  'age-18-24': 3.5,
  'age-0-17': 0.5,
  'age-not-registered': 10,
} as const

/** Guide § 2.2.1. */
export const languages = { 'language-nt1': 64, 'language-nt2': 18, 'language-not-registered': 18 } as const

/** Guide § 2.2.1. */
export const genders = { 'gender-woman': 47, 'gender-man': 42, 'gender-not-registered': 11 } as const

/** Longer than 20 minutes: 38 (NOS, 10 July 2023). */
export const durations = {
  'duration-20-40': 27,
  'duration-40-plus': 11,
  'duration-10-20': 24,
  'duration-5-10': 19,
  'duration-0-5': 14,
  'duration-not-registered': 5,
} as const
export type Duration = keyof typeof durations

/** Shortest and longest, in minutes. */
export const minutes: Readonly<Record<Duration, readonly [number, number]>> = {
  'duration-0-5': [2, 5],
  'duration-5-10': [5, 10],
  'duration-10-20': [10, 20],
  'duration-20-40': [21, 40],
  'duration-40-plus': [41, 55],
  'duration-not-registered': [5, 20],
}

export const satisfaction = {
  'satisfied-yes': 58,
  'satisfied-partly': 8,
  'satisfied-no': 3,
  'satisfied-not-asked': 31,
} as const

/** 'Other' was given in 45 of 100 contacts (guide § 2.2.2); several answers a contact, so they add up to more than 100. */
export const otherHelp = 45
/** Of these, with nothing else. */
export const onlyOtherHelp = 60
export const help = {
  'help-done-together': 34,
  'help-looked-up-together': 18,
  'help-answered': 16,
  'help-explained-device': 8,
  'help-installed-app': 7,
  'help-consultation': 4,
  'help-local-partner': 4,
  'help-brochure': 3,
  'help-course': 2,
  'help-course-warm': 1,
  'help-appointment': 1,
  'help-national-partner': 1,
  'help-listened': 1,
} as const
export const secondWayOfHelp = 18

export const questionsPerContact = { '1': 80, '2': 16, '3': 4 } as const

/** From the desk's own municipality, a neighbouring one, or not said. */
export const homes = { own: 78, neighbouring: 12, unknown: 10 } as const

/** Where a visitor of this kind of desk is met. */
export const channels: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  library: {
    'channel-desk': 80,
    'channel-library': 10,
    'channel-phone': 6,
    'channel-whatsapp': 2,
    'channel-online': 2,
  },
  fixed: { 'channel-pop-up': 94, 'channel-phone': 6 },
  'pop-up': { 'channel-pop-up': 100 },
  mobile: { 'channel-mobile': 100 },
  telephone: { 'channel-phone': 88, 'channel-whatsapp': 12 },
}

/** Words of one's own, as a desk might write them: about nobody. Chosen by one throw, as few as serve to look varied. */
export const otherTexts = Array.from({ length: 600 }, (_, at) => otherText(new Chance(`other text ${at}`)))

/** Of the volunteers' contacts: guide § 2.2.4 (library volunteers), where a desk has them. */
export const byVolunteers = 15
