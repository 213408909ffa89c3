import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deskHoursArbitrary } from '../../../tests/support/hours-arbitrary.ts'
import { instantAt, localTime, momentOf } from '../../platform/time/local-time.ts'
import { type DeskHours, openingsBetween } from '../desks/public.ts'
import { firstSlotDays, freeSlots, type Offer, slotDays, slotsOf, type TakenPlace } from './slots.ts'

const offer: Offer = {
  id: 'a',
  hoursKind: 'desk',
  hoursLabel: null,
  minutes: 30,
  places: 1,
  keptForWalkIn: 0,
  noticeMinutes: 0,
  horizonDays: 28,
}
const at = (day: string, time: string): number => momentOf(day, time).epochMilliseconds
const times = (slots: readonly { start: number }[]): string[] =>
  slots.map(({ start }) => localTime(instantAt(start)))

const week = (
  hours: readonly {
    weekday: number
    opens: number
    closes: number
    kind?: 'desk' | 'consultation'
    label?: string
  }[],
): DeskHours => ({
  timetables: [
    {
      id: 't',
      kind: 'ordinary',
      name: null,
      fromDay: '2026-01-01',
      untilDay: null,
      version: 1,
      hours: hours.map(({ kind = 'desk', label = null, ...each }) => ({
        ...each,
        kind,
        label,
        access: 'appointment',
        languages: [],
        targetGroup: null,
        placeId: null,
      })),
    },
  ],
  dated: [],
})
const tuesdays = week([{ weekday: 2, opens: 600, closes: 720 }])
const now = { moment: at('2026-11-24', '10:10'), today: '2026-11-24' }

describe('the times of an offer', () => {
  test('follow each other in the opening, and what is left over is too short', () => {
    const slots = slotsOf({ ...offer, minutes: 45 }, tuesdays, '2026-11-24', '2026-11-25')
    expect(times(slots)).toEqual(['10:00', '10:45'])
  })

  test('are those of its kind and, where it has one, of its name', () => {
    const hours = week([
      { weekday: 2, opens: 600, closes: 630 },
      { weekday: 2, opens: 780, closes: 810, kind: 'consultation', label: 'Belastingdienst' },
      { weekday: 2, opens: 840, closes: 870, kind: 'consultation', label: 'Raadslieden' },
    ])
    const ofKind = (hoursKind: Offer['hoursKind'], hoursLabel: string | null) =>
      times(slotsOf({ ...offer, hoursKind, hoursLabel }, hours, '2026-11-24', '2026-11-25'))
    expect(ofKind('desk', null)).toEqual(['10:00'])
    expect(ofKind('consultation', null)).toEqual(['13:00', '14:00'])
    expect(ofKind('consultation', ' raadslieden ')).toEqual(['14:00'])
    expect(ofKind('telephone', null)).toEqual([])
  })

  test('on a day that is closed are none', () => {
    const closed: DeskHours = {
      ...tuesdays,
      timetables: [
        ...tuesdays.timetables,
        {
          id: 'x',
          kind: 'exception',
          name: 'Dicht',
          fromDay: '2026-12-01',
          untilDay: '2026-12-02',
          version: 1,
          hours: [],
        },
      ],
    }
    expect(slotDays(freeSlots(offer, closed, [], now, 'outside')).map(({ day }) => day)).toEqual([
      '2026-11-24',
      '2026-12-08',
      '2026-12-15',
      '2026-12-22',
    ])
  })

  test('in the night that the clock goes forward skip the hour that is not there; backward they come once more', () => {
    const nights = week([{ weekday: 7, opens: 60, closes: 240 }])
    const hourly = { ...offer, minutes: 60 }
    expect(times(slotsOf(hourly, nights, '2027-03-28', '2027-03-29'))).toEqual(['01:00', '03:00'])
    expect(times(slotsOf(hourly, nights, '2026-10-25', '2026-10-26'))).toEqual([
      '01:00',
      '02:00',
      '02:00',
      '03:00',
    ])
  })
})

describe('what is free', () => {
  test('is not past, keeps the notice for others than the desk, and ends at the horizon', () => {
    const strict = { ...offer, noticeMinutes: 60, horizonDays: 7 }
    expect(times(freeSlots(strict, tuesdays, [], now, 'desk'))).toEqual([
      '10:30',
      '11:00',
      '11:30',
      '10:00',
      '10:30',
      '11:00',
      '11:30',
    ])
    expect(times(freeSlots(strict, tuesdays, [], now, 'outside'))).toEqual([
      '11:30',
      '10:00',
      '10:30',
      '11:00',
      '11:30',
    ])
    const short = { ...strict, horizonDays: 6 }
    expect(times(freeSlots(short, tuesdays, [], now, 'outside'))).toEqual(['11:30'])
  })

  test('leaves out what is taken, and keeps places for who walks in', () => {
    const wide = { ...offer, places: 3, keptForWalkIn: 1 }
    const start = at('2026-11-24', '11:00')
    const taken: TakenPlace[] = [{ offerId: 'a', start, end: start + 1_800_000, place: 1 }]
    const find = (places: readonly TakenPlace[]) =>
      freeSlots(wide, tuesdays, places, now, 'desk').find((slot) => slot.start === start)?.free
    expect(find([])).toEqual([1, 2])
    expect(find(taken)).toEqual([2])
    expect(find([...taken, { ...(taken[0] as TakenPlace), place: 2 }])).toBeUndefined()
    expect(find([{ ...(taken[0] as TakenPlace), offerId: 'b' }])).toEqual([1, 2])
  })

  test('counts a longer appointment of before in each time that it covers', () => {
    const start = at('2026-11-24', '10:30')
    const taken = [{ offerId: 'a', start, end: start + 3_600_000, place: 1 }]
    expect(times(freeSlots(offer, tuesdays, taken, now, 'desk')).slice(0, 1)).toEqual(['11:30'])
  })

  test('stands under its days, so many at once', () => {
    const slots = freeSlots(offer, tuesdays, [], now, 'desk')
    const first = firstSlotDays(slots, 2)
    expect(slotDays(first.slots).map(({ day }) => day)).toEqual(['2026-11-24', '2026-12-01'])
    expect(first.moreFrom).toBe('2026-12-08')
    expect(firstSlotDays(slots, 9, '2026-12-09').moreFrom).toBeUndefined()
  })
})

describe('laws of all hours and offers', () => {
  const offers = fc.record({
    minutes: fc.integer({ min: 10, max: 60 }),
    places: fc.integer({ min: 1, max: 5 }),
    kept: fc.integer({ min: 0, max: 4 }),
    noticeMinutes: fc.integer({ min: 0, max: 3000 }),
    horizonDays: fc.integer({ min: 1, max: 60 }),
    hoursKind: fc.constantFrom('desk' as const, 'consultation' as const, 'telephone' as const),
  })

  test('each time lies within an opening of the kind, lasts as long as it should, and overlaps no other', () => {
    fc.assert(
      fc.property(deskHoursArbitrary, offers, (hours, { kept, ...given }) => {
        const made = { ...offer, ...given, keptForWalkIn: Math.min(kept, given.places - 1) }
        const openings = openingsBetween(hours, '2027-03-10', '2027-04-10').filter(
          (opening) => opening.hours.kind === made.hoursKind,
        )
        const slots = slotsOf(made, hours, '2027-03-10', '2027-04-10')
        let until = Number.NEGATIVE_INFINITY
        for (const { start, end } of slots) {
          expect(end - start).toBe(made.minutes * 60_000)
          expect(start).toBeGreaterThanOrEqual(until)
          expect(openings.some((each) => each.start <= start && end <= each.end)).toBe(true)
          until = end
        }
      }),
      { numRuns: 200 },
    )
  })

  test('free and taken together are all places, after the notice and up to the horizon', () => {
    fc.assert(
      fc.property(
        deskHoursArbitrary,
        offers,
        fc.array(fc.nat(400), { maxLength: 30 }),
        (hours, { kept, ...given }, picks) => {
          const made = { ...offer, ...given, keptForWalkIn: Math.min(kept, given.places - 1) }
          const moment = { moment: at('2027-03-10', '09:00'), today: '2027-03-10' }
          const bookable = made.places - made.keptForWalkIn
          const empty = freeSlots(made, hours, [], moment, 'outside')
          for (const { start, day, free } of empty) {
            expect(start).toBeGreaterThanOrEqual(moment.moment + made.noticeMinutes * 60_000)
            expect(day <= '2027-05-09').toBe(true)
            expect(free).toHaveLength(bookable)
          }
          const taken = new Map<string, TakenPlace>()
          for (const pick of picks) {
            const slot = empty[pick % Math.max(1, empty.length)]
            const place = (pick % bookable) + 1
            if (slot)
              taken.set(`${slot.start} ${place}`, { offerId: 'a', start: slot.start, end: slot.end, place })
          }
          const left = freeSlots(made, hours, [...taken.values()], moment, 'outside')
          const count = (slots: readonly { free: readonly number[] }[]) =>
            slots.reduce((sum, { free }) => sum + free.length, 0)
          expect(count(left)).toBe(count(empty) - taken.size)
        },
      ),
      { numRuns: 200 },
    )
  })
})
