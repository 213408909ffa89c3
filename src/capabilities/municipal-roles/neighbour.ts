import type { NearestDesk } from '../reports/public.ts'

/** How many inhabitants of one municipality are nearest to a desk in another, by the middle of their postcode area. */
export interface Crossing {
  readonly inhabitants: number
  /** To which desks, the most inhabitants first. */
  readonly desks: readonly { readonly name: string; readonly inhabitants: number }[]
  /** Where these people live: postcode areas, as '3828 Hoogland'. */
  readonly places: readonly string[]
}

/** Who of `from` is nearer to a desk in `to` than to any other desk (guide § 5.2.2). */
export function crossingOf(nearest: readonly NearestDesk[], from: string, to: string): Crossing {
  const own = nearest.filter(
    ({ municipality, deskMunicipality }) => municipality === from && deskMunicipality === to && from !== to,
  )
  const byDesk = new Map<string, number>()
  for (const { deskName, inhabitants } of own) byDesk.set(deskName, (byDesk.get(deskName) ?? 0) + inhabitants)
  return {
    inhabitants: own.reduce((sum, { inhabitants }) => sum + inhabitants, 0),
    desks: [...byDesk]
      .map(([name, inhabitants]) => ({ name, inhabitants }))
      .toSorted((one, other) => other.inhabitants - one.inhabitants || one.name.localeCompare(other.name)),
    places: own.map(({ postcode, town }) => `${postcode} ${town}`),
  }
}

/** Whether two lists have something in both. */
export const inBoth = (one: readonly string[], other: readonly string[]): readonly string[] =>
  one.filter((each) => other.includes(each))
