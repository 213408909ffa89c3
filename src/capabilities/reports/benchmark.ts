import {
  type Compared,
  type ComparedLevel,
  comparedLevels,
  kindOfMeasure,
  type Measure,
  measuresAt,
} from './benchmark-measure.ts'
import {
  fewestInAverage,
  leftOut,
  type Member,
  mayBeTold,
  type PeerGroup,
  peerGroups,
  type Rank,
  ranksOf,
} from './peer-groups.ts'

/** What peers may have in common, in the order in which they are told apart. Municipalities have no hours; provinces none of these. */
export const peerTraits = ['size', 'urban', 'hours'] as const
export type PeerTrait = (typeof peerTraits)[number]
/** The classes of each trait that counts, from the first to the last. */
export type PeerClasses = Partial<Readonly<Record<PeerTrait, readonly [number, number]>>>

/** Before so many months nothing is compared: a desk that has just begun is not a slow one. */
export const fewestMonths = 3

export interface Average {
  readonly average: number
  /** Of how many areas. */
  readonly count: number
}

/** How one area compares in one measure. */
export interface Benchmark {
  readonly level: ComparedLevel
  readonly key: string
  readonly measure: Measure
  readonly months: number
  readonly value: number
  /** Of how many contacts or questions. */
  readonly base: number
  /** Undefined where it would tell too much of one of them. */
  readonly all: Average | undefined
  /** Undefined where there are too few that are alike: then all are the peers. */
  readonly peers: (Average & { readonly traits: PeerClasses }) | undefined
  /** Among the peers, or among all where there are none. */
  readonly rank: Rank | undefined
}

export type Network = Readonly<Record<ComparedLevel, readonly Compared[]>>

type Weighed = Compared & Member & { readonly known: boolean }

/** Compares all areas of all levels with each other. docs/decisions/0027-benchmark-and-peers.md says what it must never tell. */
export function reckonBenchmarks(network: Network): Benchmark[] {
  return comparedLevels.flatMap((level) =>
    measuresAt(level).flatMap((measure) => compareIn(groupsOf(network, level, measure), level, measure)),
  )
}

/**
 * The peer groups for a measure. Desks are divided within the groups of their libraries, so that the average of those, too, is of
 * whole groups of desks: who sees both cannot take one from the other.
 */
export function groupsOf(network: Network, level: ComparedLevel, measure: Measure): PeerGroup<Weighed>[] {
  const members = network[level].map((compared) => weigh(compared, measure))
  if (level !== 'desk') return peerGroups(whole(members))
  const libraries = peerGroups(whole(network.library.map((library) => weigh(library, measure))))
  return libraries.flatMap((group) => {
    const owners = new Set(group.members.map(({ key }) => key))
    const traits = [...group.traits, undefined]
    return peerGroups(
      { members: members.filter(({ owner }) => owners.has(owner)), traits },
      group.traits.length,
    )
  })
}

function whole(members: readonly Weighed[]): PeerGroup<Weighed> {
  return { members, traits: (members[0]?.classes ?? []).map(() => undefined) }
}

/** What is divided by something public (months, hours, inhabitants) is weighed by contacts, and grouped alike: its sums are known. */
function weigh(compared: Compared, measure: Measure): Weighed {
  const { base, part, unit, whole: divisor } = kindOfMeasure(measure)
  return {
    ...compared,
    weight: compared.counts[base],
    part: unit === 'number' ? undefined : compared.counts[part],
    known: divisor(compared) !== undefined,
  }
}

function compareIn(
  groups: readonly PeerGroup<Weighed>[],
  level: ComparedLevel,
  measure: Measure,
): Benchmark[] {
  const members = groups.flatMap((group) => group.members)
  const isTold = mayBeTold(members)
  const out = new Set(groups.flatMap((group) => leftOut(group.members, ({ known }) => known)))
  const averageOf = (some: readonly Weighed[]): Average | undefined =>
    isTold
      ? average(
          some.filter((member) => !out.has(member)),
          measure,
        )
      : undefined
  const all = averageOf(members)
  return groups.flatMap((group) => {
    const ofPeers = groups.length > 1 ? averageOf(group.members) : undefined
    const peers = ofPeers && { ...ofPeers, traits: classesOf(group) }
    const ranks = ranksOf(
      group.members.flatMap((member) => {
        const value = valueIn(member, measure)
        const counts = member.months >= fewestMonths && member.weight >= fewestInAverage
        return value !== undefined && counts ? [{ ...member, value }] : []
      }),
    )
    return group.members.flatMap((member) => {
      const value = valueIn(member, measure)
      const { key, months } = member
      return value === undefined
        ? []
        : [{ level, key, measure, months, value, base: member.weight, all, peers, rank: ranks.get(key) }]
    })
  })
}

function valueIn(compared: Compared, measure: Measure): number | undefined {
  const { part, whole: divisor } = kindOfMeasure(measure)
  const by = divisor(compared)
  return by ? compared.counts[part] / by : undefined
}

/** All parts together divided by all wholes together: each contact counts as much, whoever had it. */
function average(members: readonly Weighed[], measure: Measure): Average | undefined {
  const { part, whole: divisor } = kindOfMeasure(measure)
  const counted = members.filter(({ weight, known }) => weight > 0 && known)
  if (counted.length === 0) return undefined
  const by = counted.reduce((sum, member) => sum + (divisor(member) ?? 0), 0)
  return {
    average: counted.reduce((sum, member) => sum + member.counts[part], 0) / by,
    count: counted.length,
  }
}

const classesOf = ({ traits }: PeerGroup<Weighed>): PeerClasses =>
  Object.fromEntries(peerTraits.flatMap((trait, at) => (traits[at] ? [[trait, traits[at]]] : [])))
