/** The six tips of the guide for a municipality that begins to finance desks (§ 5.2.1 to § 5.2.6). */
export const tips = [1, 2, 3, 4, 5, 6] as const
export type Tip = (typeof tips)[number]

/** What the data tell of the tips. */
export interface StepFacts {
  /** Desks that stand in the municipality, or that it pays for. */
  readonly desks: number
  /** Agreements between municipalities that are drafted or agreed, and keys by which costs are shared. */
  readonly settledWithNeighbours: number
  /** A contact person of the municipality today. */
  readonly hasContactPerson: boolean
  /** Agreements that hold, and goals. */
  readonly agreements: number
  readonly goals: number
  /** An agreement that holds leaves room to try things. */
  readonly hasRoomToTry: boolean
}

/** What a municipality says of a tip itself. */
export interface StepMark {
  readonly state: 'open' | 'done' | 'not-needed'
  readonly note: string
  readonly version: number
}

export interface Step {
  readonly tip: Tip
  /** `shown`: the data show that it is done. `done` and `not-needed`: somebody said so. */
  readonly state: 'shown' | 'done' | 'not-needed' | 'open'
  readonly mark: StepMark | undefined
}

/** Whether the data show that a tip was followed. Whether a library is certified (tip 4) they do not tell. */
const shows: Readonly<Record<Tip, (facts: StepFacts) => boolean>> = {
  1: ({ desks }) => desks > 0,
  2: ({ settledWithNeighbours }) => settledWithNeighbours > 0,
  3: ({ hasContactPerson }) => hasContactPerson,
  4: () => false,
  5: ({ agreements, goals }) => agreements > 0 || goals > 0,
  6: ({ hasRoomToTry }) => hasRoomToTry,
}

/** How far a municipality is, tip by tip: what the data show comes before what somebody said. */
export function firstSteps(facts: StepFacts, marks: ReadonlyMap<number, StepMark>): Step[] {
  return tips.map((tip) => {
    const mark = marks.get(tip)
    return { tip, mark, state: shows[tip](facts) ? 'shown' : (mark?.state ?? 'open') }
  })
}

export const stepsLeft = (steps: readonly Step[]): number =>
  steps.filter(({ state }) => state === 'open').length
