import type { PublicVoice } from '../../platform/i18n/public-language.ts'
import { dayNumber, dayOfNumber } from '../../platform/time/local-minutes.ts'
import { dayInWords } from '../../platform/time/local-time.ts'
import { type Hours, type Opening, type OpeningState, stateAt } from './opening-hours.ts'
import { unbroken } from './phone-number.ts'
import { isAt, type Venue } from './venue.ts'

/** A moment, and the local day that it is in. */
export interface Now {
  /** Milliseconds since 1970. */
  readonly moment: number
  readonly today: string
}

/** How a venue stands, for its line in a list. */
export interface StateWords {
  readonly text: string
  readonly open: boolean
  /** The moment at which the text stops being true. */
  readonly changesAt: number | undefined
}

/**
 * Whether anybody can walk in or when next. Hours of a partner, by telephone or for a group count only where there are no
 * others.
 */
export function venueState(venue: Pick<Venue, 'hours' | 'place'>, { moment, today }: Now): OpeningState {
  const here = isAt(venue)
  const ordinary = stateAt(
    venue.hours,
    moment,
    today,
    (opening) => opening.hours.kind === 'desk' && here(opening),
  )
  if (ordinary.changesAt !== undefined) return ordinary
  return stateAt(
    venue.hours,
    moment,
    today,
    (opening) => opening.hours.kind !== 'staff' && (opening.hours.kind === 'telephone' || here(opening)),
  )
}

/** The state in a sentence: 'Nu open tot 17.00 uur'. */
export function stateWords(state: OpeningState, now: Now, voice: PublicVoice): StateWords {
  const { t } = voice
  const [open] = state.now
  if (open)
    return {
      text: withKind(t('finder.open-until', { until: clock(open.hours.closes, voice) }), open.hours, voice),
      open: true,
      changesAt: state.changesAt,
    }
  if (!state.next) return { text: t('finder.hours-unknown'), open: false, changesAt: undefined }
  return { text: openingWords(state.next, now, voice), open: false, changesAt: state.changesAt }
}

/** When something opens: 'Morgen open van 10.00 tot 12.00 uur', with whom it is for when that is not everybody. */
export function openingWords(opening: Opening, { moment, today }: Now, voice: PublicVoice): string {
  const { t } = voice
  const values = {
    from: clock(opening.hours.opens, voice),
    until: clock(opening.hours.closes, voice),
  }
  const ahead = dayNumber(opening.day) - dayNumber(today)
  const sentence =
    opening.start <= moment
      ? t('finder.open-until', values)
      : ahead === 0
        ? t('finder.open-today', values)
        : ahead === 1
          ? t('finder.open-tomorrow', values)
          : t('finder.open-on', { ...values, day: upperFirst(dayAhead(opening.day, ahead, voice), voice) })
  return withKind(sentence, opening.hours, voice)
}

/** Within a week the name of the day says enough. */
const dayAhead = (day: string, ahead: number, { language }: PublicVoice): string =>
  dayInWords(day, language, ahead < 7 ? 'weekday' : 'without-year')

/** '11.00–13.00': from when to when, as it stands in a table. */
export function timesWords({ opens, closes }: Hours, voice: PublicVoice): string {
  return voice.t('finder.times', { from: clock(opens, voice), until: clock(closes, voice) })
}

/** What hours are, when they are not simply those of the desk; empty when they are. */
export function kindWords({ kind, label, targetGroup }: Hours, { t, direction }: PublicVoice): string {
  const name =
    kind === 'consultation' || kind === 'theme'
      ? t(`finder.hours.${kind}`, { label: label ?? '' })
      : kind === 'telephone' || kind === 'youth'
        ? t(`finder.hours.${kind}`)
        : own(label ?? '', direction)
  return [name.trim(), targetGroup && own(targetGroup, direction)].filter(Boolean).join(', ')
}

/** Words of the library keep their own direction in a line that goes the other way. */
const own = (text: string, direction: PublicVoice['direction']): string =>
  text && direction === 'rtl' ? `\u2068${text}\u2069` : text

function withKind(sentence: string, hours: Hours, voice: PublicVoice): string {
  const kind = kindWords(hours, voice)
  return kind ? `${sentence} (${kind})` : sentence
}

/** Whether to come as one is, or to make an appointment. */
export const accessWords = ({ access }: Hours, { t }: PublicVoice): string => t(`finder.access.${access}`)

/** Minutes after midnight on the clock: 11.00 in Dutch, 11:00 elsewhere. The end of a day is 24.00. */
export function clock(minutes: number, { language }: PublicVoice): string {
  const ofDay = minutes > 1440 ? minutes - 1440 : minutes
  const text = `${Math.floor(ofDay / 60)}`.padStart(2, '0')
  return `${text}${language === 'nl' ? '.' : ':'}${`${ofDay % 60}`.padStart(2, '0')}`
}

/** The name of a weekday, 1 Monday to 7 Sunday. */
export const weekdayWords = (weekday: number, { language }: PublicVoice): string =>
  dayInWords(dayOfNumber(mondayNumber + weekday - 1), language, 'weekday')

/** Any Monday: 5 January 1970. */
const mondayNumber = 4

/** Things after one another, with the comma of the language. */
export const listWords = (items: readonly string[], { language }: PublicVoice): string =>
  items.join(language === 'ar' ? '، ' : ', ')

export function upperFirst(text: string, { language }: PublicVoice): string {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1)
}

/** How far, as people say it: by ten metres below a kilometre, by a hundred above. */
export function distanceWords(metres: number, { language, t }: PublicVoice): string {
  if (metres < 995)
    return unbroken(t('finder.metres', { metres: Math.max(10, Math.round(metres / 10) * 10) }))
  const kilometres = metres / 1000
  const text = new Intl.NumberFormat(language === 'ar' ? 'ar-u-nu-latn' : language, {
    maximumFractionDigits: kilometres < 10 ? 1 : 0,
  }).format(kilometres)
  return unbroken(t('finder.kilometres', { kilometres: text }))
}
