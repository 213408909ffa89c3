import type { MappedList } from './list-option.ts'

/** What took the place of what in a list, from a day on. */
export interface Mapping {
  readonly list: MappedList
  readonly from: string
  readonly to: string
  readonly kind: 'merge' | 'split'
  readonly since: string
}

/** What changed in the lists between two periods, for who compares them. */
export interface ChangedAnswers {
  /** What has one name in one period and another in the other, and can be counted under one: the code it is counted as. */
  countedAs(list: MappedList, code: string): string
  /** Values of which numbers before and after cannot be compared: one of them was split. */
  isComparable(list: MappedList, code: string): boolean
  /** The changes themselves, to be told, the first first. */
  readonly changes: readonly {
    readonly kind: 'merge' | 'split'
    readonly list: MappedList
    readonly from: readonly string[]
    readonly to: readonly string[]
    readonly since: string
  }[]
}

interface Days {
  readonly from: string
  /** The last day. */
  readonly until: string
}

/**
 * How two periods compare over the changes of the lists: values that were merged in between are added up under the one they became;
 * of a value that was split the parts have no earlier number and it has no later one. What changed before both or after both does
 * not matter.
 */
export function comparableOver(mappings: readonly Mapping[], period: Days, other: Days): ChangedAnswers {
  const first = period.from < other.from ? period.from : other.from
  const last = period.until > other.until ? period.until : other.until
  const between = mappings.filter(({ since }) => first < since && since <= last)
  const merges = new Map(
    between.flatMap(({ kind, list, from, to }) =>
      kind === 'merge' ? [[`${list} ${from}`, to] as const] : [],
    ),
  )
  const split = new Set(
    between.flatMap(({ kind, list, from, to }) =>
      kind === 'split' ? [`${list} ${from}`, `${list} ${to}`] : [],
    ),
  )
  // What became part of something that itself became part of another counts as the last. A code is never its own end.
  const countedAs = (list: MappedList, code: string): string => {
    const seen = new Set([code])
    let last = code
    for (
      let next = merges.get(`${list} ${last}`);
      next && !seen.has(next);
      next = merges.get(`${list} ${last}`)
    ) {
      seen.add(next)
      last = next
    }
    return last
  }
  // What a part of something split became part of later has no earlier number either.
  for (const { list, from, to } of between.filter(({ kind }) => kind === 'split'))
    for (const code of [from, to]) split.add(`${list} ${countedAs(list, code)}`)
  return {
    countedAs,
    isComparable: (list, code) =>
      !split.has(`${list} ${code}`) && !split.has(`${list} ${countedAs(list, code)}`),
    changes: changesOf(between),
  }
}

function changesOf(mappings: readonly Mapping[]): ChangedAnswers['changes'] {
  const changes = new Map<
    string,
    { kind: Mapping['kind']; list: MappedList; from: string[]; to: string[]; since: string }
  >()
  for (const { kind, list, from, to, since } of mappings) {
    const key = `${kind} ${list} ${since} ${kind === 'merge' ? to : from}`
    const known = changes.get(key)
    if (!known) changes.set(key, { kind, list, from: [from], to: [to], since })
    else if (kind === 'merge') known.from.push(from)
    else known.to.push(to)
  }
  return [...changes.values()].sort((one, other) => (one.since < other.since ? -1 : 1))
}
