import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { monthsLater } from '../../platform/time/local-month.ts'
import { addDays } from '../../platform/time/local-time.ts'
import { dueDays, type KeptDeliverable, occurrencesOf, repetitions } from './deliverable.ts'
import { noticeDay, upcomingOf } from './upcoming.ts'

const report: KeptDeliverable = {
  id: 'd',
  agreementId: 'a',
  what: 'Kwartaalrapportage',
  owedBy: 'library',
  firstDue: '2026-01-31',
  repeats: 'quarterly',
  lastDue: null,
  goalId: null,
  version: 1,
  deliveries: [{ dueOn: '2026-01-31', doneOn: '2026-02-02', note: '', version: 1 }],
}
const agreement = {
  id: 'a',
  title: 'Subsidie 2026',
  status: 'agreed' as const,
  fromDay: '2026-01-01',
  untilDay: '2026-12-31',
  noticeMonths: 1,
  reviewOn: '2026-12-05',
  endedOn: null,
}

describe('the days on which something is due', () => {
  test('are reckoned from the first, also at the end of a month', () =>
    expect(dueDays(report, '2026-11-30')).toEqual(['2026-01-31', '2026-04-30', '2026-07-31', '2026-10-31']))

  test('rise, are whole spans from the first, and none is left out or too many', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2020-01-01', days)),
        fc.constantFrom(...repetitions),
        fc.option(fc.integer({ min: 0, max: 2000 })),
        fc.integer({ min: 0, max: 2000 }),
        (firstDue, repeats, lasts, ahead) => {
          const lastDue = lasts === null ? null : addDays(firstDue, lasts)
          const until = addDays(firstDue, ahead)
          const days = dueDays({ firstDue, repeats, lastDue }, until)
          expect(days.toSorted()).toEqual(days)
          expect(new Set(days).size).toBe(days.length)
          expect(days[0]).toBe(firstDue)
          const months = { once: 0, quarterly: 3, 'half-yearly': 6, yearly: 12 }[repeats]
          expect(days).toEqual(days.map((_day, times) => monthsLater(firstDue, times * months)))
          for (const day of days.slice(1))
            expect(day <= until && (lastDue === null || day <= lastDue)).toBe(true)
          if (months > 0) {
            const next = monthsLater(firstDue, days.length * months)
            expect(next > until || (lastDue !== null && next > lastDue)).toBe(true)
          }
        },
      ),
    ))

  test('keep what was marked, also when the days changed since', () => {
    const changed = { ...report, firstDue: '2026-03-01', repeats: 'once' as const }
    const found = occurrencesOf(changed, { today: '2026-11-24', until: '2026-12-31', lastDay: null })
    expect(found.map(({ dueOn, doneOn, late }) => [dueOn, doneOn, late])).toEqual([
      ['2026-01-31', '2026-02-02', false],
      ['2026-03-01', null, true],
    ])
  })
})

describe('what comes', () => {
  test('is what is late and what has its day soon, of what was agreed', () => {
    expect(
      upcomingOf(agreement, [report], '2026-11-24').map(({ kind, day, late }) => [kind, day, late]),
    ).toEqual([
      ['deliverable', '2026-04-30', true],
      ['deliverable', '2026-07-31', true],
      ['deliverable', '2026-10-31', true],
      ['notice', '2026-11-30', false],
      ['review', '2026-12-05', false],
      ['end', '2026-12-31', false],
    ])
    expect(upcomingOf({ ...agreement, status: 'proposed' }, [report], '2026-11-24')).toEqual([])
  })

  test('says that an agreement ran out, and forgets a review after a month', () => {
    expect(upcomingOf(agreement, [], '2027-01-10').map(({ kind, late }) => [kind, late])).toEqual([
      ['end', true],
    ])
  })

  test('nothing of a repetition is due after the last day of the agreement', () => {
    const [last] = upcomingOf(
      { ...agreement, untilDay: '2026-10-30', reviewOn: null },
      [report],
      '2026-11-24',
    ).slice(-1)
    expect(last).toMatchObject({ kind: 'end', day: '2026-10-30' })
  })

  test('notice is given so many months before the end, in a short month on its last day', () => {
    expect(noticeDay({ untilDay: '2026-12-31', noticeMonths: 6 })).toBe('2026-06-30')
    expect(noticeDay({ untilDay: null, noticeMonths: 6 })).toBeUndefined()
  })
})
