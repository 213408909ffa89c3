import type { Language } from '../../platform/i18n/translate.ts'
import type { KnownDesk } from '../desks/public.ts'
import type { AllLists, AnswerField } from '../lists/public.ts'
import { isValidOn } from '../lists/public.ts'
import type { DatedMunicipality } from '../organisations/public.ts'
import { type ClosedField, closedFields } from './import-field.ts'
import { plainValue } from './import-value.ts'

/** One answer that a value of a file can mean, with the days on which it counted. */
export interface ImportAnswer {
  readonly code: string
  readonly label: string
  readonly validFrom: string
  readonly validUntil: string | null
  /** A desk that is closed now. */
  readonly closed?: boolean
}

/** The answers of a field, of all days, and which one has a name. */
export interface AnswerList {
  readonly answers: readonly ImportAnswer[]
  readonly byCode: ReadonlyMap<string, ImportAnswer>
  /** By label, short name or word of the guide, as `plainValue` writes them. Left out when two have the same. */
  readonly byName: ReadonlyMap<string, ImportAnswer>
}
export type AnswerLists = Readonly<Record<ClosedField, AnswerList>>

/**
 * Words for an answer of ours, beside our own label: of the guide (§§ 2.2.1, 2.2.2, 6.1.2), and everyday words that can mean
 * one thing only. A proposal, which somebody looks at.
 */
const otherWords: Readonly<Record<string, readonly string[]>> = {
  'channel-desk': ['fysiek in de bibliotheek', 'fysiek', 'balie'],
  'channel-phone': ['telefoon', 'tel', 'per telefoon'],
  'channel-whatsapp': ['whatsapp', 'app'],
  'gender-man': ['m'],
  'gender-woman': ['v'],
  'gender-not-registered': ['onbekend', 'x'],
  'age-65-plus': ['65+', '65 plus', '65-plus', '70+', '75+', '80+'],
  'age-not-registered': ['onbekend'],
  'language-nt1': ['NT1', 'Nederlands eerste taal (NT1)'],
  'language-nt2': ['NT2', 'Nederlands tweede taal (NT2)'],
  'language-not-registered': ['onbekend'],
  'duration-not-registered': ['onbekend'],
  'satisfied-yes': ['j'],
  'satisfied-no': ['n'],
  'satisfied-not-asked': ['onbekend'],
  'help-looked-up-together': ['samen informatie opgezocht op de computer', 'samen opgezocht op de computer'],
  'help-brochure': ['een folder of brochure meegegeven', 'folder', 'brochure'],
  belastingdienst: ['belastingdienst', 'toeslagen'],
  municipality: ['gemeente'],
}

/** 'Centrum' for 'Domwijken Centrum': how people call a desk in their own library. Of two with the same it is neither. */
const shortNames = (name: string): string[] => {
  const words = name.split(' ')
  return words.slice(1).map((_, from) => words.slice(from + 1).join(' '))
}

/** Municipalities are known since this day; before it those of this day count. */
const municipalitiesSince = '2021-01-01'

/**
 * The answers of every field that is chosen from a list; desks are those of the library, closed ones too. Labels are in the
 * reader's language, names to know them by in Dutch as well: the files are Dutch.
 */
export function answerLists(
  lists: AllLists,
  desks: readonly KnownDesk[],
  municipalities: readonly DatedMunicipality[],
  language: Language = 'nl',
): AnswerLists {
  const options = (field: AnswerField) =>
    listOf(
      lists.answerOptions
        .filter((option) => option.field === field)
        .map((option) => ({
          ...option,
          label: option.labels[language],
          names: [option.labels.nl, ...(otherWords[option.code] ?? [])],
        })),
    )
  const always = { validFrom: '0001-01-01', validUntil: null }
  const made: Record<ClosedField, AnswerList> = {
    desk: listOf(
      desks.map(({ id, name, active }) => ({
        code: id,
        label: name,
        names: shortNames(name),
        closed: !active,
        ...always,
      })),
    ),
    topic: listOf(
      lists.topics.map((topic) => ({ ...topic, label: topic.labels[language], names: [topic.labels.nl] })),
    ),
    provider: listOf(
      lists.serviceProviders.map((provider) => ({
        ...provider,
        label: provider.shortNames[language],
        names: [provider.shortNames.nl, provider.names.nl, ...(otherWords[provider.code] ?? [])],
      })),
    ),
    municipality: listOf(municipalities.map((one) => ({ ...one, label: one.name, names: [] }))),
    help: options('help'),
    channel: options('channel'),
    duration: options('duration'),
    satisfied: options('satisfied'),
    gender: options('gender'),
    age: options('age'),
    language: options('language'),
  }
  return Object.fromEntries(closedFields.map((field) => [field, made[field]])) as unknown as AnswerLists
}

/** Whether an answer counted on a day. */
export function countedOn(field: ClosedField, answer: ImportAnswer, day: string): boolean {
  return isValidOn(answer, field === 'municipality' && day < municipalitiesSince ? municipalitiesSince : day)
}

function listOf(given: readonly (ImportAnswer & { readonly names: readonly string[] })[]): AnswerList {
  const answers = given.map(({ code, label, validFrom, validUntil, closed = false }) => ({
    code,
    label,
    validFrom,
    validUntil,
    closed,
  }))
  const unique = (namesOf: (one: (typeof given)[number]) => readonly string[]): Map<string, ImportAnswer> => {
    const byName = new Map<string, ImportAnswer>()
    const twice = new Set<string>()
    for (const [index, one] of given.entries())
      for (const name of new Set(namesOf(one).map(plainValue))) {
        if (byName.has(name)) twice.add(name)
        byName.set(name, answers[index] as ImportAnswer)
      }
    for (const name of twice) byName.delete(name)
    return byName
  }
  // What something is called goes before what it is also called.
  const byName = new Map([...unique(({ names }) => names), ...unique(({ label }) => [label])])
  return { answers, byCode: new Map(answers.map((answer) => [answer.code, answer])), byName }
}
