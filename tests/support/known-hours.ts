import type { DatedHours, DeskHours, Hours, Timetable } from '../../src/capabilities/desks/opening-hours.ts'
import { dayNumber } from '../../src/platform/time/local-minutes.ts'

/**
 * Hours of desks that exist or existed, after the guide (Handreiking Informatiepunten Digitale Overheid, VNG, November
 * 2022, §§ 3.1 and 3.3). What the guide leaves open is chosen here and said beside it; it gives no place, so none has one.
 */

const from = '2026-01-05'
const uuid = (number: number): string => `0193a1b2-0000-7000-8000-${String(number).padStart(12, '0')}`
let made = 0

const at = (opens: string, closes: string, what: Partial<Hours> = {}): Hours => ({
  opens: minute(opens),
  closes: minute(closes) > minute(opens) ? minute(closes) : minute(closes) + 1440,
  kind: 'desk',
  label: null,
  access: 'walk-in',
  languages: [],
  targetGroup: null,
  placeId: null,
  ...what,
})
const minute = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

function timetable(
  kind: Timetable['kind'],
  days: readonly [string, string | null],
  hours: readonly (readonly [weekdays: readonly (number | null)[], Hours])[],
  name: string | null = null,
): Timetable {
  made += 1
  return {
    id: uuid(made),
    kind,
    name,
    fromDay: days[0],
    untilDay: days[1],
    version: 1,
    hours: hours.flatMap(([weekdays, each]) => weekdays.map((weekday) => ({ ...each, weekday }))),
  }
}
const usual = (...hours: Parameters<typeof timetable>[2]): Timetable =>
  timetable('ordinary', [from, null], hours)
const shut = (day: string, until: string, name: string): Timetable =>
  timetable('exception', [day, until], [], name)

function stops(days: readonly string[], hours: Hours): DatedHours[] {
  return days.map((day) => {
    made += 1
    return { ...hours, id: uuid(made), day, cancelled: false }
  })
}
const everyDays = (first: string, step: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) =>
    new Date((dayNumber(first) + index * step) * 86_400_000).toISOString().slice(0, 10),
  )

// In 2025 the 27th of April is a Sunday, and Koningsdag the 26th; in 2026, 2027 and 2028 it is the 27th.
const holidays = [
  shut('2027-04-27', '2027-04-28', 'Koningsdag'),
  shut('2027-05-06', '2027-05-07', 'Hemelvaart'),
  shut('2027-12-25', '2027-12-27', 'Kerst'),
]

export const knownHours: Readonly<Record<string, DeskHours>> = {
  // § 3.1: Tuesday to Friday from 11 to 13.
  'ZB Middelburg': { timetables: [usual([[2, 3, 4, 5], at('11:00', '13:00')]), ...holidays], dated: [] },
  // § 3.1: Monday, Tuesday, Thursday and Friday from 11 to 13.
  'ZB Vlissingen': { timetables: [usual([[1, 2, 4, 5], at('11:00', '13:00')]), ...holidays], dated: [] },
  // § 3.1: a bus, some twice a month, in Veere and Noord-Beveland, announced beforehand. Days and times are ours.
  ZBBUZZ: {
    timetables: [shut('2027-05-06', '2027-05-07', 'Hemelvaart')],
    dated: [
      ...stops(everyDays('2026-12-03', 14, 40), at('10:00', '12:30')),
      ...stops(everyDays('2026-12-03', 28, 20), at('14:00', '16:00')),
      ...stops(['2027-02-10'], at('14:00', '16:00')).map((each) => ({ ...each, cancelled: true })),
    ],
  },
  // § 3.1: Monday to Saturday, a youth hour twice a week, and consultation hours by telephone. All times are ours.
  'Rotterdam Centraal': {
    timetables: [
      usual(
        [[1, 2, 3, 4, 5], at('10:00', '17:00', { languages: ['en', 'tr', 'ar', 'pl'] })],
        [[6], at('11:00', '16:00')],
        [[2, 4], at('15:00', '17:00', { kind: 'youth', targetGroup: 'jongeren' })],
        [[1, 2, 3, 4, 5], at('09:00', '10:00', { kind: 'telephone' })],
        [
          [3],
          at('13:00', '15:00', { kind: 'consultation', label: 'Belastingdienst', access: 'appointment' }),
        ],
        [[1], at('09:00', '10:00', { kind: 'staff' })],
      ),
      timetable('period', ['2027-07-12', '2027-08-23'], [[[2, 4], at('10:00', '14:00')]], 'Zomer'),
      ...holidays,
      timetable(
        'exception',
        ['2027-12-24', '2027-12-25'],
        [[[null], at('10:00', '13:00')]],
        'Dag voor kerst',
      ),
    ],
    dated: [],
  },
  // § 3.1: four days of three hours. Which days and times are ours.
  // Closed on two Mondays after one another: what its first week says is not what the next ones are.
  'BiblioPlus Boxmeer': {
    timetables: [
      usual([[1, 2, 4, 5], at('10:00', '13:00')]),
      ...holidays,
      shut('2027-02-08', '2027-02-10', 'Carnaval'),
      shut('2027-02-15', '2027-02-16', 'Studiedag'),
    ],
    dated: [],
  },
  'BiblioPlus Cuijk': { timetables: [usual([[1, 3, 4, 5], at('13:30', '16:30')]), ...holidays], dated: [] },
  // § 3.1: two days.
  'BiblioPlus Gennep': { timetables: [usual([[2, 4], at('10:00', '13:00')]), ...holidays], dated: [] },
  // § 3.3: an hour a week in the restaurant of the HEMA. Which is ours.
  'Kennemerwaard in de HEMA': {
    timetables: [usual([[3], at('10:00', '11:00', { placeId: uuid(900) })]), ...holidays],
    dated: [],
  },
  // § 3.3: in a community centre, by appointment only. Days and times are ours.
  'Zaanstreek in het wijkcentrum': {
    timetables: [usual([[2, 5], at('09:30', '12:00', { access: 'appointment' })]), ...holidays],
    dated: [],
  },
  // No desk of the guide: what its hours do not reach. Past midnight, both nights on which the clock changes, and the turn of the year.
  'Nacht van de bibliotheek': {
    timetables: [
      usual([[6], at('20:00', '04:00')], [[5], at('18:00', '24:00')]),
      timetable(
        'exception',
        ['2026-12-31', '2027-01-01'],
        [[[null], at('22:00', '01:00')]],
        'Oudejaarsavond',
      ),
      timetable('exception', ['2027-03-28', '2027-03-29'], [[[7], at('01:30', '03:30')]], 'Zomertijd'),
      timetable('exception', ['2027-10-31', '2027-11-01'], [[[7], at('01:30', '02:30')]], 'Wintertijd'),
      // Until a time that the clock skips.
      timetable('exception', ['2028-03-25', '2028-03-26'], [[[null], at('12:45', '02:00')]], 'Lange avond'),
      shut('2027-06-13', '2027-06-14', 'Na een nacht'),
    ],
    dated: stops(['2027-01-29', '2027-06-18'], at('00:00', '24:00')),
  },
}
