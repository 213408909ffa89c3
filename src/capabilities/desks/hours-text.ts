import type { Language } from '../../platform/i18n/translate.ts'

/** Hours as one line of text says them: on these weekdays, from one minute of the day until another. */
export interface HoursSpan {
  /** 1 Monday to 7 Sunday, in order; empty is each day (of an exception). */
  readonly weekdays: readonly number[]
  /** Minutes of the day, 0 to 1439. */
  readonly opens: number
  /** After `opens`, by 1440 at most; more than 1440 is the night that follows. */
  readonly closes: number
}

/** What cannot be read, and the words that it is about. */
export interface HoursProblem {
  readonly kind:
    | 'empty'
    | 'word'
    | 'no-days'
    | 'no-times'
    | 'days-not-here'
    | 'time'
    | 'hour'
    | 'minute'
    | 'no-end'
    | 'end-before-start'
    | 'too-long'
    | 'overlap'
  readonly words: string
}

/**
 * Whether a text says on which days: of a week it must; of an exception it may, or it is each of its days; of a single day
 * it cannot.
 */
export type DaysInText = 'needed' | 'optional' | 'none'

export type ReadHours =
  | { readonly ok: true; readonly spans: readonly HoursSpan[] }
  | { readonly ok: false; readonly problems: readonly HoursProblem[] }

const dayNames = {
  nl: ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const satisfies Record<Language, readonly string[]>
const words: Record<Language, { readonly everyDay: string; readonly and: string; readonly nextDay: string }> =
  {
    nl: { everyDay: 'elke dag', and: 'en', nextDay: 'volgende dag' },
    en: { everyDay: 'every day', and: 'and', nextDay: 'next day' },
  }

/** Every way to write a weekday, in Dutch and in English. */
const knownDays = new Map<string, readonly number[]>(
  [
    'ma maa maandag maandagen mo mon monday mondays',
    'di din dins dinsdag dinsdagen tu tue tues tuesday tuesdays',
    'wo woe woens woensdag woensdagen we wed wednesday wednesdays',
    'do don donderdag donderdagen th thu thur thurs thursday thursdays',
    'vr vrij vrijdag vrijdagen fr fri friday fridays',
    'za zat zaterdag zaterdagen sa sat saturday saturdays',
    'zo zon zondag zondagen su sun sunday sundays',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, [index + 1]] as const)),
)
const workdays = [1, 2, 3, 4, 5]
const wholeWeek = [1, 2, 3, 4, 5, 6, 7]
for (const name of ['werkdagen', 'doordeweeks', 'weekdays']) knownDays.set(name, workdays)
for (const name of ['weekend', 'weekeinde', 'weekends']) knownDays.set(name, [6, 7])
for (const name of ['dagelijks', 'elkedag', 'alledagen', 'iederedag', 'daily', 'everyday'])
  knownDays.set(name, wholeWeek)

/** A closing time by this hour is of the night that follows; a later one before the opening is a mistake. */
export const latestNight = 6 * 60

const minutesOfDay = 1440

type Token =
  | { readonly kind: 'days'; readonly days: readonly number[]; readonly words: string }
  | { readonly kind: 'time'; readonly minute: number; readonly words: string }
  | { readonly kind: 'dash' | 'comma' | 'next-day'; readonly words: string }
  | { readonly kind: 'problem'; readonly problem: HoursProblem; readonly words: string }

/**
 * Reads hours as people write them: `di-vr 11-13`, `ma, wo 9:30-12 en 13-17`, `vr 20-02`, `elke dag 9-12`; and without
 * days (`10-12`) where those are known already.
 * @returns the spans as they were written, or everything that could not be read; never half of it
 */
export function readHoursText(text: string, { days }: { days: DaysInText }): ReadHours {
  const tokens = tokensOf(text)
  const problems = tokens.flatMap((token) => (token.kind === 'problem' ? [token.problem] : []))
  if (problems.length > 0) return { ok: false, problems: firstOfEach(problems) }
  if (tokens.every(({ kind }) => kind === 'comma'))
    return { ok: false, problems: [{ kind: 'empty', words: '' }] }
  return withProblemsOf(partsOf(tokens), days)
}

function firstOfEach(problems: readonly HoursProblem[]): HoursProblem[] {
  return problems.filter(
    ({ kind, words: about }, index) =>
      problems.findIndex((other) => other.kind === kind && other.words === about) === index,
  )
}

/** The text without capitals, with one sign for each way to write 'until' and 'and'. */
function tidied(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[‐-―−]/g, '-')
    .replaceAll(/\b(?:t\/m|tot en met|tot|to|until|till|through)\b/g, '-')
    .replaceAll(/\b(elke|iedere|alle|every) (dag|dagen|day)\b/g, 'elkedag')
    .replaceAll(/\(?(?:de )?\b(?:volgende dag|next day)\b\)?/g, '>')
    .replaceAll(/[,;&+/\n]|\b(?:en|and)\b/g, ',')
    .replaceAll(/(?<=\d)\s*(?:uur|u|h)\b(?!\d)/g, '')
    .replaceAll(/\b(?:van|from|op|on|elke|iedere|every)\b/g, ' ')
}

function tokensOf(text: string): Token[] {
  return [...tidied(text).matchAll(/-|,|>|[^\s,>-]+/g)].map(([found]) => {
    if (found === '-') return { kind: 'dash', words: found }
    if (found === ',') return { kind: 'comma', words: found }
    if (found === '>') return { kind: 'next-day', words: words.nl.nextDay }
    return /^\d/.test(found) ? timeOf(found) : dayOf(found)
  })
}

function dayOf(found: string): Token {
  const name = found.replace(/[.:]+$/, '')
  const days = knownDays.get(name)
  return days
    ? { kind: 'days', days, words: name }
    : { kind: 'problem', problem: { kind: 'word', words: name.slice(0, 40) || found }, words: found }
}

function timeOf(found: string): Token {
  const problem = (kind: HoursProblem['kind']): Token => ({
    kind: 'problem',
    problem: { kind, words: found.slice(0, 40) },
    words: found,
  })
  const [, hours, minutes = '0'] =
    /^(\d{1,2})(?:[:.uh](\d{2}))?[.:]?$/.exec(found) ?? /^(\d{2})(\d{2})$/.exec(found) ?? []
  if (hours === undefined) return problem('time')
  const minute = Number(hours) * 60 + Number(minutes)
  if (Number(minutes) > 59) return problem('minute')
  return minute > minutesOfDay ? problem('hour') : { kind: 'time', minute, words: found }
}

/** Days with the times that follow them. */
interface Part {
  readonly days: (Token & { kind: 'days' | 'dash' })[]
  readonly times: (Token & { kind: 'time' | 'dash' | 'comma' | 'next-day' })[]
}

function partsOf(tokens: readonly Token[]): Part[] {
  const parts: Part[] = []
  let part: Part = { days: [], times: [] }
  tokens.forEach((token, index) => {
    // A dash belongs to what follows it: between days or between times.
    const about = token.kind === 'dash' ? tokens[index + 1]?.kind : token.kind
    if (about === 'days') {
      if (part.times.length > 0) {
        parts.push(part)
        part = { days: [], times: [] }
      }
      part.days.push(token as Part['days'][number])
    } else if (token.kind !== 'comma' || part.times.length > 0)
      part.times.push(token as Part['times'][number])
  })
  return [...parts, part]
}

function withProblemsOf(parts: readonly Part[], wanted: DaysInText): ReadHours {
  const problems: HoursProblem[] = []
  const spans: HoursSpan[] = []
  for (const { days, times } of parts) {
    const about = [...days, ...times].map(({ words: said }) => said).join(' ')
    if (wanted === 'needed' && days.length === 0) problems.push({ kind: 'no-days', words: about })
    else if (wanted === 'none' && days.length > 0)
      problems.push({ kind: 'days-not-here', words: wordsOf(days) })
    if (times.every(({ kind }) => kind === 'comma')) {
      problems.push({ kind: 'no-times', words: wordsOf(days) })
      continue
    }
    const weekdays = weekdaysOf(days)
    if (!weekdays) problems.push({ kind: 'word', words: wordsOf(days) })
    for (const range of rangesOf(times)) {
      if ('kind' in range) problems.push(range)
      else spans.push({ weekdays: weekdays ?? [], ...range })
    }
  }
  if (problems.length > 0) return { ok: false, problems: firstOfEach(problems) }
  const overlap = overlapWithin(spans)
  return overlap ? { ok: false, problems: [{ kind: 'overlap', words: overlap }] } : { ok: true, spans }
}

const wordsOf = (tokens: readonly Token[]): string =>
  tokens
    .map(({ words: said }) => said)
    .join(' ')
    .replaceAll(' - ', '-')
    .slice(0, 60)

/** The weekdays of 'di - vr zo', in order. 'vr-ma' goes round the weekend. Undefined when a dash has no two sides. */
function weekdaysOf(tokens: Part['days']): number[] | undefined {
  const days = new Set<number>()
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index]
    if (token?.kind !== 'days') return undefined
    const next = tokens[index + 2]
    if (tokens[index + 1]?.kind === 'dash' && next?.kind === 'days') {
      const first = token.days[0] ?? 1
      const last = next.days.at(-1) ?? 7
      for (let step = 0; step <= (last - first + 7) % 7; step += 1) days.add(((first - 1 + step) % 7) + 1)
      index += 2
    } else for (const day of token.days) days.add(day)
  }
  return [...days].sort()
}

function rangesOf(tokens: Part['times']): ({ opens: number; closes: number } | HoursProblem)[] {
  const ranges: ({ opens: number; closes: number } | HoursProblem)[] = []
  for (let index = 0; index < tokens.length; ) {
    const [first, dash, last, mark] = tokens.slice(index, index + 4)
    if (first?.kind === 'comma') {
      index += 1
      continue
    }
    if (first?.kind !== 'time' || dash?.kind !== 'dash' || last?.kind !== 'time') {
      ranges.push({ kind: 'no-end', words: first?.words ?? '' })
      // On to the next range, so that one mistake is told once.
      const comma = tokens.findIndex(({ kind }, at) => at > index && kind === 'comma')
      index = comma < 0 ? tokens.length : comma
      continue
    }
    const nextDay = mark?.kind === 'next-day'
    ranges.push(rangeOf(first, last, nextDay))
    index += nextDay ? 4 : 3
  }
  return ranges
}

function rangeOf(
  first: { minute: number; words: string },
  last: { minute: number; words: string },
  nextDay: boolean,
): { opens: number; closes: number } | HoursProblem {
  const said = `${first.words}-${last.words}`
  const opens = first.minute
  if (opens === minutesOfDay) return { kind: 'hour', words: first.words }
  if (nextDay) {
    const closes = last.minute + minutesOfDay
    return closes - opens > minutesOfDay ? { kind: 'too-long', words: said } : { opens, closes }
  }
  if (last.minute > opens) return { opens, closes: last.minute }
  return last.minute <= latestNight && last.minute < opens
    ? { opens, closes: last.minute + minutesOfDay }
    : { kind: 'end-before-start', words: said }
}

const minutesOfWeek = 7 * minutesOfDay

/** Whether two spans are ever open at the same time; the night of Sunday goes on in the week that follows. */
export function spansOverlap(one: HoursSpan, other: HoursSpan): boolean {
  if (one.weekdays.length === 0 || other.weekdays.length === 0)
    return one.opens < other.closes && other.opens < one.closes
  return one.weekdays.some((first) =>
    other.weekdays.some((second) => {
      const start = (first - 1) * minutesOfDay + one.opens
      const begin = (second - 1) * minutesOfDay + other.opens
      const apart = (((begin - start) % minutesOfWeek) + minutesOfWeek) % minutesOfWeek
      return apart < one.closes - one.opens || minutesOfWeek - apart < other.closes - other.opens
    }),
  )
}

function overlapWithin(spans: readonly HoursSpan[]): string | undefined {
  for (const [index, span] of spans.entries())
    for (const other of spans.slice(index + 1))
      if (spansOverlap(span, other)) return writeHoursText([other], 'nl')
  return undefined
}

/** A minute of the day as people write it: 9, 9:30, 0:15. */
export function clockInText(minute: number): string {
  const rest = minute % 60
  return `${Math.floor(minute / 60)}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`
}

function rangeInText({ opens, closes }: HoursSpan, language: Language): string {
  if (closes <= minutesOfDay) return `${clockInText(opens)}-${clockInText(closes)}`
  const end = closes - minutesOfDay
  const said = `${clockInText(opens)}-${clockInText(end)}`
  // Read back without the words it would be a mistake, or the same day.
  return end <= latestNight && end < opens ? said : `${said} ${words[language].nextDay}`
}

/** Days as people write them: di-vr, or ma, wo. */
export function daysInText(weekdays: readonly number[], language: Language): string {
  if (weekdays.length === 0) return ''
  if (weekdays.length === 7) return words[language].everyDay
  const names = dayNames[language]
  const runs: number[][] = []
  for (const day of [...weekdays].sort()) {
    const run = runs.at(-1)
    if (run?.at(-1) === day - 1) run.push(day)
    else runs.push([day])
  }
  return runs
    .flatMap((run) =>
      run.length > 2
        ? [`${names[(run[0] ?? 1) - 1]}-${names[(run.at(-1) ?? 1) - 1]}`]
        : run.map((day) => names[day - 1]),
    )
    .join(', ')
}

/** Writes hours so that `readHoursText` reads the same: days with the same times together, by day and by time. */
export function writeHoursText(spans: readonly HoursSpan[], language: Language): string {
  const timesOfDay = new Map<number, HoursSpan[]>()
  for (const span of spans)
    for (const day of span.weekdays.length === 0 ? [0] : span.weekdays)
      timesOfDay.set(day, [...(timesOfDay.get(day) ?? []), span])
  const byTimes = new Map<string, number[]>()
  for (const day of [...timesOfDay.keys()].sort()) {
    const times = (timesOfDay.get(day) ?? [])
      .sort((one, other) => one.opens - other.opens || one.closes - other.closes)
      .map((span) => rangeInText(span, language))
      .join(` ${words[language].and} `)
    byTimes.set(times, [...(byTimes.get(times) ?? []), day])
  }
  return [...byTimes]
    .map(([times, days]) => `${daysInText(days.filter(Boolean), language)} ${times}`.trim())
    .join(', ')
}
