/** A topic from this share of the nation's questions on is told by itself of provinces and municipalities. */
const shareOfItsOwn = 0.05

/** All that is too small to be told by itself. */
export const remainder = 'rest'

/** What is left of a group of topics. */
export const restOfGroup = (group: string): string => `rest-${group}`

/**
 * Under which main topic each topic is counted for areas: under its own code when many asked it, else under what is left of its
 * group. A main topic that would be small in the nation itself is put under the remainder, which takes the smallest along until it is
 * not small either. So no number of a main topic of the nation is hidden. The same for all areas of a quarter.
 * @param counts of each topic, in the nation, the questions of each month
 * @returns by topic; fewer than two different ones when there is too little to tell
 */
export function mainTopicsOf(
  counts: ReadonlyMap<string, readonly number[]>,
  groupOf: (topic: string) => string,
  smallest: number,
): ReadonlyMap<string, string> {
  const total = [...counts.values()].flat().reduce((sum, number) => sum + number, 0)
  const main = new Map(
    [...counts].map(([topic, months]) => {
      const number = months.reduce((sum, month) => sum + month, 0)
      return [topic, number >= total * shareOfItsOwn && number > 0 ? topic : restOfGroup(groupOf(topic))]
    }),
  )
  const lowest = (code: string): number => {
    const months: number[] = []
    for (const [topic, numbers] of counts)
      if (main.get(topic) === code)
        for (const [at, number] of numbers.entries()) months[at] = (months[at] ?? 0) + number
    return Math.min(...months)
  }
  for (;;) {
    const bySize = [...new Set(main.values())]
      .map((code) => ({ code, lowest: lowest(code) }))
      .toSorted((one, other) => one.lowest - other.lowest || (one.code < other.code ? -1 : 1))
    const [small, next] = bySize
    if (!small || !next || small.lowest >= smallest) return main
    const taken = small.code === remainder ? next.code : small.code
    for (const [topic, code] of main) if (code === taken) main.set(topic, remainder)
  }
}
