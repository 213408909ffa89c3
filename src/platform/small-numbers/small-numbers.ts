/** Something that is told as a whole or not at all: an area with its numbers, or one topic with one number. */
export interface Told {
  readonly key: string
  /** All that would be told of it. Any of these below the smallest hides it. */
  readonly numbers: readonly number[]
  /** What of the hidden ones together can be worked out, where that is more than these numbers; the same numbers otherwise. */
  readonly known?: readonly number[]
}

export interface HidingRule {
  /** A number below this is not told. */
  readonly smallest: number
  /** Hidden for another reason already. */
  readonly forced?: ReadonlySet<string>
  /** Off only to show that it is needed: then what is hidden can be worked out. */
  readonly complementary?: boolean
}

/**
 * Which of these are hidden, where the sums of all of them together are known. What has a number below the smallest is. Those that
 * are hidden are at least two, and each number of all of them together is not small either; until that holds the next smallest
 * goes along. Then each hidden number can still be anything within a range that is at least `smallest` wide: the proof stands in
 * decision 0024, the attack in open-data.test.ts.
 */
export function hiddenAmong(
  all: readonly Told[],
  { smallest, forced, complementary = true }: HidingRule,
): ReadonlySet<string> {
  const size = ({ numbers }: Told): number => numbers.reduce((sum, number) => sum + number, 0)
  const isSmall = ({ key, numbers }: Told): boolean =>
    forced?.has(key) === true || numbers.some((number) => number < smallest)
  const hidden = all.filter(isSmall)
  // Of equal sizes the name decides, so that the same numbers always hide the same.
  const others = all
    .filter((each) => !isSmall(each))
    .toSorted((one, other) => size(one) - size(other) || (one.key < other.key ? -1 : 1))
  const told = (): boolean => {
    const [first] = hidden
    const width = (first?.known ?? first?.numbers ?? []).length
    return Array.from({ length: width }, (_, at) =>
      hidden.reduce((sum, { numbers, known = numbers }) => sum + (known[at] ?? 0), 0),
    ).some((sum) => sum < smallest)
  }
  while (complementary && hidden.length > 0 && (hidden.length < 2 || told())) {
    const next = others.shift()
    if (!next) break
    hidden.push(next)
  }
  return new Set(hidden.map(({ key }) => key))
}
