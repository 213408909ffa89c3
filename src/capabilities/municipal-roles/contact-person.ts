import { addDays } from '../../platform/time/local-time.ts'

/** Where a municipality can place the role (guide § 5.3), or elsewhere. */
export const placings = [
  'library-policy',
  'literacy',
  'social-domain',
  'public-services',
  'adult-education',
  'work',
  'other',
] as const
export type Placing = (typeof placings)[number]

/** With whom to speak: professional data of an official, or of somebody of a library. */
export interface ContactPersonFacts {
  /** Stands in for the first. */
  readonly deputy: boolean
  /** Of a municipality only. */
  readonly placed: Placing | null
  readonly department: string
  readonly jobTitle: string
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
  readonly fromDay: string
  /** The first day on which it is somebody else. */
  readonly untilDay: string | null
}
export interface ContactPerson extends ContactPersonFacts {
  readonly id: string
  readonly municipalityCode: string | null
  readonly libraryId: string | null
  /** Of this desk only; null: of the whole library. */
  readonly deskId: string | null
  readonly version: number
}

/** For so many days somebody is new to the other side. */
const newForDays = 60

export const isCurrent = ({ fromDay, untilDay }: ContactPersonFacts, today: string): boolean =>
  fromDay <= today && (untilDay === null || untilDay > today)

/** Who is not gone: those of today, and who begins later. The first persons before the deputies. */
export const notGone = <Person extends ContactPersonFacts>(
  persons: readonly Person[],
  today: string,
): Person[] =>
  persons
    .filter(({ untilDay }) => untilDay === null || untilDay > today)
    .toSorted(
      (one, other) => Number(one.deputy) - Number(other.deputy) || (one.fromDay < other.fromDay ? -1 : 1),
    )

export const isNew = (person: ContactPersonFacts, today: string): boolean =>
  person.fromDay > addDays(today, -newForDays)

/** The one to speak with today; undefined: there is none, and a deputy does not count for one. */
export const currentOf = <Person extends ContactPersonFacts>(
  persons: readonly Person[],
  today: string,
): Person | undefined => persons.find((person) => !person.deputy && isCurrent(person, today))
