import { expect, test } from 'vitest'
import { leadsOf, type Signal } from './signal.ts'

const signal = (id: string, joinedInto: string | null = null): Signal => ({
  id,
  joinedInto,
  deskId: `desk-${id}`,
  municipalityCode: 'GM0307',
  topicCode: 'permit',
  service: 'Vergunning',
  problem: 'Lukt niet',
  often: 'some',
  proposal: '',
  reportedOn: '2026-11-24',
  status: 'new',
  answer: '',
  answeredOn: null,
  answerNumber: 0,
  version: 1,
})

test('a signal stands for what was joined into it, with every desk that sees it once', () => {
  const [lead, ...others] = leadsOf(
    [signal('a'), signal('b', 'a')],
    [
      { signalId: 'a', deskId: 'desk-c' },
      { signalId: 'b', deskId: 'desk-c' },
      { signalId: 'b', deskId: 'desk-a' },
    ],
  )
  expect(others).toEqual([])
  expect(lead?.joined.map(({ id }) => id)).toEqual(['b'])
  expect(lead?.deskIds).toEqual(['desk-a', 'desk-b', 'desk-c'])
})

test('what was joined into a signal that is gone stands by itself again', () =>
  expect(leadsOf([signal('b', 'gone')], []).map(({ id }) => id)).toEqual(['b']))
