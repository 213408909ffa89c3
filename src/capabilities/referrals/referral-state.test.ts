import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantAt } from '../../platform/time/local-time.ts'
import {
  answersNow,
  eventsFor,
  inWordsOfOthers,
  isAnswer,
  isEnd,
  next,
  type ReferralState,
  referralEvents,
  referralOutcomes,
  referralParties,
  referralStates,
  transitions,
} from './referral-state.ts'

const places = ['nothing', ...referralStates] as const

/** What may happen, written down a second time, by hand: state, event, who, state after. */
const meant = `
nothing give desk given
nothing send desk,sender sent
sent,not-for-us,no-room receive partner,desk received
sent,received,appointment,not-came,not-for-us,no-room plan partner,desk appointment
sent,received,appointment,not-came,helped come partner,desk came
sent,received,appointment,came stay-away partner,desk not-came
sent,received,appointment,came,not-came help partner,desk helped
sent,received,appointment,came,not-came,no-room decline partner,desk not-for-us
sent,received,not-for-us lack-room partner,desk no-room
sent,received,appointment,came,not-came,helped,not-for-us,no-room send-on desk sent-on
sent,received,appointment,came,not-came,helped,not-for-us,no-room withdraw desk,sender,visitor withdrawn
sent,received,appointment,came,not-came,helped,not-for-us,no-room close desk closed
sent,received,appointment,came,not-came,helped,not-for-us,no-room lapse clock closed`
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [from = '', event = '', by = '', to = ''] = line.split(' ')
    return from.split(',').flatMap((state) => by.split(',').map((who) => [`${state} ${event} ${who}`, to]))
  })

describe('what can happen to a referral', () => {
  test('is what is meant, of all states, events and sides', () => {
    const may = new Map(meant as [string, string][])
    let tried = 0
    for (const state of places)
      for (const event of referralEvents)
        for (const by of referralParties) {
          expect(next(state, event, by), `${state} ${event} ${by}`).toBe(may.get(`${state} ${event} ${by}`))
          tried += 1
        }
    expect(tried).toBe(13 * 13 * 5)
  })

  test('never leads out of an end, and an end can be reached from everywhere', () => {
    for (const state of referralStates) {
      const ways = referralParties.flatMap((by) => eventsFor(state, by))
      if (isEnd(state)) expect(ways, state).toEqual([])
      else
        expect(
          ways.some((event) => isEnd(transitions[event].to)),
          state,
        ).toBe(true)
    }
  })

  test('reaches every state from nothing', () => {
    const seen = new Set<string>(['nothing'])
    for (let size = 0; size < seen.size; ) {
      size = seen.size
      for (const { from, to } of Object.values(transitions))
        if (from.some((state) => seen.has(state))) seen.add(to)
    }
    expect([...seen].sort()).toEqual([...places].sort())
  })

  test('ends by itself when nobody does anything', () => {
    for (const state of referralStates)
      if (!isEnd(state)) expect(next(state, 'lapse', 'clock')).toBe('closed')
  })
})

test('every state is told in the words of others', () => {
  const tasks = new Set(
    'draft requested accepted rejected cancelled in-progress on-hold failed completed entered-in-error'.split(
      ' ',
    ),
  )
  for (const state of referralStates)
    for (const outcome of [null, ...referralOutcomes])
      expect(tasks, state).toContain(inWordsOfOthers(state, outcome).task)
  expect(inWordsOfOthers('closed', 'not-reached')).toEqual({ task: 'failed', findhelp: "couldn't contact" })
})

describe('docs/referrals.md', () => {
  const page = readFileSync('docs/referrals.md', 'utf8')
  const rows = (heading: string): string[][] =>
    (page.split(`## ${heading}`)[1]?.split('\n## ')[0] ?? '')
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim().replaceAll('`', '')),
      )

  test('has the table of the code', () => {
    expect(
      rows('What can happen').map(([event, from, to, by, needs]) => [event, from, to, by, needs]),
    ).toEqual(
      referralEvents.map((event) => {
        const { from, to, by, needs } = transitions[event]
        return [event, from.join(', '), to, by.join(', '), needs ?? '']
      }),
    )
  })

  test('has the words of others', () => {
    const all = [
      ...referralStates.filter((state) => state !== 'closed').map((state) => [state, undefined] as const),
      ...referralOutcomes.map((outcome) => ['closed' as ReferralState, outcome] as const),
    ]
    expect(rows('In the words of others')).toEqual(
      all.map(([state, outcome]) => {
        const { task, findhelp } = inWordsOfOthers(state, outcome)
        return [outcome ? `${state}, ${outcome}` : state, task, findhelp]
      }),
    )
  })
})

describe('before the day of the appointment', () => {
  const planned = instantAt(Date.parse('2026-12-01T08:30:00Z'))
  const before = instantAt(Date.parse('2026-11-30T22:59:00Z'))
  const onTheDay = instantAt(Date.parse('2026-11-30T23:01:00Z'))

  test('nobody says that somebody came, stayed away or was helped', () => {
    const answers = { state: 'appointment', appointmentAt: planned } as const
    expect(answersNow(answers, 'partner', before)).toEqual(['plan', 'decline'])
    expect(answersNow(answers, 'partner', onTheDay)).toEqual(['plan', 'come', 'stay-away', 'help', 'decline'])
  })

  test('without an appointment all that the table allows can be said', () => {
    fc.assert(
      fc.property(fc.constantFrom(...referralStates), (state) => {
        expect(answersNow({ state, appointmentAt: null }, 'desk', before)).toEqual(
          eventsFor(state, 'desk').filter(isAnswer),
        )
      }),
    )
  })
})
