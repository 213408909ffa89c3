import { describe, expect, test } from 'vitest'
import { instantAt } from '../../platform/time/local-time.ts'
import { attentionFor, inOrderOfAttention, isSilent } from './referral-attention.ts'

const row = (
  state: Parameters<typeof attentionFor>[0]['state'],
  remindOn: string | null = '2026-11-30',
  actsAgain = false,
  { way = 'mail', remindedOn = null }: { way?: string; remindedOn?: string | null } = {},
) => ({
  state,
  remindOn,
  actsAgain,
  way,
  remindedOn,
  appointmentAt: null,
  stateSince: instantAt(0),
})

describe('what a desk has to look at', () => {
  test.each([
    ['a partner who is silent', row('sent', '2026-11-24'), 'silent'],
    [
      'a partner who was reminded and is silent still',
      row('sent', '2026-12-01', false, { remindedOn: '2026-11-24' }),
      'silent',
    ],
    [
      'a partner whom the desk said it would call',
      row('sent', '2026-11-20', false, { way: 'phone' }),
      'call',
    ],
    ['a partner who was called', row('received', '2026-11-30', false, { way: 'phone' }), undefined],
    ['one who may still answer', row('sent', '2026-11-25'), undefined],
    ['an appointment that is still to come', row('appointment'), undefined],
    ['no room', row('no-room'), 'act'],
    ['somebody who did not come', row('not-came'), 'act'],
    ['help that was given', row('helped'), 'close'],
    ['what ended', row('closed', null), undefined],
    ['what ended and did not help', row('closed', null, true), 'not-helped'],
  ])('is %s', (_, referral, attention) => {
    expect(attentionFor(referral, '2026-11-24')).toBe(attention)
  })

  test('stands first when it weighs most', () => {
    const rows = [
      row('sent'),
      row('helped'),
      row('sent', '2026-11-01'),
      row('closed', null, true),
      row('no-room'),
    ]
    expect(inOrderOfAttention(rows, '2026-11-24').map((each) => attentionFor(each, '2026-11-24'))).toEqual([
      'not-helped',
      'act',
      'silent',
      'close',
      undefined,
    ])
  })
})

describe('a partner is silent', () => {
  const friday = instantAt(Date.parse('2026-11-27T09:00:00Z'))
  const on = (day: string) => instantAt(Date.parse(`${day}T09:00:00Z`))
  const sent = { ...row('sent'), stateSince: friday }
  const silentOn = (day: string, referral: Parameters<typeof isSilent>[0] = sent, holidays: string[] = []) =>
    isSilent(referral, on(day), new Set(holidays))

  test('after a working day, not before', () => {
    expect(['2026-11-27', '2026-11-29', '2026-11-30'].map((day) => silentOn(day))).toEqual([
      false,
      false,
      true,
    ])
    expect(silentOn('2026-11-30', sent, ['2026-11-30'])).toBe(false)
  })

  test('once a day, after the appointment, and only while there is something to answer', () => {
    expect(silentOn('2026-12-01', { ...sent, remindedOn: '2026-12-01' })).toBe(false)
    const planned = { ...sent, state: 'appointment' as const, appointmentAt: on('2026-12-03') }
    expect(['2026-12-03', '2026-12-04'].map((day) => silentOn(day, planned))).toEqual([false, true])
    for (const state of ['not-for-us', 'no-room', 'not-came', 'helped', 'closed'] as const)
      expect(silentOn('2026-12-10', { ...sent, state })).toBe(false)
  })
})
