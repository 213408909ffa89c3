import type { Language } from '../../platform/i18n/translate.ts'
import type { AnswerField, AnswerOption } from './answer-option.ts'
import type { Mapping } from './comparable.ts'
import { type FormDefinition, isValidOn } from './form-definition.ts'

export const topicGroups = ['digital-government', 'library', 'other'] as const
export type TopicGroup = (typeof topicGroups)[number]

export interface Topic {
  readonly code: string
  readonly group: TopicGroup
  readonly label: string
  readonly searchTerms: readonly string[]
  /** Codes of whom it is usually about, most usual first; all of them in the same snapshot. */
  readonly serviceProviders: readonly string[]
  /** The form since April 2024 asks its extra DigiD question here. */
  readonly digid: boolean
  /** The 'something else' of its group. */
  readonly isOther: boolean
  /** Of a library's own topic: the national one that it counts as. */
  readonly nationalCode?: string
}

export interface ServiceProvider {
  readonly code: string
  readonly kind: 'national-partner' | 'other'
  readonly name: string
  /** As known at the desk ('UWV'); the name itself when that is short. */
  readonly shortName: string
}

/** The lists as they are valid on one day, in one language. Answer options stand in the order of the form. */
export interface ListSnapshot {
  readonly day: string
  readonly language: Language
  /** Changes when something in the lists changes: for caches and devices. */
  readonly version: string
  readonly topics: readonly Topic[]
  readonly serviceProviders: readonly ServiceProvider[]
  readonly answerOptions: Readonly<Record<AnswerField, readonly AnswerOption[]>>
  readonly forms: readonly FormDefinition[]
}

interface Dated {
  readonly validFrom: string
  readonly validUntil: string | null
}
/** Of a value that a library added for itself. */
interface Owned {
  readonly libraryId?: string | null
}
type Labels = Readonly<Record<Language, string>>

/** All values of all days, in all languages: what the database holds. */
export interface AllLists {
  readonly topics: readonly (Omit<Topic, 'label'> & Dated & Owned & { readonly labels: Labels })[]
  readonly serviceProviders: readonly (Omit<ServiceProvider, 'name' | 'shortName'> &
    Dated & { readonly names: Labels; readonly shortNames: Labels })[]
  readonly answerOptions: readonly (Omit<AnswerOption, 'label'> &
    Dated &
    Owned & { readonly labels: Labels })[]
  readonly forms: readonly (Omit<FormDefinition, 'title'> & { readonly titles: Labels })[]
  /** What took the place of what. */
  readonly mappings?: readonly Mapping[]
}

/** @param libraryId whose own values are in it as well; without one only the national values */
export function snapshotOn(
  lists: AllLists,
  day: string,
  language: Language,
  libraryId?: string,
): Omit<ListSnapshot, 'version'> {
  const valid = <Value extends Dated & Owned>(values: readonly Value[]) =>
    values.filter((value) => isValidOn(value, day) && (!value.libraryId || value.libraryId === libraryId))
  const counted = (nationalCode: string | undefined) => nationalCode !== undefined && { nationalCode }
  const serviceProviders = valid(lists.serviceProviders).map(({ code, kind, names, shortNames }) => ({
    code,
    kind,
    name: names[language],
    shortName: shortNames[language],
  }))
  const providerCodes = new Set(serviceProviders.map(({ code }) => code))
  const options = valid(lists.answerOptions).map(({ code, field, labels, takesText, nationalCode }) => ({
    code,
    field,
    label: labels[language],
    takesText,
    ...counted(nationalCode),
  }))
  const optionsOf = (field: AnswerField) => options.filter((option) => option.field === field)
  return {
    day,
    language,
    topics: valid(lists.topics).map(
      ({ code, group, labels, searchTerms, serviceProviders: usual, digid, isOther, nationalCode }) => ({
        code,
        group,
        label: labels[language],
        searchTerms,
        serviceProviders: usual.filter((provider) => providerCodes.has(provider)),
        digid,
        isOther,
        ...counted(nationalCode),
      }),
    ),
    serviceProviders,
    answerOptions: {
      channel: optionsOf('channel'),
      help: optionsOf('help'),
      gender: optionsOf('gender'),
      age: optionsOf('age'),
      language: optionsOf('language'),
      duration: optionsOf('duration'),
      satisfied: optionsOf('satisfied'),
      digid: optionsOf('digid'),
    },
    forms: valid(lists.forms).map(({ titles, ...form }) => ({ ...form, title: titles[language] })),
  }
}

/**
 * The snapshot with these topics and ways of help as well, though they do not count on its day: for a contact that has them, because
 * they were given to it later.
 */
export function withValues(lists: ListSnapshot, all: AllLists, codes: readonly string[]): ListSnapshot {
  const missing = <Value extends { readonly code: string }>(
    values: readonly Value[],
    there: readonly { readonly code: string }[],
  ): Value[] =>
    values.filter(({ code }) => codes.includes(code) && !there.some((value) => value.code === code))
  const { language } = lists
  const help = all.answerOptions.filter(({ field }) => field === 'help')
  return {
    ...lists,
    topics: [
      ...lists.topics,
      ...missing(all.topics, lists.topics).map((topic) => ({ ...topic, label: topic.labels[language] })),
    ],
    answerOptions: {
      ...lists.answerOptions,
      help: [
        ...lists.answerOptions.help,
        ...missing(help, lists.answerOptions.help).map((option) => ({
          ...option,
          label: option.labels[language],
        })),
      ],
    },
  }
}

/** The topics of each group, in the order of the list. */
export function topicsByGroup(lists: ListSnapshot): Record<TopicGroup, Topic[]> {
  const of = (group: TopicGroup) => lists.topics.filter((topic) => topic.group === group)
  return { 'digital-government': of('digital-government'), library: of('library'), other: of('other') }
}

/** The service providers that a topic's questions are usually about, most usual first. */
export function usualProviders(lists: ListSnapshot, topic: Topic): ServiceProvider[] {
  return topic.serviceProviders.flatMap(
    (code) => lists.serviceProviders.find((provider) => provider.code === code) ?? [],
  )
}

export interface ChosenCodes {
  readonly topics?: readonly string[]
  readonly serviceProviders?: readonly string[]
  readonly answers?: Partial<Readonly<Record<AnswerField, readonly string[]>>>
}

/** Those of the chosen codes that are no value of their list on the snapshot's day. Empty when all is well. */
export function unknownCodes(lists: ListSnapshot, chosen: ChosenCodes): string[] {
  const missing = (codes: readonly string[] | undefined, values: readonly { readonly code: string }[]) =>
    (codes ?? []).filter((code) => !values.some((value) => value.code === code))
  return [
    ...missing(chosen.topics, lists.topics),
    ...missing(chosen.serviceProviders, lists.serviceProviders),
    ...(Object.keys(chosen.answers ?? {}) as AnswerField[]).flatMap((field) =>
      missing(chosen.answers?.[field], lists.answerOptions[field]),
    ),
  ]
}
