import { addMonths } from '../../platform/time/local-month.ts'
import { addCells, type Cells } from '../contacts/public.ts'
import type { TopicGroup } from '../lists/public.ts'

// What the national form asks since April 2024: in which of three groups questions are, and of those on DigiD which kind
// (bibliotheeknetwerk.nl, 21 March 2024). A contact by the guide's form has topics only; their groups are those of the national list.

/** The library as a whole, a desk by its id, or the desks together that closed since. */
export type MonitorPart = 'library' | 'closed' | { readonly deskId: string }

/** What a desk, or a whole library, hands in over a month or a year. */
export interface MonitorLine {
  readonly of: MonitorPart
  /** 2026-03, or 2026 for the year. */
  readonly period: string
  readonly contacts: number
  readonly questions: number
  readonly groups: Readonly<Record<TopicGroup, number>>
  /** The deepening on DigiD, by its answers. */
  readonly digid: Readonly<Record<string, number>>
}

/** Counts of one part by month. */
export interface CountedPart {
  readonly of: MonitorPart
  readonly byMonth: ReadonlyMap<string, Cells>
}

/** What a library counted and none of these desks did: of desks that closed since. Undefined when that is nothing. */
export function countedElsewhere(
  library: CountedPart,
  desks: readonly CountedPart[],
): CountedPart | undefined {
  const byMonth = new Map(
    [...library.byMonth].map(([month, cells]) => {
      const own = desks.reduce((sum, desk) => addCells(sum, desk.byMonth.get(month) ?? {}), {} as Cells)
      const left = Object.entries(cells).map(([cell, count]) => [cell, count - (own[cell] ?? 0)] as const)
      return [month, Object.fromEntries(left) as Cells] as const
    }),
  )
  const contacts = [...byMonth.values()].reduce((sum, cells) => sum + (cells.contacts ?? 0), 0)
  return contacts > 0 ? { of: 'closed', byMonth } : undefined
}

/**
 * Adds up a year: for the library and each desk the months of it that have begun, and the year. What was asked on a topic that is on no list
 * counts as other.
 * @param groupOf of the codes of topics
 * @param digidAnswers in the order of the form
 */
export function makeMonitorReturn(
  parts: readonly CountedPart[],
  year: string,
  today: string,
  groupOf: (topic: string) => TopicGroup | undefined,
  digidAnswers: readonly string[],
): MonitorLine[] {
  const months = Array.from({ length: 12 }, (_, at) => addMonths(`${year}-01`, at)).filter(
    (month) => month <= today.slice(0, 7),
  )
  return parts.flatMap(({ of, byMonth }) => {
    const lineOf = (period: string, cells: Cells): MonitorLine => {
      const groups: Record<TopicGroup, number> = { 'digital-government': 0, library: 0, other: 0 }
      for (const [cell, count] of Object.entries(cells))
        if (cell.startsWith(topicCell)) groups[groupOf(cell.slice(topicCell.length)) ?? 'other'] += count
      const digid = Object.fromEntries(digidAnswers.map((code) => [code, cells[`questions/${code}`] ?? 0]))
      return {
        of,
        period,
        contacts: cells.contacts ?? 0,
        questions: cells.questions ?? 0,
        groups,
        digid,
      }
    }
    const all = months.map((month) => byMonth.get(month) ?? {})
    return [
      lineOf(
        year,
        all.reduce((sum, cells) => addCells(sum, cells), {}),
      ),
      ...months.map((month, at) => lineOf(month, all[at] ?? {})),
    ]
  })
}

const topicCell = 'questions/topic:'
