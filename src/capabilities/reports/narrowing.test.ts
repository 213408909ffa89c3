import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { translator } from '../../platform/i18n/translate.ts'
import { levels } from './area.ts'
import { figuresAt, isParts } from './figure.ts'
import {
  type KnownCodes,
  type Narrowing,
  narrowingFields,
  narrowingNames,
  narrowingQuery,
  narrowingsAt,
  readNarrowing,
  sliceOf,
  tellsOfDesks,
  tellsOfQuestions,
  withheldBy,
} from './narrowing.ts'

const t = translator('nl')
const known: KnownCodes = {
  group: ['library', 'other'],
  topic: ['digid', 'printing'],
  provider: ['uwv'],
  help: ['help-other'],
  channel: ['channel-desk', 'channel-phone'],
  place: ['inside', 'outside'],
  form: ['guide'],
  size: ['tot-25000'],
}
const level = fc.constantFrom(...levels)
const narrowing = fc
  .record(
    Object.fromEntries(
      narrowingNames.map((name) => [
        name,
        fc.option(fc.constantFrom(...known[name]), { nil: undefined, freq: 2 }),
      ]),
    ),
  )
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, code]) => code !== undefined)) as Narrowing)

test('what an address asks for is read back from it', () => {
  fc.assert(
    fc.property(level, narrowing, (at, wanted) => {
      const { narrowing: read, errors } = readNarrowing(
        new URLSearchParams(narrowingQuery(wanted)),
        at,
        known,
        t,
      )
      expect(read).toEqual(
        Object.fromEntries(
          Object.entries(wanted).filter(([name]) => narrowingsAt(at).includes(name as 'topic')),
        ),
      )
      expect(errors.length > 0).toBe(at === 'municipality' && tellsOfQuestions(read) && tellsOfDesks(read))
    }),
  )
})

test('what is on no list is told at its field', () => {
  for (const name of narrowingNames) {
    const { errors } = readNarrowing(
      new URLSearchParams([[narrowingFields[name], 'no-such-thing']]),
      'nation',
      known,
      t,
    )
    expect(errors.map(({ id }) => id)).toEqual([narrowingFields[name]])
  }
})

test('only what is narrowed down by one answer is kept', () => {
  expect(sliceOf({})).toBeUndefined()
  expect(sliceOf({ topic: 'digid' })).toBe('topic:digid')
  expect(sliceOf({ channel: 'channel-phone' })).toBe('channel-phone')
  expect(sliceOf({ place: 'outside' })).toBe('place:outside')
  expect(sliceOf({ topic: 'digid', channel: 'channel-phone' })).toBeUndefined()
})

describe('what is not told', () => {
  const ofVisitors = ['age', 'gender', 'language', 'home'] as const
  const ofQuestions = ['topics', 'providers', 'digid', 'help'] as const
  const shownAt = (at: (typeof levels)[number], wanted: Narrowing) => {
    const withheld = withheldBy(wanted, at)
    return figuresAt(at).filter((name) => !withheld.has(name))
  }

  test('outside the library: visitors’ background of anything narrowed down', () => {
    fc.assert(
      fc.property(level, narrowing, (at, wanted) => {
        fc.pre(at !== 'desk' && at !== 'library' && Object.keys(wanted).length > 0)
        expect(shownAt(at, wanted).filter((name) => ofVisitors.includes(name as 'age'))).toEqual([])
      }),
    )
  })

  test('of a municipality: no number of what people came for together with where or how', () => {
    fc.assert(
      fc.property(narrowing, (wanted) => {
        fc.pre(Object.keys(wanted).length > 0 && !(tellsOfQuestions(wanted) && tellsOfDesks(wanted)))
        const shown = shownAt('municipality', wanted)
        if (tellsOfQuestions(wanted))
          expect(shown.filter((name) => isParts(name) || name === 'channel' || name === 'counted')).toEqual(
            [],
          )
        else expect(shown.filter((name) => ofQuestions.includes(name as 'topics'))).toEqual([])
      }),
    )
  })

  test('of the desks that a municipality pays for: all but totals, also when nothing is narrowed down', () => {
    expect(shownAt('financed', {})).toEqual(['channel', 'duration', 'satisfied', 'delay', 'desks', 'counted'])
    expect(narrowingsAt('financed').filter((name) => tellsOfQuestions({ [name]: 'x' }))).toEqual([])
  })

  test('of a desk and a library: nothing, they know their visitors', () => {
    fc.assert(
      fc.property(narrowing, (wanted) => {
        for (const at of ['desk', 'library'] as const) expect(shownAt(at, wanted)).toEqual(figuresAt(at))
      }),
    )
  })
})
