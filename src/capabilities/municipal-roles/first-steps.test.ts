import { expect, test } from 'vitest'
import { firstSteps, type StepFacts, stepsLeft } from './first-steps.ts'

const nothing: StepFacts = {
  desks: 0,
  settledWithNeighbours: 0,
  hasContactPerson: false,
  agreements: 0,
  goals: 0,
  hasRoomToTry: false,
}
const none = new Map()
const done = (facts: Partial<StepFacts>): number[] =>
  firstSteps({ ...nothing, ...facts }, none).flatMap(({ tip, state }) => (state === 'shown' ? [tip] : []))

test('who just starts has all six before him', () => {
  expect(stepsLeft(firstSteps(nothing, none))).toBe(6)
})

test.each([
  [{ desks: 1 }, 1],
  [{ settledWithNeighbours: 1 }, 2],
  [{ hasContactPerson: true }, 3],
  [{ agreements: 1 }, 5],
  [{ goals: 2 }, 5],
  [{ hasRoomToTry: true }, 6],
])('what the data show is done: %j', (facts, tip) => {
  expect(done(facts)).toEqual([tip])
})

test('what somebody says counts where the data say nothing', () => {
  const marks = new Map([
    [2, { state: 'not-needed' as const, note: 'Wij zijn een eiland.', version: 1 }],
    [4, { state: 'done' as const, note: 'Audit in 2025.', version: 1 }],
    [1, { state: 'open' as const, note: '', version: 2 }],
  ])
  const steps = firstSteps({ ...nothing, desks: 3 }, marks)
  expect(steps.map(({ state }) => state)).toEqual(['shown', 'not-needed', 'open', 'done', 'open', 'open'])
  expect(stepsLeft(steps)).toBe(3)
})
