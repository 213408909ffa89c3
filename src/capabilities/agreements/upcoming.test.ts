import { expect, test } from 'vitest'
import type { KeptDeliverable } from './deliverable.ts'
import { upcomingOf } from './upcoming.ts'

const agreement = {
  id: 'a',
  title: 'Subsidie',
  status: 'agreed',
  fromDay: '2026-01-01',
  untilDay: '2026-12-31',
  noticeMonths: 1,
  reviewOn: null,
  endedOn: null,
} as const
const figures: KeptDeliverable = {
  id: 'd',
  agreementId: 'a',
  what: 'Kwartaalcijfers',
  owedBy: 'library',
  firstDue: '2026-10-01',
  repeats: 'quarterly',
  lastDue: null,
  goalId: null,
  version: 1,
  deliveries: [],
}
const said = (of: Parameters<typeof upcomingOf>[0], today: string) =>
  upcomingOf(of, [figures], today).map(({ kind, day }) => `${kind} ${day}`)

test('what was ended with a day to come holds until then: what is owed before it stays, and its last day comes', () => {
  const ended = { ...agreement, untilDay: '2027-12-31', status: 'ended', endedOn: '2027-01-01' } as const
  expect(said(ended, '2026-11-24')).toEqual(['deliverable 2026-10-01', 'end 2026-12-31'])
  expect(said({ ...ended, endedOn: '2027-01-02' }, '2026-12-24')).toEqual([
    'deliverable 2026-10-01',
    'end 2027-01-01',
    'deliverable 2027-01-01',
  ])
  expect(said(ended, '2026-12-31')).toContain('end 2026-12-31')
  expect(said(ended, '2027-01-01')).toEqual([])
})

test('an end after the last day that was agreed changes nothing before that day; of a draft nothing is due', () => {
  const ended = { ...agreement, status: 'ended', endedOn: '2027-06-01' } as const
  expect(said(ended, '2026-11-24')).toEqual(['deliverable 2026-10-01', 'end 2026-12-31'])
  expect(said(agreement, '2026-11-24')).toEqual([
    'deliverable 2026-10-01',
    'notice 2026-11-30',
    'end 2026-12-31',
  ])
  expect(said({ ...agreement, status: 'draft' }, '2026-11-24')).toEqual([])
})
