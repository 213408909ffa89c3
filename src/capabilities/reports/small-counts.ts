/**
 * Fewer than this is not shown to others than the library itself: so few people could be recognised (architecture,
 * 'Personal data'; docs/decisions/0016-hiding-small-counts.md).
 */
export const smallestShown = 10

/** What was counted in one closed quarter, or month: a number for each answer. */
export type QuarterCounts = Readonly<Record<string, number>>

export interface GuardedCounts {
  /** By answer; `hidden` where it, or a part of it, would be too small. */
  readonly counts: ReadonlyMap<string, number | 'hidden'>
  /** All answers together; undefined where that is hidden too, or where the answers do not add up to anything. */
  readonly total: number | undefined
}

/**
 * What of one quarter may be shown. An answer that was given fewer than ten times is not. Of answers that add up to a
 * known total, the hidden ones are at least two and at least ten together: otherwise the total minus what is shown would
 * still tell them. So the next smallest goes too, until it holds.
 * @param answers all answers that could be given, also those that nobody gave
 * @param addUp one answer a contact (or a question), so that the answers add up to a total that is known
 */
export function shownInQuarter(
  quarter: QuarterCounts,
  answers: readonly string[],
  addUp: boolean,
): ReadonlySet<string> {
  const count = (answer: string): number => quarter[answer] ?? 0
  // Of equal numbers the name decides, so that the same quarter always hides the same.
  const bySize = answers.toSorted((one, other) => count(one) - count(other) || (one < other ? -1 : 1))
  let hidden = bySize.filter((answer) => count(answer) < smallestShown).length
  if (addUp) {
    const together = (): number => bySize.slice(0, hidden).reduce((sum, answer) => sum + count(answer), 0)
    while (hidden > 0 && hidden < bySize.length && (hidden < 2 || together() < smallestShown)) hidden++
  }
  return new Set(bySize.slice(hidden))
}

/**
 * Adds up quarters for who may not see small counts. An answer is shown only when it may be shown in each of the quarters,
 * so that one period minus another is always a sum of quarters that are large enough themselves. Quarters in which
 * nobody was asked count for nothing.
 * @param open what is added as it is, because there nothing is hidden
 */
export function addGuarded(
  quarters: readonly QuarterCounts[],
  answers: readonly string[],
  addUp: boolean,
  open: readonly QuarterCounts[] = [],
): GuardedCounts {
  const totalOf = (quarter: QuarterCounts): number =>
    answers.reduce((sum, answer) => sum + (quarter[answer] ?? 0), 0)
  const asked = quarters.filter((quarter) => totalOf(quarter) > 0)
  const shown = asked.map((quarter) => shownInQuarter(quarter, answers, addUp))
  const all = [...asked, ...open.filter((part) => totalOf(part) > 0)]
  const counts = new Map(
    answers.map((answer) => [
      answer,
      all.length > 0 && shown.every((set) => set.has(answer))
        ? all.reduce((sum, quarter) => sum + (quarter[answer] ?? 0), 0)
        : ('hidden' as const),
    ]),
  )
  const known = addUp && all.length > 0 && asked.every((quarter) => totalOf(quarter) >= smallestShown)
  return { counts, total: known ? all.reduce((sum, quarter) => sum + totalOf(quarter), 0) : undefined }
}
