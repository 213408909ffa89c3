import { expect, test } from 'vitest'
import { isUrgent, stateOf } from './notice.ts'

const notice = {
  announcedOn: '2026-11-01',
  countsFrom: '2026-12-01',
  shownUntil: '2026-12-31',
  withdrawnOn: null,
}

test.each([
  ['2026-11-30', 'coming'],
  ['2026-12-01', 'counting'],
  ['2026-12-31', 'counting'],
  ['2027-01-01', 'over'],
])('on %s it is %s', (today, state) => expect(stateOf(notice, today)).toBe(state))

test('a draft is a draft on every day, and what was withdrawn is withdrawn', () => {
  expect(stateOf({ ...notice, announcedOn: null }, '2026-12-05')).toBe('draft')
  expect(stateOf({ ...notice, withdrawnOn: '2026-11-02' }, '2026-12-05')).toBe('withdrawn')
})

test.each([
  ['2026-11-23', false],
  ['2026-11-24', true],
  ['2026-12-31', true],
  ['2027-01-01', false],
])('on %s a desk is reminded: %s', (today, urgent) => expect(isUrgent(notice, today)).toBe(urgent))

test('nobody is reminded of a draft', () =>
  expect(isUrgent({ ...notice, announcedOn: null }, '2026-12-05')).toBe(false))
