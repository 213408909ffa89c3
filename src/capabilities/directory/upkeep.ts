import { addDays } from '../../platform/time/local-time.ts'

/** So many days before the day of review a partner is asked, so that an entry is seldom marked. */
export const askBeforeDays = 14
/** Nobody is asked more often than once in so many days. */
export const askEveryDays = 14
/** A partner that did not answer so many mails is for who keeps the entry: he calls. */
export const mostAsked = 2
/** So many days a link in such a mail opens the page. */
export const linkDays = 30
/** Who asks for a new link gets one a day at most, whoever asks. */
export const linkEveryDays = 1

/** The last day of review of the entries that are asked about today. */
export const askUpTo = (today: string): string => addDays(today, askBeforeDays)

/** What a partner answers by its link. */
export const linkAnswers = ['right', 'changed', 'gone', 'unwanted'] as const
export type LinkAnswer = (typeof linkAnswers)[number]

/** How somebody found out whether an entry is right. */
export const checkWays = ['phone', 'visit', 'mail', 'website'] as const
export type CheckWay = (typeof checkWays)[number]

/** What came of it. */
export const checkResults = ['right', 'changed', 'no-answer', 'ended'] as const
export type CheckResult = (typeof checkResults)[number]

/** What is wrong with an entry, by who says so. */
export const mistakes = ['closed', 'address', 'phone', 'hours', 'offer', 'other'] as const
export type Mistake = (typeof mistakes)[number]

/** Where the pages are. */
export const upkeepPath = '/beheer/sociale-kaart/onderhoud'
export const linkPath = '/nog-juist'
