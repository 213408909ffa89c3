import type { Language, Translate } from '../../platform/i18n/translate.ts'
import type { AllLists, AnswerField } from '../lists/public.ts'
import { topicGroups } from '../lists/public.ts'
import { type Narrowing, type NarrowingName, narrowingNames, places } from './narrowing.ts'
import { sizeClasses } from './size-class.ts'

export interface NarrowingChoice {
  readonly code: string
  readonly label: string
  /** Of a topic: the code of its group. */
  readonly group?: string
}

/** What figures can be narrowed down to, by name. */
export type NarrowingChoices = Readonly<Record<NarrowingName, readonly NarrowingChoice[]>>

/**
 * The national values of all days, since the past is looked at too; what a library added of its own counts as the national one
 * that it was mapped to.
 */
export function narrowingChoices(lists: AllLists, t: Translate, language: Language): NarrowingChoices {
  const answersTo = (field: AnswerField): NarrowingChoice[] =>
    lists.answerOptions.flatMap((option) =>
      option.field === field && !option.libraryId
        ? [{ code: option.code, label: option.labels[language] }]
        : [],
    )
  return {
    group: topicGroups.map((code) => ({ code, label: t(`dashboard.group.${code}`) })),
    topic: topicGroups.flatMap((group) =>
      lists.topics.flatMap((topic) =>
        topic.group === group && !topic.libraryId
          ? [{ code: topic.code, label: topic.labels[language], group }]
          : [],
      ),
    ),
    provider: lists.serviceProviders.map(({ code, names }) => ({ code, label: names[language] })),
    help: answersTo('help'),
    channel: answersTo('channel'),
    place: places.map((code) => ({ code, label: t(`dashboard.place.${code}`) })),
    form: lists.forms.map(({ code, titles }) => ({ code, label: titles[language] })),
    size: sizeClasses.map((code) => ({ code, label: t(`dashboard.size.${code}`) })),
  }
}

/** Whether the topic that is asked for is of another group than the one that is asked for: then nothing fits. */
export function isOutsideGroup({ group, topic }: Narrowing, choices: NarrowingChoices): boolean {
  const chosen = choices.topic.find(({ code }) => code === topic)
  return group !== undefined && chosen !== undefined && chosen.group !== group
}

export interface ToldNarrowing {
  readonly name: NarrowingName
  /** 'Waar of hoe: Telefoon'. */
  readonly words: string
  /** What is left without it. */
  readonly without: Narrowing
}

/** What figures are narrowed down to, each in words. */
export function tellNarrowing(
  narrowing: Narrowing,
  choices: NarrowingChoices,
  t: Translate,
): ToldNarrowing[] {
  return narrowingNames.flatMap((name) => {
    const { [name]: code, ...without } = narrowing
    if (code === undefined) return []
    const label = choices[name].find((choice) => choice.code === code)?.label ?? code
    return [
      { name, words: t('dashboard.chosen', { field: t(`dashboard.field.${name}`), name: label }), without },
    ]
  })
}
