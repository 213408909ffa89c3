import type { Cells } from '../contacts/public.ts'
import type { Narrowing } from './narrowing.ts'

/** Two topics that were asked together in one contact. */
export interface TopicPair {
  readonly topics: readonly [string, string]
  readonly cell: string
  /** In how many contacts. */
  readonly count: number
  /** How many contacts each of the two was asked in, with or without the other. */
  readonly of: readonly [number, number]
}

/** The topics that were asked together, the most common first. */
export function topicPairs(cells: Cells): TopicPair[] {
  return Object.entries(cells)
    .flatMap(([cell, count]): TopicPair[] => {
      const [, one, other] = /^topic:(.+)&topic:(.+)$/.exec(cell) ?? []
      return one && other && count > 0
        ? [
            {
              topics: [one, other],
              cell,
              count,
              of: [cells[`topic:${one}`] ?? 0, cells[`topic:${other}`] ?? 0],
            },
          ]
        : []
    })
    .toSorted((one, other) => other.count - one.count || (one.cell < other.cell ? -1 : 1))
}

/** By what topics are crossed: the service providers that a question was about, or the ways of help in a contact. */
export type CrossedBy = 'providers' | 'help'

/**
 * Topics against something else. What is counted is how often the two came together: a question about two providers counts for
 * both, and so does a contact with two ways of help. So rows, columns and the rest add up.
 */
export interface Crossing {
  readonly by: CrossedBy
  /** Codes in the order of the table, the most common first; without those that stand together as the rest. */
  readonly columns: readonly string[]
  readonly rows: readonly CrossingRow[]
  /** The topics that stand together below, and the columns that stand together last. */
  readonly restRows: number
  readonly restColumns: number
  readonly total: number
}

export interface CrossingRow {
  /** Undefined for all other topics together. */
  readonly topic: string | undefined
  readonly counts: readonly number[]
  /** In all other columns together. */
  readonly rest: number
  readonly total: number
}

export const mostRows = 12
export const mostColumns = 10

/** Crosses topics with what a question was about, or with how was helped. */
export function crossTopics(cells: Cells, by: CrossedBy): Crossing {
  const pattern = by === 'providers' ? /^questions\/topic:(.+)&provider:(.+)$/ : /^topic:(.+)&(help-.+)$/
  const counts = new Map<string, Map<string, number>>()
  const byTopic = new Map<string, number>()
  const byColumn = new Map<string, number>()
  const add = (sums: Map<string, number>, key: string, count: number): void => {
    sums.set(key, (sums.get(key) ?? 0) + count)
  }
  for (const [cell, count] of Object.entries(cells)) {
    const [, topic, column] = pattern.exec(cell) ?? []
    if (!topic || !column || count <= 0) continue
    const row = counts.get(topic) ?? new Map<string, number>()
    counts.set(topic, row)
    add(row, column, count)
    add(byTopic, topic, count)
    add(byColumn, column, count)
  }
  const topics = byCount(byTopic)
  const allColumns = byCount(byColumn)
  const columns = shortened(allColumns, mostColumns)
  const shown = shortened(topics, mostRows)
  const rowOf = (topic: string | undefined, of: readonly string[]): CrossingRow => {
    const sum = (column: string): number =>
      of.reduce((all, each) => all + (counts.get(each)?.get(column) ?? 0), 0)
    const total = of.reduce((all, each) => all + (byTopic.get(each) ?? 0), 0)
    const inColumns = columns.map(sum)
    return { topic, counts: inColumns, rest: total - inColumns.reduce((all, count) => all + count, 0), total }
  }
  const others = topics.slice(shown.length)
  return {
    by,
    columns,
    rows: [
      ...shown.map((topic) => rowOf(topic, [topic])),
      ...(others.length > 0 ? [rowOf(undefined, others)] : []),
    ],
    restRows: others.length,
    restColumns: allColumns.length - columns.length,
    total: [...byTopic.values()].reduce((all, count) => all + count, 0),
  }
}

const byCount = (sums: ReadonlyMap<string, number>): string[] =>
  [...sums].toSorted((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1)).map(([code]) => code)

/** A rest of one would take as much room as that one itself. */
const shortened = (codes: readonly string[], most: number): readonly string[] =>
  codes.length <= most + 1 ? codes : codes.slice(0, most)

/** The shares of its row at which a cell gets a darker shade. */
export const shadesFrom = [0.05, 0.1, 0.2, 0.35, 0.5] as const

/** Which shade a share has: 0 for none. */
export const shadeOf = (count: number, total: number): number =>
  total === 0 ? 0 : shadesFrom.filter((from) => count / total >= from).length

/** The contacts behind a number: a cell of narrowed figures. */
export interface Behind {
  readonly narrowing: Narrowing
  readonly cell: string
}

/**
 * Which contacts two topics that were asked together count. Undefined where no address tells it: when narrowed down to questions
 * about one provider, or to other topics than these two.
 * @param groupOf of each topic
 */
export function behindTopics(
  [one, other]: readonly [string, string],
  narrowing: Narrowing,
  groupOf: ReadonlyMap<string, string>,
): Behind | undefined {
  const { topic, group, provider } = narrowing
  const fits = (code: string): boolean =>
    (topic === undefined || topic === code) && (group === undefined || groupOf.get(code) === group)
  if (provider !== undefined && topic === undefined) return undefined
  const asked = [one, other].find(fits)
  if (asked === undefined) return undefined
  return { narrowing: { ...narrowing, topic: asked }, cell: `topic:${asked === one ? other : one}` }
}

/** Which questions, or contacts, a topic with a provider or a way of help counts. Undefined where no address tells it. */
export function behindCrossing(
  topic: string,
  column: string,
  by: CrossedBy,
  narrowing: Narrowing,
): Behind | undefined {
  const name = by === 'providers' ? 'provider' : 'help'
  const chosen = narrowing[name]
  if (chosen !== undefined && chosen !== column) return undefined
  return {
    narrowing: { ...narrowing, [name]: column },
    cell: by === 'providers' ? `questions/topic:${topic}` : `topic:${topic}`,
  }
}
