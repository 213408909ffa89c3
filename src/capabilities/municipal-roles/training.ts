import { yearsEarlier } from '../../platform/time/local-month.ts'
import type { Referrer } from '../people/public.ts'

/** A training 'recognise and refer' for one department (guide § 4.4). */
export interface TrainingFacts {
  readonly day: string
  readonly givenBy: string
  readonly department: string
  /** How many followed it besides `followers`. */
  readonly others: number
  readonly note: string
  readonly cancelled: boolean
  /** Colleagues with an account who followed it. */
  readonly followers: readonly string[]
}
export interface Training extends TrainingFacts {
  readonly id: string
  readonly version: number
}

/** After so many years without a training, somebody is told to need one (our own term; the guide names none). */
export const trainingYears = 2

export interface TrainingOverview {
  /** How many people were trained in the last two years; who came twice counts twice. */
  readonly people: number
  readonly trainings: number
  /** Departments and referrers that had none in the last two years, with the last day that they had. */
  readonly departments: readonly { readonly name: string; readonly last: string }[]
  readonly referrers: readonly (Referrer & { readonly last: string | undefined })[]
}

/** How many followed a training. */
export const trained = ({ others, followers }: Training): number => others + followers.length

/** Who was trained of late, and who was not. A department is known by what it is called, whatever the capitals. */
export function overviewOf(
  trainings: readonly Training[],
  referrers: readonly Referrer[],
  today: string,
): TrainingOverview {
  const since = yearsEarlier(today, trainingYears)
  const held = trainings.filter(({ cancelled, day }) => !cancelled && day <= today)
  const recent = held.filter(({ day }) => day > since)
  const lastOf = (some: readonly Training[]): string | undefined =>
    some
      .map(({ day }) => day)
      .toSorted()
      .at(-1)
  const nameOf = ({ department }: Training): string => department.trim().toLowerCase()
  return {
    people: recent.reduce((sum, training) => sum + trained(training), 0),
    trainings: recent.length,
    departments: [...new Set(held.map(nameOf))].flatMap((name) => {
      const own = held.filter((training) => nameOf(training) === name)
      const last = lastOf(own) ?? ''
      return last > since ? [] : [{ name: own[0]?.department ?? name, last }]
    }),
    referrers: referrers.flatMap((referrer) => {
      const last = lastOf(held.filter(({ followers }) => followers.includes(referrer.accountId)))
      return last !== undefined && last > since ? [] : [{ ...referrer, last }]
    }),
  }
}
