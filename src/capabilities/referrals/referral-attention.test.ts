import { describe, expect, test } from 'vitest'
import { instantAt } from '../../platform/time/local-time.ts'
import { attentionFor, inOrderOfAttention } from './referral-attention.ts'

const row = (
  state: Parameters<typeof attentionFor>[0]['state'],
  remindOn: string | null = '2026-11-30',
  actsAgain = false,
) => ({
  state,
  remindOn,
  actsAgain,
  stateSince: instantAt(0),
})

describe('what a desk has to look at', () => {
  test.each([
    ['a partner who is silent', row('sent', '2026-11-24'), 'silent'],
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
