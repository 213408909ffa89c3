import type { FormError } from '../../platform/http/form-errors.ts'
import type { FormFields } from '../../platform/http/form-fields.ts'
import type { Language, MessageKey, Translate } from '../../platform/i18n/translate.ts'
import { type DaysInText, type HoursSpan, readHoursText, spansOverlap, writeHoursText } from './hours-text.ts'
import { languageMeant, languageName } from './languages.ts'
import { accessWays, type Hours, hoursKinds, type WeekHours } from './opening-hours.ts'

/** More kinds of hours than any desk keeps in one week; a form with more was not filled in by hand. */
export const mostLines = 20

const longestText = 120
const longestTimes = 300

/** What a line of the form may say depends on the desk, and on what the line is for. */
export interface LineRules {
  readonly days: DaysInText
  /** Of the desk, open ones. */
  readonly placeIds: readonly string[]
  /** A desk that moves is nowhere without a place. */
  readonly placeNeeded: boolean
}

export type ReadLines =
  | { readonly ok: true; readonly hours: readonly WeekHours[] }
  | { readonly ok: false; readonly errors: readonly FormError[] }

/** The name of a field of a line, which is its id as well. */
export const lineField = (part: string, index: number): string => `${part}-${index}`

/** How many lines a sent form has; at least one. */
export function lineCount(form: FormFields): number {
  const count = Number(form.text('lines'))
  return Number.isInteger(count) ? Math.min(Math.max(count, 1), mostLines) : 1
}

/** Reads all lines of a form. Empty ones do not count. Gives all hours, or all that is wrong, each at its field. */
export function readLines(form: FormFields, rules: LineRules, t: Translate, language: Language): ReadLines {
  const errors: FormError[] = []
  const lines: { index: number; hours: WeekHours[]; spans: readonly HoursSpan[]; key: string }[] = []
  for (let index = 0; index < lineCount(form); index += 1) {
    if (isEmpty(form, index, rules)) continue
    const spans = readSpans(form, index, rules, { t, language })
    const what = readWhat(form, index, rules, t)
    errors.push(...spans.errors, ...what.errors)
    const { kind, label, placeId } = what.value
    const hours = spans.value.flatMap(({ weekdays, opens, closes }) =>
      (weekdays.length > 0 ? weekdays : [null]).map((weekday) => ({ weekday, opens, closes, ...what.value })),
    )
    lines.push({
      index,
      hours,
      spans: spans.value,
      key: JSON.stringify([kind, label?.toLowerCase(), placeId]),
    })
  }
  for (const [at, one] of lines.entries())
    for (const other of lines.slice(at + 1))
      if (one.key === other.key) errors.push(...overlapErrors(one, other, t, language))
  return errors.length > 0 ? { ok: false, errors } : { ok: true, hours: lines.flatMap(({ hours }) => hours) }
}

function isEmpty(form: FormFields, index: number, { days }: LineRules): boolean {
  const said = form.text(lineField('times', index))
  if (days !== 'needed') return said === ''
  return (
    said === '' &&
    form.all(lineField('days', index)).length === 0 &&
    form.text(lineField('from', index)) === '' &&
    form.text(lineField('until', index)) === ''
  )
}

/** The times of a line: as typed, and the days that were ticked beside it. */
function readSpans(
  form: FormFields,
  index: number,
  rules: LineRules,
  { t, language }: { t: Translate; language: Language },
): { value: HoursSpan[]; errors: FormError[] } {
  const value: HoursSpan[] = []
  const errors: FormError[] = []
  const read = (text: string, id: string, days: DaysInText): readonly HoursSpan[] => {
    if (text.length > longestTimes) errors.push({ id, message: t('hours.error.long-times') })
    else {
      const found = readHoursText(text, { days })
      if (found.ok) return found.spans
      const problem = found.problems[0]
      if (problem) errors.push({ id, message: t(`hours.problem.${problem.kind}`, { words: problem.words }) })
    }
    return []
  }
  const typed = form.text(lineField('times', index))
  if (typed) value.push(...read(typed, lineField('times', index), rules.days))
  if (rules.days !== 'needed') return { value, errors }
  const days = [1, 2, 3, 4, 5, 6, 7].filter((day) => form.all(lineField('days', index)).includes(String(day)))
  const [from, until] = [form.text(lineField('from', index)), form.text(lineField('until', index))]
  if (days.length === 0 && !from && !until) return { value, errors }
  if (days.length === 0) errors.push({ id: lineField('days', index), message: t('hours.error.days') })
  if (!from) errors.push({ id: lineField('from', index), message: t('hours.error.from') })
  if (!until) errors.push({ id: lineField('until', index), message: t('hours.error.until') })
  if (days.length > 0 && from && until)
    for (const { opens, closes } of read(`${from}-${until}`, lineField('from', index), 'none')) {
      const ticked = { weekdays: days, opens, closes }
      const same = value.find((span) => spansOverlap(span, ticked))
      if (same) {
        const said = { words: writeHoursText([same], language) }
        errors.push({ id: lineField('from', index), message: t('hours.problem.overlap', said) })
      }
      value.push(ticked)
    }
  return { value, errors }
}

/** 'en' is a language as well, where it stands alone. */
const betweenLanguages = /[,;/]|\s(?:en|and)\s/i

type What = Omit<Hours, 'opens' | 'closes'>

/** What happens in the hours of a line: kind, by whom, how one comes, in which languages, for whom, and where. */
function readWhat(
  form: FormFields,
  index: number,
  { placeIds, placeNeeded }: LineRules,
  t: Translate,
): { value: What; errors: FormError[] } {
  const errors: FormError[] = []
  const wrong = (part: string, message: MessageKey, values?: Record<string, string>) =>
    errors.push({ id: lineField(part, index), message: t(message, values) })
  const text = (part: string): string | null => {
    const said = form.text(lineField(part, index))
    if (said.length > longestText) wrong(part, 'hours.error.long')
    return said || null
  }
  const kind = hoursKinds.find((each) => each === form.text(lineField('kind', index))) ?? 'desk'
  const label = text('label')
  if (!label && kind === 'consultation') wrong('label', 'hours.error.consultation')
  if (!label && kind === 'theme') wrong('label', 'hours.error.theme')
  const place = form.text(lineField('place', index))
  const placeId = placeIds.find((id) => id === place) ?? null
  if (place && !placeId) wrong('place', 'hours.error.place-gone')
  if (!placeId && placeNeeded && kind !== 'telephone' && kind !== 'staff') wrong('place', 'hours.error.place')
  const languages: string[] = []
  for (const said of (text('languages') ?? '').slice(0, longestText).split(betweenLanguages)) {
    const code = said.trim() && languageMeant(said)
    if (code && !languages.includes(code)) languages.push(code)
    else if (said.trim() && !code && errors.every(({ id }) => id !== lineField('languages', index)))
      wrong('languages', 'hours.error.language', { word: said.trim().slice(0, 40) })
  }
  return {
    errors,
    value: {
      kind,
      label: kind === 'consultation' || kind === 'theme' ? label : null,
      access: accessWays.find((each) => each === form.text(lineField('access', index))) ?? 'walk-in',
      languages,
      targetGroup: text('target'),
      placeId,
    },
  }
}

/** Where two lines are open at the same time, for the same and in the same place: said at both. */
function overlapErrors(
  one: { index: number; spans: readonly HoursSpan[] },
  other: { index: number; spans: readonly HoursSpan[] },
  t: Translate,
  language: Language,
): FormError[] {
  for (const span of one.spans)
    for (const second of other.spans)
      if (spansOverlap(span, second))
        return [
          { line: one, against: other, times: second },
          { line: other, against: one, times: span },
        ].map(({ line, against, times }) => ({
          id: lineField('times', line.index),
          message: t('hours.error.overlap', {
            line: against.index + 1,
            times: writeHoursText([times], language),
          }),
        }))
  return []
}

/** What a line says besides its times: hours that have this in common stand in one line. */
const whatKey = ({ kind, label, access, languages, targetGroup, placeId }: Hours): string =>
  JSON.stringify([kind, label, access, languages, targetGroup, placeId])

/** Hours together as they stand in one line. */
export function linesOf(hours: readonly WeekHours[]): { what: WeekHours; spans: HoursSpan[] }[] {
  const lines = new Map<string, { what: WeekHours; spans: HoursSpan[] }>()
  for (const each of hours) {
    const key = whatKey(each)
    const line = lines.get(key) ?? { what: each, spans: [] }
    lines.set(key, line)
    const { weekday, opens, closes } = each
    line.spans.push({ weekdays: weekday === null ? [] : [weekday], opens, closes })
  }
  return [...lines.values()]
}

/** The times of a line as text. Hours of each day are written with 'every day', where days must be in the text. */
export function timesOf(spans: readonly HoursSpan[], days: DaysInText, language: Language): string {
  const spelled =
    days === 'needed'
      ? spans.map((span) => (span.weekdays.length > 0 ? span : { ...span, weekdays: [1, 2, 3, 4, 5, 6, 7] }))
      : spans
  return writeHoursText(spelled, language)
}

/** The fields of a form that say these hours: the other way round of `readLines`. */
export function lineFields(
  hours: readonly WeekHours[],
  days: DaysInText,
  language: Language,
): [string, string][] {
  const lines = linesOf(hours)
  return [
    ['lines', String(Math.max(lines.length, 1))],
    ...lines.flatMap(({ what, spans }, index) =>
      (
        [
          ['times', timesOf(spans, days, language)],
          ['kind', what.kind],
          ['label', what.label ?? ''],
          ['access', what.access],
          ['languages', what.languages.map((code) => languageName(code, language)).join(', ')],
          ['target', what.targetGroup ?? ''],
          ['place', what.placeId ?? ''],
        ] as const
      ).map(([part, value]): [string, string] => [lineField(part, index), value]),
    ),
  ]
}
