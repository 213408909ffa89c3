import type { Translate } from '../../platform/i18n/translate.ts'
import { type ListSnapshot, topicGroups, topicsByGroup } from '../lists/public.ts'

/** All topics in their groups, to choose one of; the first choice is none. */
export function topicChoices(t: Translate, lists: ListSnapshot, none: string) {
  const groups = topicsByGroup(lists)
  return [
    { value: '', label: none },
    ...topicGroups.map((group) => ({
      label: t(`contacts.register.group.${group}`),
      options: groups[group].map(({ code, label }) => ({ value: code, label })),
    })),
  ]
}

/** What a topic is called; its code where the lists of the day no longer have it. */
export const topicLabel = (lists: ListSnapshot, code: string): string =>
  lists.topics.find((topic) => topic.code === code)?.label ?? code
