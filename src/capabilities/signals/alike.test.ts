import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alikeTo, areAlike } from './alike.ts'

const signal = (service: string, problem: string, topicCode = 'parking-permit') => ({
  id: service + problem,
  topicCode,
  service,
  problem,
})
const permit = signal(
  'Parkeervergunning aanvragen',
  'Mensen zonder DigiD kunnen de vergunning niet meer aanvragen.',
)

describe('signals are alike', () => {
  test.each([
    ['Parkeervergunning', 'Zonder DigiD kan niemand een vergunning aanvragen'],
    ['parkeervergunnig', 'aanvragen lukt niet zonder digid'],
    [
      'Bezoekersvergunning parkeren',
      'De aanvraag van de vergunning vraagt DigiD. Zonder DigiD lukt het niet.',
    ],
  ])('in other words: %s', (service, problem) =>
    expect(areAlike(permit, signal(service, problem))).toBe(true),
  )

  test('not on another topic, nor about something else', () => {
    expect(areAlike(permit, { ...permit, topicCode: 'permit' })).toBe(false)
    expect(areAlike(permit, signal('Bezoekersregeling', 'De code komt te laat binnen per post'))).toBe(false)
  })

  test('never to itself', () => expect(alikeTo(permit, [permit])).toEqual([]))

  test('whichever comes first, and each to a copy of itself', () => {
    const text = fc
      .array(fc.constantFrom('vergunning', 'digid', 'code', 'brief', 'post', 'formulier', 'traag', 'niet'), {
        minLength: 1,
        maxLength: 8,
      })
      .map((words) => words.join(' '))
    fc.assert(
      fc.property(text, text, text, text, (one, two, three, four) => {
        const [first, second] = [signal(one, two), signal(three, four)]
        expect(areAlike(first, second)).toBe(areAlike(second, first))
        expect(areAlike(first, { ...first, id: 'copy' })).toBe(true)
      }),
    )
  })
})
