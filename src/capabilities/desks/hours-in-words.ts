import type { Language, Translate } from '../../platform/i18n/translate.ts'
import { addDays, dayInWords, type Instant, localDay } from '../../platform/time/local-time.ts'
import { linesOf, timesOf } from './hours-lines.ts'
import { languageName } from './languages.ts'
import { type DeskHours, type Hours, stateAt, type Timetable } from './opening-hours.ts'

/** What hours are told in: the language of the reader, and the names of the desk's places. */
export interface HoursWords {
  readonly t: Translate
  readonly language: Language
  readonly places: readonly { readonly id: string; readonly name: string }[]
}

/** A minute of the day on the clock: 09:30. After midnight it begins again. */
export function clockTime(minute: number): string {
  const ofDay = minute % 1440
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`
}

/** 'Spreekuur van SVB, op afspraak, Buurthuis': what hours are, without their times. Empty for the commonest. */
export function whatInWords({ t, language, places }: HoursWords, hours: Hours): string {
  const { kind, label } = hours
  const parts = [
    kind !== 'desk' && t(`hours.said.${kind}`, { label: label ?? '' }),
    hours.access === 'appointment' && t('hours.said.appointment'),
    places.find(({ id }) => id === hours.placeId)?.name,
    hours.targetGroup && t('hours.said.target', { group: hours.targetGroup }),
    hours.languages.length > 0 &&
      t('hours.said.languages', {
        languages: hours.languages.map((code) => languageName(code, language)).join(', '),
      }),
  ]
  return parts.filter(Boolean).join(', ')
}

/** '11:00-13:00, Spreekuur van SVB'. */
export function hoursInWords(words: HoursWords, hours: Hours): string {
  const times = `${clockTime(hours.opens)}-${clockTime(hours.closes)}`
  return [times, whatInWords(words, hours)].filter(Boolean).join(', ')
}

/** The lines of a timetable, each as text: 'di-vr 11-13, op afspraak'. */
export function timetableInWords(words: HoursWords, timetable: Timetable): string[] {
  return linesOf(timetable.hours).map(({ what, spans }) =>
    [
      timesOf(spans, timetable.kind === 'exception' ? 'optional' : 'needed', words.language),
      whatInWords(words, what),
    ]
      .filter(Boolean)
      .join(', '),
  )
}

/** When a timetable holds: 'vanaf 1 december 2026', 'op 27 april 2027'. */
export function validityInWords({ t, language }: HoursWords, timetable: Timetable): string {
  const from = dayInWords(timetable.fromDay, language)
  if (timetable.untilDay === null) return t('hours.valid.from', { from })
  const last = addDays(timetable.untilDay, -1)
  return last === timetable.fromDay
    ? t('hours.valid.day', { day: from })
    : t('hours.valid.between', { from, until: dayInWords(last, language) })
}

/** Whether a desk is open now, and when next, in one sentence; `short` for a list: 'Dicht, open do 26 nov 10:00'. */
export function stateInWords(
  { t, language }: HoursWords,
  hours: DeskHours,
  now: Instant,
  { short = false } = {},
): string {
  const today = localDay(now)
  const { now: open, next } = stateAt(hours, now.epochMilliseconds, today)
  const current = open[0]
  if (current)
    return t(short ? 'hours.short.open' : 'hours.state.open', { until: clockTime(current.hours.closes) })
  if (!next)
    return t(hours.timetables.length + hours.dated.length > 0 ? 'hours.state.closed' : 'hours.state.unknown')
  const time = clockTime(next.hours.opens)
  if (next.day === today) return t(short ? 'hours.short.opens-today' : 'hours.state.opens-today', { time })
  return short
    ? t('hours.short.opens', { day: dayInWords(next.day, language, 'short'), time })
    : t('hours.state.opens', { day: dayInWords(next.day, language, 'without-year'), time })
}
