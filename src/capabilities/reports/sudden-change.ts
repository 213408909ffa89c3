import { addMonths } from '../../platform/time/local-month.ts'

/** What was asked in one month: of each topic, and all together. */
export interface MonthOfTopics {
  readonly questions: number
  readonly topics: ReadonlyMap<string, number>
}

/** A topic that was asked for far more or far less often than usual. */
export interface SuddenChange {
  readonly topic: string
  readonly count: number
  /** What one would have expected, by the usual share of the topic and by how many questions there were now. */
  readonly expected: number
}

/** So many months before are looked at: every month of a year once. */
export const usualMonths = 12
/** With fewer months before nobody knows what is usual. */
const fewestMonths = 6
/** Of a rise so many at least were asked, of a fall so many at least were expected. */
const fewestQuestions = 10
/** One and a half times as many as usual, or as few … */
const smallestRatio = 1.5
/** … and a quarter more than the most in any of the months before, or less than the least: then it is no season, and nothing that goes up and down anyway. */
const beyondExtreme = 1.25
/**
 * By how much the square roots of what was asked and what was expected differ at least. Of counts that come one by one the square
 * root varies by half, whatever their size: 2 is four times as much.
 */
const smallestDistance = 2

/**
 * The topics that were asked for in a month far more or less than usual, the largest difference first (docs/decisions/0028-sudden-changes.md). What
 * is usual is the middle one of the shares in the twelve months before, for as many other questions as there were now.
 * @param months those that may be told one by one; a month that may not is not there
 */
export function suddenChanges(months: ReadonlyMap<string, MonthOfTopics>, month: string): SuddenChange[] {
  const now = months.get(month)
  const before = monthsBefore(months, month)
  if (!now || !knowsUsual(months, month)) return []
  const topics = new Set([now, ...before].flatMap((each) => [...each.topics.keys()]))
  return [...topics]
    .map((topic) => {
      const count = now.topics.get(topic) ?? 0
      // Of the other questions, so that a rise does not make its own usual number rise.
      const others = now.questions - count
      const usual = before.map((each) => oddsOf(each, topic) * others).sort((one, other) => one - other)
      return { topic, count, expected: middleOf(usual), least: usual[0] ?? 0, most: usual.at(-1) ?? 0 }
    })
    .filter(({ count, expected, least, most }) => {
      const isBeyond =
        count > expected ? count >= most * beyondExtreme : least > 0 && count * beyondExtreme <= least
      const [larger, smaller] = count > expected ? [count, expected] : [expected, count]
      return (
        isBeyond &&
        larger >= fewestQuestions &&
        larger >= smaller * smallestRatio &&
        distance({ count, expected }) >= smallestDistance
      )
    })
    .map(({ topic, count, expected }) => ({ topic, count, expected }))
    .toSorted((one, other) => distance(other) - distance(one))
}

/** Whether there is a month to look at, and enough months before it to know what is usual. */
export const knowsUsual = (months: ReadonlyMap<string, MonthOfTopics>, month: string): boolean =>
  months.has(month) && monthsBefore(months, month).length >= fewestMonths

const monthsBefore = (months: ReadonlyMap<string, MonthOfTopics>, month: string): MonthOfTopics[] =>
  Array.from({ length: usualMonths }, (_, at) => addMonths(month, -1 - at)).flatMap(
    (each) => months.get(each) ?? [],
  )

/** How many ask for a topic for each who asks something else. */
function oddsOf({ questions, topics }: MonthOfTopics, topic: string): number {
  const count = topics.get(topic) ?? 0
  return count / Math.max(1, questions - count)
}

const distance = ({ count, expected }: Pick<SuddenChange, 'count' | 'expected'>): number =>
  Math.abs(Math.sqrt(count) - Math.sqrt(expected))

function middleOf(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2)
  const other = sorted.length % 2 === 0 ? middle - 1 : middle
  return ((sorted[middle] ?? 0) + (sorted[other] ?? 0)) / 2
}
