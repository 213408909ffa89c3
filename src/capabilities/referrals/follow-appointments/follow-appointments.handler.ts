import { publicScope } from '../../../platform/auth/scope.ts'
import { tryLink } from '../../../platform/auth/try-link.command.ts'
import { foundOrRefuse, refuse } from '../../../platform/errors/refusals.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { publicVoice } from '../../../platform/i18n/public-language.ts'
import { addDays, localDay, startOfDay } from '../../../platform/time/local-time.ts'
import { findPublicDesks } from '../../desks/public.ts'
import { readLists } from '../../lists/public.ts'
import { appointmentFeed } from '../appointment-calendar.ts'
import { whereText } from '../appointment-words.ts'
import { findFeedAppointments, findHoursFrom, openingOf } from '../find-appointment/find-appointment.query.ts'

/** From so many days ago until so many ahead. */
const daysBack = 14
const daysAhead = 180

/** The appointments of a desk as a calendar to subscribe to, for who has its address: when and about what, never who. */
export async function sendAppointmentFeed(request: WebRequest): Promise<Reply> {
  const now = request.clock.now()
  const today = localDay(now)
  const token = request.param('token')
  const { address } = request
  const opened = await request.database.keep(publicScope, (tx) =>
    tryLink(tx, publicScope, { purpose: 'referrals.calendar', token, address }, now),
  )
  const scope = opened === 'wait' ? refuse('too-many-attempts') : foundOrRefuse(opened)
  const { desk, appointments, hours, topics } = await request.database.read(scope, async (db) => {
    const [found] = await findPublicDesks(db, scope, [scope.subjectId])
    const known = foundOrRefuse(found)
    const lists = await readLists(db, scope, today, 'nl', known.libraryId)
    return {
      desk: known,
      topics: new Map(lists.topics.map(({ code, label }) => [code, label])),
      hours: await findHoursFrom(db, scope, known.id, addDays(today, -daysBack - 1)),
      appointments: await findFeedAppointments(db, scope, {
        from: startOfDay(addDays(today, -daysBack)),
        until: startOfDay(addDays(today, daysAhead)),
      }),
    }
  })
  const body = appointmentFeed(
    desk.name,
    appointments.map((appointment) => ({
      id: appointment.id,
      sequence: appointment.sequence,
      start: appointment.startsAt.epochMilliseconds,
      end: appointment.endsAt.epochMilliseconds,
      cancelled: appointment.state === 'cancelled',
      summary: [appointment.offerName, topics.get(appointment.topicCode ?? '')].filter(Boolean).join(': '),
      location:
        whereText(
          desk,
          {
            placeId: openingOf(appointment, hours)?.hours.placeId ?? null,
            byTelephone: appointment.hoursKind === 'telephone',
          },
          publicVoice('nl'),
        ) || undefined,
    })),
    now,
  )
  return {
    kind: 'file',
    contentType: 'text/calendar; charset=utf-8',
    cacheControl: 'private, max-age=300',
    body,
  }
}
