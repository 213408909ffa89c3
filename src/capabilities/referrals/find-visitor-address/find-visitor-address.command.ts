import type { JobScope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import type { MasterKeys } from '../../../platform/personal-data/master-keys.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { findAppointment } from '../find-appointment/find-appointment.query.ts'
import {
  type AppointmentNews,
  appointmentNews,
  purposeOfNews,
} from '../mail-appointment/mail-appointment.command.ts'
import { readPerson } from '../read-person/read-person.command.ts'

/**
 * Where a mail on an appointment goes, asked right before it does: to nobody when it is old news by now (cancelled meanwhile, already
 * begun), or when who it was about is erased. The reading is logged.
 */
export async function findVisitorAddress(
  tx: WriteHandle,
  scope: JobScope,
  keys: MasterKeys,
  { purpose, subjectId }: { readonly purpose: string; readonly subjectId: string },
  now: Instant,
): Promise<string | undefined> {
  const news = appointmentNews.find((each) => purposeOfNews(each) === purpose)
  const appointment = news && (await findAppointment(tx, scope, subjectId))
  if (!appointment || !isNews(news, appointment.state, appointment.startsAt, now)) return undefined
  const person = await readPerson(tx, scope, keys, { kind: 'appointment', id: subjectId, why: 'mail' }, now)
  return person && person !== 'sign-first' && person.contact?.kind === 'email'
    ? person.contact.value
    : undefined
}

function isNews(news: AppointmentNews, state: string, startsAt: Instant, now: Instant): boolean {
  if (news === 'cancelled') return state === 'cancelled'
  return state === 'booked' && startsAt.epochMilliseconds > now.epochMilliseconds
}
