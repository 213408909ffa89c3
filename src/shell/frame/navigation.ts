import type { Actor } from '../../platform/auth/actor.ts'
import type { Translate } from '../../platform/i18n/translate.ts'
import { type Place, parts, places } from './places.ts'

/** Fewer places than this stand beside each other; more are found by their part. */
const mostWithoutParts = 8

export interface NavigationPlace {
  readonly href: string
  readonly label: string
  readonly current: boolean
}

/** The parts as they stand beside each other: the desk comes first, though its addresses hold those of others. */
const partsInOrder = [
  'shell.part.desk',
  'shell.part.appointments',
  'shell.part.referring',
  'shell.part.town-hall',
  'shell.part.steering',
  'shell.part.managing',
] as const satisfies readonly (typeof parts)[number]['label'][]

/** How much of an address a place stands for; 0: nothing. */
const longestOf = ({ href, leadsTo = [] }: Place, path: string): number =>
  Math.max(
    0,
    ...[href, ...leadsTo]
      .filter((start) => path === start || path.startsWith(`${start}/`))
      .map((start) => start.length),
  )

/** The places somebody may go; the longest address that the page stands under counts as where one is. */
export function navigationFor(actor: Actor, path: string, t: Translate): NavigationPlace[] {
  const allowed = places.filter(
    ({ permission, unless }) => actor.may(permission) && !(unless && actor.may(unless)),
  )
  const here = allowed
    .map((place) => ({ place, stretch: longestOf(place, path) }))
    .filter(({ stretch }) => stretch > 0)
    .sort((one, other) => other.stretch - one.stretch)[0]?.place
  return allowed.map((place) => ({ href: place.href, label: t(place.label), current: place === here }))
}

/**
 * The same for the top of each page: who has few places sees them all, who has many sees the parts of Balie and below them the places
 * of the part in which he is.
 */
export function navigationInParts(
  actor: Actor,
  path: string,
  t: Translate,
): { readonly items: readonly NavigationPlace[]; readonly under: readonly NavigationPlace[] } {
  const all = navigationFor(actor, path, t)
  if (all.length <= mostWithoutParts) return { items: all, under: [] }
  const partOf = (href: string) => parts.find(({ within }) => within.some((start) => href.startsWith(start)))
  const inOrder = partsInOrder.flatMap((label) => parts.filter((each) => each.label === label))
  const current = all.find((place) => place.current)
  const part = current && partOf(current.href)
  return {
    items: inOrder.flatMap((each) => {
      const [first] = all.filter((place) => partOf(place.href) === each)
      return first ? [{ href: first.href, label: t(each.label), current: each === part }] : []
    }),
    under: part ? all.filter((place) => partOf(place.href) === part) : [],
  }
}
