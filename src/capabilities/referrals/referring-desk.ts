import type { Translate } from '../../platform/i18n/translate.ts'
import type { Desk } from '../desks/public.ts'
import { type ListSnapshot, topicGroups, topicsByGroup } from '../lists/public.ts'

/** Where a desk refers from, and where it sees what it referred. */
export const referAddress = '/balie/doorverwijzen'
export const referralsAddress = '/balie/doorverwijzingen'

/** Of the desks at which somebody works the one that is asked for, or else the first. */
export const deskMeant = (desks: readonly Desk[], id: string): Desk | undefined =>
  desks.find((desk) => desk.id === id) ?? desks[0]

/** An address with what was chosen in it, without what is empty. */
export function addressWith(path: string, values: Readonly<Record<string, string | undefined>>): string {
  const chosen = Object.entries(values).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return chosen.length === 0 ? path : `${path}?${new URLSearchParams(chosen)}`
}

/** The codes by which help is looked for with a topic: its own, and the national one that a library's topic counts as. */
export function topicCodesOf(lists: ListSnapshot, code: string): string[] {
  const topic = lists.topics.find((each) => each.code === code)
  return topic ? [topic.code, ...(topic.nationalCode ? [topic.nationalCode] : [])] : []
}

/** The topics to choose from, by group. */
export const topicOptions = (lists: ListSnapshot, t: Translate, none: string) => [
  { value: '', label: none },
  ...topicGroups.map((group) => ({
    label: t(`contacts.register.group.${group}`),
    options: topicsByGroup(lists)[group].map(({ code, label }) => ({ value: code, label })),
  })),
]
