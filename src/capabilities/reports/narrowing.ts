import type { FormError } from '../../platform/http/form-errors.ts'
import { FormFields } from '../../platform/http/form-fields.ts'
import type { Translate } from '../../platform/i18n/translate.ts'
import { type AllLists, type AnswerField, topicGroups } from '../lists/public.ts'
import type { Level } from './area.ts'
import type { FigureName } from './figure.ts'
import { sizeClasses } from './size-class.ts'

/**
 * What figures are narrowed down by, each to one answer: a group of topics, a topic, a service provider, a channel, inside or
 * outside the library, a way of help, a form, the size class of the library's working area. What is given must all fit.
 */
export const narrowingNames = [
  'group',
  'topic',
  'provider',
  'help',
  'channel',
  'place',
  'form',
  'size',
] as const
export type NarrowingName = (typeof narrowingNames)[number]
export type Narrowing = Readonly<Partial<Record<NarrowingName, string>>>

/** How they stand in addresses. */
export const narrowingFields: Readonly<Record<NarrowingName, string>> = {
  group: 'groep',
  topic: 'onderwerp',
  provider: 'organisatie',
  help: 'hulp',
  channel: 'kanaal',
  place: 'plek',
  form: 'formulier',
  size: 'omvang',
}

export const isNarrowed = (narrowing: Narrowing): boolean => Object.keys(narrowing).length > 0

/**
 * Of what somebody came for or how they were helped. The others are of the way and the place, which may tell of which desk a
 * number is. Of a municipality the two are never combined: that would be one desk's topics (decision 0029).
 */
const aboutQuestions: readonly NarrowingName[] = ['group', 'topic', 'provider', 'help']

export const tellsOfQuestions = (narrowing: Narrowing): boolean =>
  aboutQuestions.some((name) => narrowing[name] !== undefined)
export const tellsOfDesks = (narrowing: Narrowing): boolean =>
  narrowingNames.some((name) => narrowing[name] !== undefined && !aboutQuestions.includes(name))

/** By what the figures of a level can be narrowed down: a desk stands in one place, a library has one size. */
export function narrowingsAt(level: Level): NarrowingName[] {
  const wide = level === 'region' || level === 'province' || level === 'nation'
  return narrowingNames.filter((name) => {
    if (name === 'size') return wide
    if (level === 'financed') return !aboutQuestions.includes(name)
    return name !== 'place' || level !== 'desk'
  })
}

const ofVisitors: readonly FigureName[] = ['age', 'gender', 'language', 'home']

/**
 * The figures that are not told of narrowed figures. Outside the library nothing of visitors: a smaller group is one in which
 * somebody is recognised sooner. Of a municipality also nothing that joins what people came for with the way or the desk; of a
 * province not its municipalities with what people came for there (decision 0029).
 */
export function withheldBy(narrowing: Narrowing, level: Level): ReadonlySet<FigureName> {
  // Who knows a municipality's figures and those of the desks it pays for knows the desks in which these differ: perhaps one.
  if (level === 'financed')
    return new Set<FigureName>([...ofVisitors, 'topics', 'providers', 'digid', 'help'])
  if (!isNarrowed(narrowing) || level === 'desk' || level === 'library') return new Set()
  if (level === 'municipality')
    return new Set<FigureName>([
      ...ofVisitors,
      ...(tellsOfQuestions(narrowing)
        ? (['channel', 'desks', 'counted', 'delay'] as const)
        : (['topics', 'providers', 'digid', 'help'] as const)),
    ])
  return new Set<FigureName>([
    ...ofVisitors,
    ...(tellsOfQuestions(narrowing) && level !== 'nation' ? (['municipalities'] as const) : []),
  ])
}

/** The row of the kept figures that this is, when it is narrowed down by one answer; undefined for more. */
export function sliceOf(narrowing: Narrowing): string | undefined {
  const [only, ...others] = narrowingNames.flatMap((name) => {
    const code = narrowing[name]
    return code === undefined ? [] : [{ name, code }]
  })
  if (!only || others.length > 0) return undefined
  return only.name === 'channel' || only.name === 'help' ? only.code : `${only.name}:${only.code}`
}

/** The codes that may be chosen of each: of every day, since the past is looked at too. */
export type KnownCodes = Readonly<Record<NarrowingName, readonly string[]>>

export function knownCodes({ topics, serviceProviders, answerOptions, forms }: AllLists): KnownCodes {
  const answersTo = (field: AnswerField): string[] =>
    answerOptions.flatMap((option) => (option.field === field ? [option.code] : []))
  return {
    group: topicGroups,
    topic: topics.map(({ code }) => code),
    provider: serviceProviders.map(({ code }) => code),
    help: answersTo('help'),
    channel: answersTo('channel'),
    place: places,
    form: forms.map(({ code }) => code),
    size: sizeClasses,
  }
}

export const places = ['inside', 'outside'] as const

/** Reads what an address narrows down by. What is not on a list is told at its field; what does not fit the level is left out. */
export function readNarrowing(
  query: URLSearchParams,
  level: Level,
  known: KnownCodes,
  t: Translate,
): { readonly narrowing: Narrowing; readonly errors: readonly FormError[] } {
  const fields = new FormFields(query)
  const errors: FormError[] = []
  const narrowing: Partial<Record<NarrowingName, string>> = {}
  for (const name of narrowingsAt(level)) {
    const code = fields.text(narrowingFields[name])
    if (code === '') continue
    if (known[name].includes(code)) narrowing[name] = code
    else errors.push({ id: narrowingFields[name], message: t('dashboard.filter.unknown') })
  }
  if (level === 'municipality' && tellsOfQuestions(narrowing) && tellsOfDesks(narrowing))
    errors.push({
      id: narrowingFields[
        narrowingNames.find((name) => narrowing[name] && !aboutQuestions.includes(name)) ?? 'channel'
      ],
      message: t('dashboard.filter.municipality-mix'),
    })
  return { narrowing, errors }
}

/** What an address needs to ask for the same again. */
export function narrowingQuery(narrowing: Narrowing): [string, string][] {
  return narrowingNames.flatMap((name) => {
    const code = narrowing[name]
    return code === undefined ? [] : [[narrowingFields[name], code] as [string, string]]
  })
}
