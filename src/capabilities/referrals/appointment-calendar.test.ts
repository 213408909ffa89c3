import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import { describe, expect, test } from 'vitest'
import { momentOf } from '../../platform/time/local-time.ts'
import { appointmentFeed, appointmentFile, type CalendarAppointment } from './appointment-calendar.ts'

const now = momentOf('2026-11-24', '10:00')
const hour = 3_600_000

function appointment(start: string, more: Partial<CalendarAppointment> = {}): CalendarAppointment {
  const moment = new Date(start).getTime()
  return {
    id: '0193a1b2-0000-7000-8000-00000000dead',
    sequence: 0,
    start: moment,
    end: moment + hour / 2,
    cancelled: false,
    summary: 'Afspraak bij Eemdal Centrum',
    ...more,
  }
}

/** By ical.js (Mozilla), and by node-ical. */
function readTwice(file: string): (readonly [number, number])[] {
  const root = new ICAL.Component(ICAL.parse(file))
  for (const zone of root.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
  const event = new ICAL.Event(root.getFirstSubcomponent('vevent') as ICAL.Component)
  const byNode = Object.values(nodeIcal.sync.parseICS(file)).flatMap((each) =>
    each?.type === 'VEVENT' ? [[each.start.getTime(), each.end.getTime()] as const] : [],
  )
  return [[event.startDate.toUnixTime() * 1000, event.endDate.toUnixTime() * 1000], ...byNode]
}

describe('an appointment in a calendar', () => {
  test.each([
    ['in winter', '2026-12-01T09:00:00Z'],
    ['in summer', '2026-07-07T08:00:00Z'],
    ['at the end of the day', '2026-12-01T22:45:00Z'],
    ['before the clock goes forward', '2027-03-28T00:30:00Z'],
    ['right after the clock went forward', '2027-03-28T01:00:00Z'],
    ['on the day that the clock goes forward', '2027-03-28T09:00:00Z'],
    ['in the hour that comes twice, the first time', '2026-10-25T00:15:00Z'],
    ['in the hour that comes twice, the second time', '2026-10-25T01:15:00Z'],
    ['on the day that the clock goes back', '2026-10-25T10:00:00Z'],
  ])('%s is the same moment to two readers', (_when, start) => {
    const made = appointment(start)
    for (const read of readTwice(appointmentFile(made, now))) expect(read).toEqual([made.start, made.end])
  })

  test('keeps its id, counts its changes, and is taken out when it is called off', () => {
    const file = appointmentFile(appointment('2026-12-01T09:00:00Z', { sequence: 2, cancelled: true }), now)
    expect(file).toContain('METHOD:CANCEL\r\n')
    expect(file).toContain('UID:0193a1b2-0000-7000-8000-00000000dead\r\n')
    expect(file).toContain('SEQUENCE:2\r\n')
    expect(file).toContain('STATUS:CANCELLED\r\n')
    expect(appointmentFile(appointment('2026-12-01T09:00:00Z'), now)).toContain('METHOD:PUBLISH\r\n')
  })

  test('folds its lines at 75 octets and comes back whole, signs and all', () => {
    const summary = `Afspraak; met, veel \\ tekens en ${'Україна '.repeat(12)}`.trim()
    const file = appointmentFile(appointment('2026-12-01T09:00:00Z', { summary }), now)
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    const root = new ICAL.Component(ICAL.parse(file))
    expect(root.getFirstSubcomponent('vevent')?.getFirstPropertyValue('summary')).toBe(summary)
  })

  test('of a whole desk stand in one calendar, those called off too', () => {
    const feed = appointmentFeed(
      'Eemdal Centrum',
      [
        appointment('2026-12-01T09:00:00Z', { id: 'a' }),
        appointment('2026-12-01T09:30:00Z', { id: 'b', cancelled: true }),
      ],
      now,
    )
    const root = new ICAL.Component(ICAL.parse(feed))
    expect(root.getFirstPropertyValue('method')).toBe('PUBLISH')
    expect(root.getAllSubcomponents('vevent').map((event) => event.getFirstPropertyValue('status'))).toEqual([
      'CONFIRMED',
      'CANCELLED',
    ])
    expect(
      Object.values(nodeIcal.sync.parseICS(feed)).filter((each) => each?.type === 'VEVENT'),
    ).toHaveLength(2)
  })
})
