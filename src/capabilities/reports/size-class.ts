/**
 * Classes of the working area of a library, by its inhabitants, as they stand in addresses; the number is where each begins. KB's
 * dashboard has such a filter ('omvang werkgebied'); its borders are not known, these are our own.
 */
const classes = [
  ['tot-25000', 0],
  ['25000-50000', 25_000],
  ['50000-100000', 50_000],
  ['100000-250000', 100_000],
  ['vanaf-250000', 250_000],
] as const
export type SizeClass = (typeof classes)[number][0]
export const sizeClasses: readonly SizeClass[] = classes.map(([name]) => name)
/** Where each of them begins, in inhabitants. */
export const sizeBorders: readonly number[] = classes.map(([, from]) => from)

export function sizeClassOf(inhabitants: number): SizeClass {
  return classes.findLast(([, from]) => inhabitants >= from)?.[0] ?? 'tot-25000'
}
