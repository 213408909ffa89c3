/** The value below which `share` (0 to 1) of the values lie; nearest rank. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** Does `count` pieces of work, `lanes` of them at once. */
export async function inLanes(
  lanes: number,
  count: number,
  work: (lane: number) => Promise<void>,
): Promise<void> {
  let left = count
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      while (left > 0) {
        left -= 1
        await work(lane)
      }
    }),
  )
}
