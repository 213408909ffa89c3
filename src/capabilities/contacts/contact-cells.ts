import { dayNumber, weekdayOfNumber } from '../../platform/time/local-minutes.ts'
import { type Instant, localDay, localTime } from '../../platform/time/local-time.ts'
import type { ContactContent } from './contact.ts'

/**
 * What is counted: a number for each cell. `contacts` and `questions` are the totals; the others are
 * `counted:<how>`, `form:<code>`, an answer option's own code, `topic:<code>`, `provider:<code>` and
 * `home:<municipality>`, all of them contacts, as is `known:help` (at least one way of help was filled in), and with `questions/` before it the same in questions. A contact with
 * two questions on a topic is one contact of that topic, so the cells of a multiple answer are never added up.
 * `local:<code>` is what a library has of its own, beside the national answer that it counts as: in contacts for help, in questions for topics.
 * `hour:<weekday>-<hour>` (1 Monday, local clock) and `delay-<how long>` tell when it was and how soon it was registered.
 */
export type Cells = Readonly<Record<string, number>>

/** What a contact says, and how it was counted: also as a mark of a tally, which nobody fills in a form for. */
export type CountedContent = Omit<ContactContent, 'countedAs' | 'occurredAt' | 'placeId'> & {
  readonly countedAs: 'contact' | 'rush' | 'tally'
}

/** What one contact counts for. The view contacts.contact_cells says the same of what stands in the tables. */
export function cellsOf(content: CountedContent): Cells {
  const cells: Record<string, number> = {}
  const once = (cell: string | null): void => {
    if (cell !== null) cells[cell] = 1
  }
  const more = (cell: string): void => {
    cells[cell] = (cells[cell] ?? 0) + 1
  }
  once('contacts')
  once(`counted:${content.countedAs}`)
  once(`form:${content.formCode}`)
  for (const field of ['channel', 'duration', 'satisfied', 'gender', 'age', 'language'] as const)
    once(content[field])
  once(content.visitorMunicipalityCode && `home:${content.visitorMunicipalityCode}`)
  for (const { code, localCodes = [] } of content.help) {
    once(code)
    for (const local of localCodes) once(`local:${local}`)
  }
  if (content.help.length > 0) once('known:help')
  for (const { topicCode, localCode, serviceProviders, digid } of content.questions) {
    more('questions')
    if (localCode) more(`questions/local:${localCode}`)
    once(`topic:${topicCode}`)
    more(`questions/topic:${topicCode}`)
    if (digid) more(`questions/${digid}`)
    for (const provider of serviceProviders) {
      once(`provider:${provider}`)
      more(`questions/provider:${provider}`)
    }
  }
  return cells
}

/** When a contact was, and when it was received. */
export interface ContactTiming {
  readonly occurredAt: Instant
  /** False where only the day is known. */
  readonly timeKnown: boolean
  /** Undefined for what was not registered here by itself: brought by an import, or a mark of a tally. */
  readonly receivedAt: Instant | undefined
}

/** What a contact counts for by its times; beside cellsOf, and in the same view. */
export function timingCells({ occurredAt, timeKnown, receivedAt }: ContactTiming): Cells {
  const weekday = weekdayOfNumber(dayNumber(localDay(occurredAt)))
  return {
    ...(timeKnown && { [`hour:${weekday}-${localTime(occurredAt).slice(0, 2)}`]: 1 }),
    ...(receivedAt && { [delayOf(receivedAt.epochMilliseconds - occurredAt.epochMilliseconds)]: 1 }),
  }
}

const hourMs = 3_600_000

function delayOf(ms: number): string {
  if (ms <= hourMs) return 'delay-hour'
  if (ms <= 24 * hourMs) return 'delay-day'
  return ms <= 168 * hourMs ? 'delay-week' : 'delay-longer'
}

/** All together, for who adds up many: without a copy for each. A cell that comes to nothing is left out. */
export function sumCells(all: Iterable<Cells>): Cells {
  const sum: Record<string, number> = {}
  for (const cells of all) for (const cell in cells) sum[cell] = (sum[cell] ?? 0) + (cells[cell] ?? 0)
  for (const cell in sum) if (sum[cell] === 0) delete sum[cell]
  return sum
}

/** Both together; a cell that comes to nothing is left out. */
export function addCells(one: Cells, other: Cells): Cells {
  const sum: Record<string, number> = { ...one }
  for (const [cell, number] of Object.entries(other)) {
    const together = (sum[cell] ?? 0) + number
    if (together === 0) delete sum[cell]
    else sum[cell] = together
  }
  return sum
}

/** What takes these away again. */
export function negated(cells: Cells): Cells {
  return Object.fromEntries(Object.entries(cells).map(([cell, number]) => [cell, -number]))
}
