import { findPersonalData, type PersonalDataKind } from '../../platform/personal-data/find-personal-data.ts'
import { type Instant, momentOf, secondsBetween } from '../../platform/time/local-time.ts'
import { notRegistered } from '../lists/public.ts'
import type { ContactContent, GivenHelp, Question } from './contact.ts'
import { longestText, mostQuestions } from './contact.ts'
import { type AnswerLists, countedOn } from './import-answers.ts'
import { readImportDay, readImportTime } from './import-day.ts'
import type { ClosedField, ColumnUse, ImportField, ManyField } from './import-field.ts'
import { type KnownValues, knownValues, plainValue, readTick, splitValues } from './import-value.ts'

/** By field and value (as `plainValue` writes it) the code of an answer, or null: leave it empty. */
export type ImportMeanings = Partial<Readonly<Record<ClosedField, Readonly<Record<string, string | null>>>>>

/** All that decides what a row of the file says. */
export interface RowRules {
  readonly header: readonly string[]
  readonly columns: readonly (ColumnUse | null)[]
  /** The desk of the whole file, where no column says it. */
  readonly deskId: string | null
  readonly meanings: ImportMeanings
  readonly lists: AnswerLists
  /** In which municipality each desk stands. */
  readonly municipalityOfDesk: ReadonlyMap<string, string>
  /** By usual topic: the codes of the organisations that its questions are usually about. */
  readonly usualProviders: ReadonlyMap<string, readonly string[]>
  /** Topics and ways of help with room for words of one's own. */
  readonly takesText: ReadonlySet<string>
  /** Of what the library added for itself: the national answer that it counts as. */
  readonly nationalOf?: ReadonlyMap<string, string>
  /** The local day it is now: what is later is still to come. */
  readonly today: string
  readonly now: Instant
}

export type RowFault =
  | 'empty'
  | 'day-unreadable'
  | 'day-too-early'
  | 'day-ahead'
  | 'time-unreadable'
  | 'unknown-answer'
  | 'not-on-that-day'
  | 'too-many-questions'
  | 'tick-unreadable'
  | 'text-too-long'
  | `personal-data-${PersonalDataKind}`

export interface RowError {
  readonly field: ImportField
  readonly reason: RowFault
  /** What stood there; empty for a text, which may tell of somebody. */
  readonly value: string
}

/** What would be registered of a row. */
export interface ImportedContact {
  readonly deskId: string
  readonly timeKnown: boolean
  readonly content: ContactContent
}

export type ReadRow =
  | { readonly ok: true; readonly contact: ImportedContact }
  | { readonly ok: false; readonly errors: readonly RowError[] }

/** The first day of the oldest registrations: desks of this kind exist since 2019 (bibliotheekenbasisvaardigheden.nl, 8 May 2020). */
export const firstImportDay = '2019-07-01'

/**
 * Reads a row of the file by what was chosen for its columns and values. A single field that is empty is 'not registered';
 * a row without a day, a desk or a topic is an error.
 */
export function readImportRow(cells: readonly string[], rules: RowRules): ReadRow {
  const errors: RowError[] = []
  const moment = readMoment(cells, rules, errors)
  const one = (field: Exclude<ClosedField, ManyField>): string | null => {
    const cell = cellsOfField(cells, rules, field)[0] ?? ''
    return cell === '' ? null : (meant(field, cell, moment?.day, rules, errors) ?? null)
  }
  const many = (field: ManyField): string[] => [
    ...new Set(
      namesIn(cells, rules, field, errors).flatMap(
        (name) => meant(field, name, moment?.day, rules, errors) ?? [],
      ),
    ),
  ]
  const deskId = rules.columns.includes('desk') ? one('desk') : rules.deskId
  if (!deskId && !errors.some(({ field }) => field === 'desk'))
    errors.push({ field: 'desk', reason: 'empty', value: '' })
  const topics = many('topic')
  if (topics.length === 0 && !errors.some(({ field }) => field === 'topic'))
    errors.push({ field: 'topic', reason: 'empty', value: '' })
  if (topics.length > mostQuestions)
    errors.push({ field: 'topic', reason: 'too-many-questions', value: String(topics.length) })
  const providers = many('provider')
  const help = many('help')
  const topicText = textFor(topics, 'topic-text', cells, rules, errors)
  const helpText = textFor(help, 'help-text', cells, rules, errors)
  const content: Omit<ContactContent, 'occurredAt' | 'municipalityCode'> = {
    formCode: 'guide',
    countedAs: 'contact',
    placeId: null,
    channel: one('channel') ?? notRegistered.channel,
    questions: questionsOf(topics, providers, topicText, rules),
    help: helpOf(help, helpText, rules),
    duration: one('duration') ?? notRegistered.duration,
    satisfied: one('satisfied') ?? notRegistered.satisfied,
    gender: one('gender') ?? notRegistered.gender,
    age: one('age') ?? notRegistered.age,
    language: one('language') ?? notRegistered.language,
    visitorMunicipalityCode: one('municipality'),
  }
  const municipalityCode = deskId && rules.municipalityOfDesk.get(deskId)
  if (errors.length > 0 || !moment || !deskId || !municipalityCode) return { ok: false, errors }
  const occurredAt = momentOf(moment.day, moment.time ?? '12:00').toString()
  return {
    ok: true,
    contact: {
      deskId,
      timeKnown: moment.time !== null,
      content: { ...content, municipalityCode, occurredAt },
    },
  }
}

/**
 * What makes a row the same as a row of another file: desk, moment and all that it says, whatever the order of several
 * answers was.
 */
export function saidBy({ deskId, timeKnown, content }: ImportedContact): string {
  return JSON.stringify([
    deskId,
    content.occurredAt,
    timeKnown,
    content.channel,
    content.questions
      .map(({ topicCode, localCode, otherText }) => [localCode ?? topicCode, otherText])
      .sort(byText),
    content.questions.flatMap(({ serviceProviders }) => serviceProviders).sort(),
    content.help
      .map(({ code, otherText, localCodes }) => [code, otherText, ...(localCodes ?? [])])
      .sort(byText),
    content.duration,
    content.satisfied,
    content.gender,
    content.age,
    content.language,
    content.visitorMunicipalityCode,
  ])
}

/**
 * What stands in the columns of a row that are read, whatever its words were said to mean: a row that was imported before is
 * known again when a word has got another meaning since. A day is the same however it is written.
 */
export function lineOf(
  cells: readonly string[],
  { columns, deskId }: Pick<RowRules, 'columns' | 'deskId'>,
  { content, timeKnown }: ImportedContact,
): string {
  const read = columns.flatMap((use, index) => {
    const cell = plainValue(cells[index] ?? '')
    return use === null || use === 'day' || use === 'time' || cell === '' ? [] : [[use, cell]]
  })
  return JSON.stringify([
    columns.includes('desk') ? null : deskId,
    content.occurredAt,
    timeKnown,
    read.sort(byText),
  ])
}

const byText = (one: unknown, other: unknown): number => (String(one) < String(other) ? -1 : 1)

/** Which columns hold a field as it stands, and which are ticked: worked out once for a file, not for each of its rows. */
const placesKept = new WeakMap<RowRules['columns'], ReadonlyMap<ColumnUse, readonly number[]>>()

function placesOf(columns: RowRules['columns'], use: ColumnUse): readonly number[] {
  let places = placesKept.get(columns)
  if (!places) {
    const made = new Map<ColumnUse, number[]>()
    for (const [index, each] of columns.entries())
      if (each) made.set(each, [...(made.get(each) ?? []), index])
    places = made
    placesKept.set(columns, places)
  }
  return places.get(use) ?? []
}

/** What stands in the columns of a field, without what is empty. */
function cellsOfField(cells: readonly string[], { columns }: RowRules, field: ImportField): string[] {
  const found: string[] = []
  for (const index of placesOf(columns, field)) {
    const cell = cells[index]?.trim() ?? ''
    if (cell !== '') found.push(cell)
  }
  return found
}

/** The names of the answers that a row gives to a field: in cells, and as the header of what is ticked. */
function namesIn(cells: readonly string[], rules: RowRules, field: ManyField, errors: RowError[]): string[] {
  const known = knownOf(rules, field)
  const ticked = placesOf(rules.columns, `${field}:ticked`).flatMap((index) => {
    const cell = cells[index]?.trim() ?? ''
    const tick = readTick(cell)
    if (tick === undefined) errors.push({ field, reason: 'tick-unreadable', value: cell })
    return tick ? [rules.header[index] ?? ''] : []
  })
  return [...cellsOfField(cells, rules, field).flatMap((cell) => splitValues(cell, known)), ...ticked]
}

/** What is known of each field: worked out once for a file, not for each of its rows. */
const knownKept = new WeakMap<AnswerLists, WeakMap<ImportMeanings, Map<ClosedField, KnownValues>>>()

/** Which values are whole: the answers of ours, and what was chosen for this file before. */
function knownOf({ lists, meanings }: RowRules, field: ClosedField): KnownValues {
  const ofLists = knownKept.get(lists) ?? new WeakMap<ImportMeanings, Map<ClosedField, KnownValues>>()
  const ofFile = ofLists.get(meanings) ?? new Map<ClosedField, KnownValues>()
  const known = ofFile.get(field) ?? knownValues(namesKnown(lists, meanings, field))
  knownKept.set(lists, ofLists.set(meanings, ofFile.set(field, known)))
  return known
}

/** The names of a field that somebody has given a meaning: we, or who chose for this file. */
export function namesKnown(lists: AnswerLists, meanings: ImportMeanings, field: ClosedField): string[] {
  return [...lists[field].byName.keys(), ...Object.keys(meanings[field] ?? {})]
}

/** The code of the answer that a value means on a day; undefined when it is left empty, or is an error. */
function meant(
  field: ClosedField,
  value: string,
  day: string | undefined,
  { meanings, lists }: RowRules,
  errors: RowError[],
): string | undefined {
  const plain = plainValue(value)
  const chosen = meanings[field] ?? {}
  const code = Object.hasOwn(chosen, plain) ? chosen[plain] : lists[field].byName.get(plain)?.code
  if (code === null) return undefined
  const answer = code === undefined ? undefined : lists[field].byCode.get(code)
  if (!answer) errors.push({ field, reason: 'unknown-answer', value })
  else if (day && !countedOn(field, answer, day)) errors.push({ field, reason: 'not-on-that-day', value })
  else return answer.code
  return undefined
}

function readMoment(
  cells: readonly string[],
  rules: RowRules,
  errors: RowError[],
): { day: string; time: string | null } | undefined {
  const [cell = ''] = cellsOfField(cells, rules, 'day')
  const [timeCell] = cellsOfField(cells, rules, 'time')
  const wrong = (field: ImportField, reason: RowFault, value: string): undefined => {
    errors.push({ field, reason, value })
  }
  const time =
    timeCell === undefined ? null : (readImportTime(timeCell) ?? wrong('time', 'time-unreadable', timeCell))
  if (cell === '') return wrong('day', 'empty', '')
  const read = readImportDay(cell)
  if (!read.ok) return wrong('day', read.reason, cell)
  if (read.day < firstImportDay) return wrong('day', 'day-too-early', cell)
  const known = time ?? read.time
  if (read.day > rules.today) return wrong('day', 'day-ahead', cell)
  if (known && secondsBetween(rules.now, momentOf(read.day, known)) > 0)
    return time ? wrong('time', 'day-ahead', timeCell ?? '') : wrong('day', 'day-ahead', cell)
  return { day: read.day, time: known ?? null }
}

/**
 * A text belongs to the first answer with room for it. Without such an answer it is left out: words of one's own stand
 * with 'something else' only.
 */
function textFor(
  codes: readonly string[],
  field: 'topic-text' | 'help-text',
  cells: readonly string[],
  rules: RowRules,
  errors: RowError[],
): { code: string; text: string } | undefined {
  const code = codes.find((candidate) => rules.takesText.has(candidate))
  const text = cellsOfField(cells, rules, field).join(' ').replace(/\s+/g, ' ')
  if (!code || text === '') return undefined
  if (text.length > longestText) errors.push({ field, reason: 'text-too-long', value: '' })
  const kind = findPersonalData(text, Number(rules.today.slice(0, 4)))
  if (kind) errors.push({ field, reason: `personal-data-${kind}`, value: '' })
  return { code, text }
}

/** Each topic is a question. An organisation goes to the question it is usual for, else to the first. */
function questionsOf(
  topics: readonly string[],
  providers: readonly string[],
  text: { code: string; text: string } | undefined,
  { usualProviders, nationalOf }: RowRules,
): Question[] {
  const questionOf = (provider: string): string | undefined =>
    topics.find((topic) => usualProviders.get(topic)?.includes(provider)) ?? topics[0]
  return topics.map((topic) => {
    const national = nationalOf?.get(topic)
    return {
      topicCode: national ?? topic,
      ...(national !== undefined && { localCode: topic }),
      serviceProviders: providers.filter((provider) => questionOf(provider) === topic),
      otherText: text?.code === topic ? text.text : null,
      digid: null,
    }
  })
}

/** Each way of help once; several of the library's own may count as one national way. */
function helpOf(
  ways: readonly string[],
  text: { code: string; text: string } | undefined,
  { nationalOf }: RowRules,
): GivenHelp[] {
  const given = new Map<string, GivenHelp>()
  for (const way of ways) {
    const national = nationalOf?.get(way)
    const code = national ?? way
    const known = given.get(code) ?? { code, otherText: text?.code === way ? text.text : null }
    given.set(
      code,
      national === undefined ? known : { ...known, localCodes: [...(known.localCodes ?? []), way] },
    )
  }
  return [...given.values()]
}
