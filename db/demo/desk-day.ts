import type { ContactContent, Question } from '../../src/capabilities/contacts/contact.ts'
import type { Tally } from '../../src/capabilities/contacts/enter-tally/enter-tally.form.ts'
import type { QuietHour } from '../../src/capabilities/contacts/record-quiet-hour/record-quiet-hour.form.ts'
import { notRegistered } from '../../src/capabilities/lists/public.ts'
import { daysBetween, type Instant, momentOf, mondayOf } from '../../src/platform/time/local-time.ts'
import { Chance } from './chance.ts'
import type { DemoDesk, DemoPerson } from './network.ts'
import * as shares from './shares.ts'

/** From this many in one hour on there is no time for the form: one tap each. */
const rushFrom = 5
const quietHourNoted = 0.35

/** Something that the person on duty records, at a moment. */
export type Act = { readonly id: string; readonly at: Instant } & (
  | { readonly kind: 'contact'; readonly content: ContactContent }
  | { readonly kind: 'quiet-hour'; readonly quietHour: QuietHour }
  | { readonly kind: 'tally'; readonly tally: Tally }
)

/** What one person records of one block of opening hours. */
export interface Shift {
  readonly person: DemoPerson
  readonly acts: readonly Act[]
}

/** Whether a desk helps visitors in a whole hour of a day. */
export type IsOpen = (desk: DemoDesk, day: string, hour: number) => boolean

export interface Surroundings {
  /** Who may register at the desk. */
  readonly staff: readonly DemoPerson[]
  readonly neighbours: readonly string[]
  /** Whom a question on a topic is usually about, most usual first. */
  readonly providersOf: (topic: string) => readonly string[]
  /** Without it: always in the hours of desks.csv. */
  readonly isOpen?: IsOpen | undefined
  /** How many visitors there are, against the usual 1. */
  readonly busyness?: number
  /** What they ask, where it is not the usual. */
  readonly topics?: Readonly<Record<string, number>>
}

/** What happens at a desk on a local day: always the same for the same desk and day. */
export function planDay(desk: DemoDesk, day: string, surroundings: Surroundings): Shift[] {
  const chance = new Chance(`${desk.id} ${day}`)
  const weekday = daysBetween(mondayOf(day), day) + 1
  return desk.opening
    .filter((block) => block.weekday === weekday)
    .map(({ from, until }) => {
      const placeId = desk.places.length > 0 ? chance.one(desk.places).id : null
      const acts: Act[] = []
      for (let hour = from; hour < until; hour += 1) {
        if (surroundings.isOpen && !surroundings.isOpen(desk, day, hour)) continue
        const visitors = chance.arrivals(desk.visitorsPerHour * (surroundings.busyness ?? 1))
        const startOfHour = momentOf(day, `${String(hour).padStart(2, '0')}:00`)
        const visit = { desk, placeId, rush: visitors >= rushFrom, ...surroundings }
        for (let visitor = 0; visitor < visitors; visitor += 1)
          acts.push(
            planContact(chance, { ...visit, startedAt: startOfHour.add({ seconds: chance.whole(0, 3600) }) }),
          )
        if (visitors === 0 && chance.happens(quietHourNoted)) {
          const at = startOfHour.add({ minutes: 60 })
          const quietHour = { observedOn: day, hour }
          acts.push({ kind: 'quiet-hour', id: chance.idAt(at.epochMilliseconds), at, quietHour })
        }
      }
      const person = onDuty(chance, surroundings.staff)
      if (!countsOnPaper(desk, day)) return { person, acts }
      return { person, acts: asTally(chance, acts, day, momentOf(day, `${until}:30`)) }
    })
}

/** A pop-up desk on the first Saturday of the month: busy, and without a tablet. */
function countsOnPaper(desk: DemoDesk, day: string): boolean {
  return desk.kind === 'pop-up' && Number(day.slice(8)) <= 7
}

function asTally(chance: Chance, acts: readonly Act[], countedOn: string, at: Instant): Act[] {
  const numbers = new Map<string, number>()
  const questions = acts.flatMap((act) => (act.kind === 'contact' ? act.content.questions.slice(0, 1) : []))
  for (const { topicCode } of questions) numbers.set(topicCode, (numbers.get(topicCode) ?? 0) + 1)
  const marks = [...numbers].map(([topicCode, number]) => ({ topicCode, serviceProvider: null, number }))
  if (marks.length === 0) return []
  const tally = { countedOn, channel: 'channel-pop-up', marks }
  return [{ kind: 'tally', id: chance.idAt(at.epochMilliseconds), at, tally }]
}

function onDuty(chance: Chance, staff: readonly DemoPerson[]): DemoPerson {
  const volunteers = staff.filter(({ role }) => role === 'volunteer')
  const employees = staff.filter(({ role }) => role === 'desk-employee')
  return chance.one(
    volunteers.length > 0 && chance.happens(shares.byVolunteers / 100) ? volunteers : employees,
  )
}

interface Visit extends Surroundings {
  readonly desk: DemoDesk
  readonly placeId: string | null
  readonly startedAt: Instant
  readonly rush: boolean
}

function planContact(chance: Chance, visit: Visit): Act {
  const { desk, placeId, startedAt, rush } = visit
  const duration = chance.byWeight(shares.durations)
  const seconds = chance.whole(...inSeconds(shares.minutes[duration]))
  const questions = planQuestions(
    chance,
    rush ? 1 : Number(chance.byWeight(shares.questionsPerContact)),
    visit,
  )
  const channel = chance.byWeight(shares.channels[desk.kind] ?? {})
  const place = desk.places.find(({ id }) => id === placeId) ?? desk
  const base = {
    formCode: 'guide',
    placeId,
    municipalityCode: place.municipalityCode,
    channel,
    occurredAt: startedAt.toString(),
    questions,
  }
  const content: ContactContent = rush
    ? {
        ...base,
        countedAs: 'rush',
        help: [],
        duration: notRegistered.duration,
        satisfied: notRegistered.satisfied,
        gender: notRegistered.gender,
        age: notRegistered.age,
        language: notRegistered.language,
        visitorMunicipalityCode: null,
      }
    : {
        ...base,
        countedAs: 'contact',
        help: planHelp(chance),
        duration,
        satisfied: chance.byWeight(shares.satisfaction),
        gender: chance.byWeight(shares.genders),
        age: chance.byWeight(shares.ages),
        language: chance.byWeight(shares.languages),
        visitorMunicipalityCode: planHome(chance, visit),
      }
  return {
    kind: 'contact',
    id: chance.idAt(startedAt.epochMilliseconds),
    at: startedAt.add({ seconds: rush ? 0 : seconds }),
    content,
  }
}

const inSeconds = ([shortest, longest]: readonly [number, number]): [number, number] => [
  shortest * 60,
  longest * 60,
]

function planQuestions(
  chance: Chance,
  count: number,
  { providersOf, topics = shares.topics }: Visit,
): Question[] {
  const topicCodes = new Set(Array.from({ length: count }, () => chance.byWeight(topics)))
  return [...topicCodes].map((topicCode) => ({
    topicCode,
    serviceProviders: providersOf(topicCode).slice(0, chance.happens(0.9) ? 1 : 0),
    otherText: topicCode === 'other' ? chance.one(shares.otherTexts) : null,
    digid: null,
  }))
}

function planHelp(chance: Chance): ContactContent['help'] {
  const other = chance.happens(shares.otherHelp / 100)
  const ways = new Set<string>()
  if (!other || !chance.happens(shares.onlyOtherHelp / 100)) ways.add(chance.byWeight(shares.help))
  if (chance.happens(shares.secondWayOfHelp / 100)) ways.add(chance.byWeight(shares.help))
  const given = [...ways].map((code) => ({ code, otherText: null }))
  if (!other) return given
  return [
    ...given,
    { code: 'help-other', otherText: chance.happens(0.5) ? chance.one(shares.otherTexts) : null },
  ]
}

function planHome(chance: Chance, { desk, neighbours }: Visit): string | null {
  const home = chance.byWeight(shares.homes)
  if (home === 'unknown') return null
  return home === 'own' || neighbours.length === 0 ? desk.municipalityCode : chance.one(neighbours)
}
