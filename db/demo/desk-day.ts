import type { ContactContent, Question } from '../../src/capabilities/contacts/contact.ts'
import { notRegistered } from '../../src/capabilities/lists/public.ts'
import { daysBetween, type Instant, momentOf, mondayOf } from '../../src/platform/time/local-time.ts'
import { Chance } from './chance.ts'
import type { DemoDesk, DemoPerson } from './network.ts'
import * as shares from './shares.ts'

/** Of every country-wide closing, those on a fixed date. */
const closedOn = ['01-01', '04-27', '12-25', '12-26']
/** From this many in one hour on there is no time for the form: one tap each. */
const rushFrom = 5
const quietHourNoted = 0.35

export interface PlannedContact {
  readonly id: string
  readonly content: ContactContent
  /** When it was registered: at the end of the conversation. */
  readonly registeredAt: Instant
}

/** What one person registers in one block of opening hours. */
export interface Shift {
  readonly person: DemoPerson
  readonly contacts: readonly PlannedContact[]
  /** Hours in which nobody came, each with the moment at which that was noted. */
  readonly quietHours: readonly { readonly id: string; readonly hour: number; readonly notedAt: Instant }[]
}

export interface Surroundings {
  /** Who may register at the desk. */
  readonly staff: readonly DemoPerson[]
  readonly neighbours: readonly string[]
  /** Whom a question on a topic is usually about, most usual first. */
  readonly providersOf: (topic: string) => readonly string[]
}

/** What happens at a desk on a local day: always the same for the same desk and day. */
export function planDay(desk: DemoDesk, day: string, surroundings: Surroundings): Shift[] {
  if (closedOn.includes(day.slice(5))) return []
  const chance = new Chance(`${desk.id} ${day}`)
  const weekday = daysBetween(mondayOf(day), day) + 1
  return desk.opening
    .filter((block) => block.weekday === weekday)
    .map(({ from, until }) => {
      const placeId = desk.places.length > 0 ? chance.one(desk.places).id : null
      const contacts: PlannedContact[] = []
      const quietHours: Shift['quietHours'][number][] = []
      for (let hour = from; hour < until; hour += 1) {
        const visitors = chance.arrivals(desk.visitorsPerHour)
        const startOfHour = momentOf(day, `${String(hour).padStart(2, '0')}:00`)
        if (visitors === 0 && chance.happens(quietHourNoted)) {
          const notedAt = startOfHour.add({ minutes: 60 })
          quietHours.push({ id: chance.idAt(notedAt.epochMilliseconds), hour, notedAt })
        }
        for (let visitor = 0; visitor < visitors; visitor += 1) {
          const startedAt = startOfHour.add({ seconds: chance.whole(0, 3600) })
          contacts.push(
            planContact(chance, { desk, placeId, startedAt, rush: visitors >= rushFrom, ...surroundings }),
          )
        }
      }
      return { person: onDuty(chance, surroundings.staff), contacts, quietHours }
    })
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

function planContact(chance: Chance, visit: Visit): PlannedContact {
  const { desk, placeId, startedAt, rush } = visit
  const duration = chance.byWeight(shares.durations)
  const seconds = chance.whole(...inSeconds(shares.minutes[duration]))
  const questions = planQuestions(
    chance,
    rush ? 1 : Number(chance.byWeight(shares.questionsPerContact)),
    visit,
  )
  const channel = chance.byWeight(shares.channels[desk.kind] ?? {})
  const base = { formCode: 'guide', placeId, channel, occurredAt: startedAt.toString(), questions }
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
  const registeredAt = startedAt.add({ seconds: rush ? 0 : seconds })
  return { id: chance.idAt(startedAt.epochMilliseconds), content, registeredAt }
}

const inSeconds = ([shortest, longest]: readonly [number, number]): [number, number] => [
  shortest * 60,
  longest * 60,
]

function planQuestions(chance: Chance, count: number, { providersOf }: Visit): Question[] {
  const topicCodes = new Set(Array.from({ length: count }, () => chance.byWeight(shares.topics)))
  return [...topicCodes].map((topicCode) => ({
    topicCode,
    serviceProviders: providersOf(topicCode).slice(0, chance.happens(0.9) ? 1 : 0),
    otherText: topicCode === 'other' ? chance.one(shares.otherTopicTexts) : null,
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
    { code: 'help-other', otherText: chance.happens(0.5) ? chance.one(shares.otherHelpTexts) : null },
  ]
}

function planHome(chance: Chance, { desk, neighbours }: Visit): string | null {
  const home = chance.byWeight(shares.homes)
  if (home === 'unknown') return null
  return home === 'own' || neighbours.length === 0 ? desk.municipalityCode : chance.one(neighbours)
}
