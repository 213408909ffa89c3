import { expect, test } from 'vitest'
import { overviewOf, type Training } from './training.ts'

const training = (over: Partial<Training>): Training => ({
  id: 'a',
  version: 1,
  day: '2026-03-01',
  givenBy: 'Taalhuis',
  department: 'Burgerzaken',
  others: 5,
  note: '',
  cancelled: false,
  followers: [],
  ...over,
})
const referrer = (accountId: string) => ({ accountId, name: accountId, municipalityCode: 'GM0307' })

test('a department with a training of two years ago needs another, whatever the capitals of its name', () => {
  const old = training({ day: '2024-11-24', department: 'KCC' })
  expect(overviewOf([old], [], '2026-11-24').departments).toEqual([{ name: 'KCC', last: '2024-11-24' }])
  const recent = training({ day: '2024-11-25', department: ' kcc' })
  expect(overviewOf([old, recent], [], '2026-11-24').departments).toEqual([])
})

test('what was cancelled or is still to come trains nobody', () => {
  const trainings = [
    training({ cancelled: true, followers: ['a'] }),
    training({ day: '2026-12-01', followers: ['a'] }),
  ]
  const overview = overviewOf(trainings, [referrer('a')], '2026-11-24')
  expect(overview).toMatchObject({ people: 0, trainings: 0, departments: [] })
  expect(overview.referrers).toEqual([{ ...referrer('a'), last: undefined }])
})

test('people are the others and those with an account together', () => {
  const { people, referrers } = overviewOf(
    [training({ followers: ['a', 'b'] })],
    [referrer('a')],
    '2026-11-24',
  )
  expect(people).toBe(7)
  expect(referrers).toEqual([])
})
