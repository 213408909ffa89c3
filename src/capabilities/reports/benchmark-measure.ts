import type { Level } from './area.ts'
import { channelsAway } from './channel-away.ts'

/** The levels of which the figures are compared. The nation has nothing to be compared with. */
export const comparedLevels = [
  'desk',
  'library',
  'municipality',
  'province',
] as const satisfies readonly Level[]
export type ComparedLevel = (typeof comparedLevels)[number]

export const isCompared = (level: Level): level is ComparedLevel =>
  comparedLevels.some((compared) => compared === level)

const channelsAtHome = ['channel-desk', 'channel-library', 'channel-other'] as const
/** Of a referral in which the employee makes the appointment or the enrolment. */
const warmHelp = [
  'help-course-warm',
  'help-consultation-warm',
  'help-local-partner-warm',
  'help-national-partner-warm',
] as const
const longDurations = ['duration-20-40', 'duration-40-plus'] as const
const shortDurations = ['duration-0-5', 'duration-5-10', 'duration-10-20'] as const

/**
 * What is counted of an area to compare it, by the cells that are added up for it. `digid` is the topics of the list that
 * ask about DigiD. Those that tell of a single desk (`ofOneDesk`) are counted for a municipality over the months that it may
 * see whole (docs/decisions/0016-hiding-small-counts.md).
 */
export const countedCells = {
  contacts: { cells: ['contacts'] },
  questions: { cells: ['questions'] },
  satisfied: { cells: ['satisfied-yes'] },
  satisfiedKnown: { cells: ['satisfied-yes', 'satisfied-partly', 'satisfied-no'] },
  long: { cells: longDurations },
  durationKnown: { cells: [...longDurations, ...shortDurations] },
  away: { cells: channelsAway },
  channelKnown: { cells: [...channelsAway, ...channelsAtHome] },
  digid: { cells: 'digid', ofOneDesk: true },
  questionsOfTopics: { cells: ['questions'], ofOneDesk: true },
  helpOther: { cells: ['help-other'], ofOneDesk: true },
  warm: { cells: warmHelp, ofOneDesk: true },
  helpKnown: { cells: ['known:help'], ofOneDesk: true },
} as const satisfies Record<string, { cells: readonly string[] | 'digid'; ofOneDesk?: true }>
export type CountName = keyof typeof countedCells
export type Counts = Readonly<Record<CountName, number>>

/** One that is compared, with what was counted of it over its months. */
export interface Compared {
  readonly key: string
  readonly owner: string
  readonly watchers: readonly string[]
  readonly classes: readonly number[]
  readonly counts: Counts
  /** Over how many of the twelve months. */
  readonly months: number
  /** Hours a week on average; undefined when not known. */
  readonly hours: number | undefined
  /** Undefined for what has no inhabitants of its own, or where they are not known. */
  readonly inhabitants: number | undefined
}

interface KindOfMeasure {
  readonly levels: readonly ComparedLevel[]
  /** number: so many; hundred: so many to a hundred; share: of how many of these it is so. */
  readonly unit: 'number' | 'hundred' | 'share'
  /** What is divided … */
  readonly part: CountName
  /** … by what; undefined when that is not known. An average is all parts together divided by all wholes together. */
  readonly whole: (compared: Compared) => number | undefined
  /** Of what a value is: contacts or questions. Where it weighs, an average is of these. */
  readonly base: CountName
}

const everywhere = comparedLevels
const weeksAMonth = 52 / 12

/** In the order of the page. */
export const measures = {
  'contacts-a-month': {
    levels: everywhere,
    unit: 'number',
    part: 'contacts',
    whole: ({ months }) => months,
    base: 'contacts',
  },
  'contacts-an-hour': {
    levels: ['desk'],
    unit: 'number',
    part: 'contacts',
    whole: ({ hours, months }) => (hours ? hours * weeksAMonth * months : undefined),
    base: 'contacts',
  },
  'contacts-per-thousand': {
    levels: ['municipality', 'province'],
    unit: 'number',
    part: 'contacts',
    whole: ({ inhabitants, months }) => (inhabitants ? (inhabitants / 1000) * (months / 12) : undefined),
    base: 'contacts',
  },
  'questions-a-contact': {
    levels: everywhere,
    unit: 'number',
    part: 'questions',
    whole: ({ counts }) => counts.contacts || undefined,
    base: 'contacts',
  },
  satisfied: share('satisfied', 'satisfiedKnown'),
  long: share('long', 'durationKnown'),
  away: share('away', 'channelKnown'),
  digid: share('digid', 'questionsOfTopics'),
  warm: {
    levels: everywhere,
    unit: 'hundred',
    part: 'warm',
    whole: ({ counts }) => counts.helpKnown / 100 || undefined,
    base: 'helpKnown',
  },
  'other-help': share('helpOther', 'helpKnown'),
} as const satisfies Record<string, KindOfMeasure>
export type Measure = keyof typeof measures
export const measureNames = Object.keys(measures) as Measure[]

function share(part: CountName, base: CountName): KindOfMeasure {
  return { levels: everywhere, unit: 'share', part, whole: ({ counts }) => counts[base] || undefined, base }
}

export const kindOfMeasure = (measure: Measure): KindOfMeasure => measures[measure]

/** The measures there are at a level, in the order of the page. */
export const measuresAt = (level: ComparedLevel): Measure[] =>
  measureNames.filter((measure) => kindOfMeasure(measure).levels.includes(level))
