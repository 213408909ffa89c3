/** By which way people were told of the desks (guide § 4.2). */
export const channels = [
  'letter',
  'local-paper',
  'website',
  'social-media',
  'poster',
  'event',
  'talk',
  'partner',
  'other',
] as const
export type Channel = (typeof channels)[number]

/** Something that was made for it, and how many; null: that was not said. */
export interface Material {
  readonly name: string
  readonly copies: number | null
}

/** What a municipality says of an activity. */
export interface ActivityFacts {
  readonly name: string
  readonly channel: Channel
  readonly startsOn: string
  readonly endsOn: string
  /** For whom. */
  readonly audience: string
  /** How many people it reached, as the municipality reckons; null: not known. */
  readonly reached: number | null
  /** Null: not known. */
  readonly costCents: number | null
  readonly note: string
  /** The desks it was for; none: all of the municipality. */
  readonly deskIds: readonly string[]
  readonly materials: readonly Material[]
}

/** What was done to make the desks known. */
export interface Activity extends ActivityFacts {
  readonly id: string
  readonly version: number
  readonly deskNames: readonly string[]
  readonly files: readonly { readonly id: string; readonly fileName: string }[]
}

/** What the activities of a year come to. */
export interface ActivitySum {
  readonly activities: number
  /** Of those of which it is known. */
  readonly reached: number
  readonly reachedUnknown: number
  readonly costCents: number
  readonly costUnknown: number
}

export function sumActivities(activities: readonly Activity[]): ActivitySum {
  const known = (of: (activity: Activity) => number | null): number[] =>
    activities.flatMap((activity) => of(activity) ?? [])
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)
  const reached = known((activity) => activity.reached)
  const cost = known(({ costCents }) => costCents)
  return {
    activities: activities.length,
    reached: sum(reached),
    reachedUnknown: activities.length - reached.length,
    costCents: sum(cost),
    costUnknown: activities.length - cost.length,
  }
}

/** The activities that began in a year. */
export const activitiesIn = (activities: readonly Activity[], year: number): Activity[] =>
  activities.filter(({ startsOn }) => startsOn.startsWith(`${year}-`))

/** The longest list of material in one activity. */
export const mostMaterials = 30

/** Reads material as people type it, one on a line: `500 flyers`, `flyers (500)`, `poster`. */
export function readMaterials(text: string): Material[] {
  return text.split('\n').flatMap((line): Material[] => {
    const bare = line.trim()
    if (bare === '') return []
    const [, first, rest] = /^(\d[\d.]*)\s*[x×]?\s+(.+)$/i.exec(bare) ?? []
    const [, named, last] = /^(.+?)\s*\((\d[\d.]*)\)$/.exec(bare) ?? []
    const copies = Number((first ?? last ?? '').replaceAll('.', ''))
    const name = rest ?? named
    return name && copies <= 9_999_999 ? [{ name, copies }] : [{ name: bare, copies: null }]
  })
}

/** The same the other way, as the form shows it. */
export const writeMaterials = (materials: readonly Material[]): string =>
  materials.map(({ name, copies }) => (copies === null ? name : `${copies} ${name}`)).join('\n')
