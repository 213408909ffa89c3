/** How a signal stands: what the municipality does with it. */
export const signalStatuses = ['new', 'looking', 'solved', 'declined', 'passed-on'] as const
export type SignalStatus = (typeof signalStatuses)[number]

/** How often a desk sees it, by its own estimate. */
export const howOften = ['once', 'some', 'weekly', 'daily'] as const
export type HowOften = (typeof howOften)[number]

/** The longest texts, in characters. */
export const longest = { service: 100, problem: 1000, proposal: 1000, answer: 1000 } as const

/** What a desk says of a service (guide § 2.3.1, § 4.5). */
export interface Signal {
  readonly id: string
  /** Who can mend it. */
  readonly municipalityCode: string
  readonly deskId: string
  readonly topicCode: string
  readonly service: string
  readonly problem: string
  readonly often: HowOften
  readonly proposal: string
  /** The local day. */
  readonly reportedOn: string
  /** The signal that stands for this one. */
  readonly joinedInto: string | null
  readonly status: SignalStatus
  readonly answer: string
  /** The local day of the last answer. */
  readonly answeredOn: string | null
  readonly answerNumber: number
  readonly version: number
}

/** Another desk sees the same. */
export interface Sighting {
  readonly signalId: string
  readonly deskId: string
}

/** A signal that stands by itself, with those that were joined into it and the desks that see the same. */
export interface LeadSignal extends Signal {
  readonly joined: readonly Signal[]
  /** All desks that say so, each once. */
  readonly deskIds: readonly string[]
}

/** Open: nobody said yet what comes of it. */
export const isOpen = ({ status }: Pick<Signal, 'status'>): boolean =>
  status === 'new' || status === 'looking'

/** Which signals stand by themselves. What was joined into one that was taken back does so again. */
export function leadsOf(signals: readonly Signal[], sightings: readonly Sighting[]): LeadSignal[] {
  const there = new Set(signals.map(({ id }) => id))
  const isLead = ({ joinedInto }: Signal): boolean => joinedInto === null || !there.has(joinedInto)
  return signals.filter(isLead).map((lead) => {
    const joined = signals.filter(({ joinedInto }) => joinedInto === lead.id)
    const ids = [lead, ...joined].map(({ id }) => id)
    const seenToo = sightings.filter(({ signalId }) => ids.includes(signalId))
    return {
      ...lead,
      joined,
      deskIds: [...new Set([lead, ...joined, ...seenToo].map(({ deskId }) => deskId))],
    }
  })
}
