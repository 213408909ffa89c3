/** At least so many in an average, the one who looks included; and one fewer others, whoever looks at his own. */
export const fewestInAverage = 10
/** No single one makes up more than this part of what an average is of. */
const largestPart = 1 / 2

/** One of those that are compared, with what counts for a safe average of one measure. */
export interface Member {
  readonly key: string
  /** Of whom its figure is: a desk is its library's. No owner makes up most of an average. */
  readonly owner: string
  /**
   * All who know its figure: its owner, and who sees those of several owners by role, as an adviser does. Somebody who knows several
   * figures of a group can take them out of its average.
   */
  readonly watchers: readonly string[]
  /** How much of the average it is: contacts, or the questions or contacts that a share is of. */
  readonly weight: number
  /** Of a share: of how many of these it is so. */
  readonly part?: number | undefined
  /** Its class for each trait, from 0. */
  readonly classes: readonly number[]
}

/** Members that are compared with each other, and what they have in common. */
export interface PeerGroup<M extends Member> {
  readonly members: readonly M[]
  /** For each trait the classes from the first to the last; undefined where it does not count. */
  readonly traits: readonly (readonly [number, number] | undefined)[]
}

/**
 * Whether the average of these may be told to everybody: an owner who takes out of it all that is his keeps nine others or more, of
 * whom no single owner has more than half; and of a share at least ten for whom it is so, and ten for whom it is not. The same
 * of who sees several owners' by role, but he may keep fewer than nine; from who sees all of it nothing is left to be kept.
 * Two groups that hold this also do together.
 */
export function mayBeTold(members: readonly Member[]): boolean {
  const counted = members.filter(({ weight }) => weight > 0)
  if (counted.length < fewestInAverage) return false
  const all = sumsOf(counted)
  const owners = [...all.byOwner].sort(([, one], [, other]) => other - one)
  const known = new Map<string, Member[]>()
  for (const member of counted)
    for (const watcher of member.watchers) {
      const seen = known.get(watcher)
      if (seen) seen.push(member)
      else known.set(watcher, [member])
    }
  return (
    isMixed(all, nothing, owners) &&
    [...known].every(([watcher, seen]) => {
      const others = counted.length - seen.length
      const isByRole = seen.some(({ owner }) => owner !== watcher)
      if (isByRole && others === 0) return true
      return (isByRole || others >= fewestInAverage - 1) && isMixed(all, sumsOf(seen), owners)
    })
  )
}

interface Sums {
  readonly weight: number
  readonly part: number
  readonly isShare: boolean
  readonly byOwner: ReadonlyMap<string, number>
}

const nothing: Sums = { weight: 0, part: 0, isShare: false, byOwner: new Map() }

function sumsOf(members: readonly Member[]): Sums {
  const byOwner = new Map<string, number>()
  let [weight, part, isShare] = [0, 0, false]
  for (const member of members) {
    byOwner.set(member.owner, (byOwner.get(member.owner) ?? 0) + member.weight)
    weight += member.weight
    part += member.part ?? 0
    isShare ||= member.part !== undefined
  }
  return { weight, part, isShare, byOwner }
}

/** Whether what is left of all without what somebody knows is of many. @param owners of all, who has most first */
function isMixed(all: Sums, known: Sums, owners: readonly (readonly [string, number])[]): boolean {
  const weight = all.weight - known.weight
  const part = all.part - known.part
  let most = 0
  for (const [owner, whole] of owners) {
    // From here on nobody has more, whatever is known of him.
    if (whole <= most) break
    most = Math.max(most, whole - (known.byOwner.get(owner) ?? 0))
  }
  return (
    weight >= fewestInAverage &&
    most <= weight * largestPart &&
    (!all.isShare || (part >= fewestInAverage && weight - part >= fewestInAverage))
  )
}

/**
 * Divides a group by its traits, one after the other, into groups of which the averages may be told. Classes that are too small
 * go together with the next one; a trait of which all go together does not count. Everybody is in one group only: what is
 * told of two groups never differs by a few members, so nothing is found by taking one average from another.
 * @param from the first trait to divide by
 */
export function peerGroups<M extends Member>(group: PeerGroup<M>, from = 0): PeerGroup<M>[] {
  if (from >= group.traits.length) return [group]
  return joinedClasses(group.members, from).flatMap(({ members, first, last }, _at, runs) => {
    const traits = group.traits.with(from, runs.length > 1 ? [first, last] : undefined)
    return peerGroups({ members, traits }, from + 1)
  })
}

interface Run<M extends Member> {
  readonly members: readonly M[]
  readonly first: number
  readonly last: number
}

/** The members by their class for a trait; the smallest that may not be told goes with the smaller of its neighbours. */
function joinedClasses<M extends Member>(members: readonly M[], trait: number): Run<M>[] {
  const classOf = (member: M): number => member.classes[trait] ?? 0
  const classes = [...new Set(members.map(classOf))].sort((one, other) => one - other)
  let runs: Run<M>[] = classes.map((which) => ({
    members: members.filter((member) => classOf(member) === which),
    first: which,
    last: which,
  }))
  while (runs.length > 1) {
    const small = runs
      .filter((run) => !mayBeTold(run.members))
      .toSorted((one, other) => one.members.length - other.members.length)[0]
    if (!small) break
    const at = runs.indexOf(small)
    const [before, after] = [runs[at - 1], runs[at + 1]]
    const withBefore = before && (!after || before.members.length <= after.members.length)
    const start = withBefore ? at - 1 : at
    const [one, other] = [runs[start], runs[start + 1]]
    if (!one || !other) break
    const joined = { members: [...one.members, ...other.members], first: one.first, last: other.last }
    runs = runs.toSpliced(start, 2, joined)
  }
  return runs
}

/**
 * Who of a group is left out of an average because something of it is not known: those, and so many of the smallest beside them
 * that nobody finds the figure of one who is left out by taking one average from another.
 * @returns nobody when all is known; everybody when there are too few to leave out
 */
export function leftOut<M extends Member>(members: readonly M[], isKnown: (member: M) => boolean): M[] {
  const unknown = members.filter((member) => !isKnown(member) && member.weight > 0)
  if (unknown.length === 0) return []
  const known = members.filter(isKnown).toSorted((one, other) => one.weight - other.weight)
  for (let more = 0; more < known.length; more++) {
    const out = [...unknown, ...known.slice(0, more)]
    if (mayBeTold(out)) return mayBeTold(known.slice(more)) ? out : [...members]
  }
  return [...members]
}

/** So many places at each end are told as one: nobody is told to be the last, and nobody that all others are below. */
const placesAtEnd = 3

export interface Rank {
  /** The place is one from here … */
  readonly from: number
  /** … up to here; the same but at the ends. */
  readonly until: number
  readonly of: number
}

/**
 * The place of each by its value, the highest first; equal values share the higher place, and have none when these are more than
 * the places at an end: nobody is called low who has what most have. Nothing among fewer than ten; nothing for somebody whose own
 * fill all places at one end (he would know that all others are below, or above), nor for who sees all but a few.
 */
export function ranksOf(
  members: readonly (Pick<Member, 'key' | 'watchers'> & { readonly value: number })[],
): Map<string, Rank> {
  const of = members.length
  if (of < fewestInAverage) return new Map()
  const values = members.map(({ value }) => value).sort((one, other) => other - one)
  const placed = members.map((member) => {
    const place = values.indexOf(member.value) + 1
    const isFirst = place <= placesAtEnd
    return {
      ...member,
      place,
      isFirst,
      isLast: !isFirst && of - values.lastIndexOf(member.value) <= placesAtEnd,
    }
  })
  // With many equal values at the bottom the end is longer.
  const lastFrom = Math.min(...placed.filter(({ isLast }) => isLast).map(({ place }) => place))
  const learns = (watcher: string): boolean => {
    const own = placed.filter(({ watchers }) => watchers.includes(watcher))
    // Who sees all of them by role learns nothing from their places.
    if (own.length === of) return false
    return (
      of - own.length < fewestInAverage - 1 ||
      own.filter(({ isFirst }) => isFirst).length >= placesAtEnd ||
      own.filter(({ isLast }) => isLast).length > of - lastFrom
    )
  }
  const withoutRank = new Set(members.flatMap((member) => member.watchers).filter(learns))
  return new Map(
    placed
      .filter(({ value, watchers }) => {
        const equal = values.lastIndexOf(value) - values.indexOf(value) + 1
        return equal <= placesAtEnd && !watchers.some((watcher) => withoutRank.has(watcher))
      })
      .map(({ key, place, isFirst, isLast }) => {
        if (isFirst) return [key, { from: 1, until: placesAtEnd, of }]
        if (isLast) return [key, { from: lastFrom, until: of, of }]
        return [key, { from: place, until: place, of }]
      }),
  )
}
