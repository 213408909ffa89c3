import { makeLink } from '../../../platform/auth/links.command.ts'
import type { Scope } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'
import { voiceOf } from '../../../platform/i18n/public-language.ts'
import { linkInMail } from '../../../platform/mail/mail.ts'
import { queueMail } from '../../../platform/mail/queue-mail.command.ts'
import { withdrawMails } from '../../../platform/mail/withdraw-mails.command.ts'
import type { MasterKeys } from '../../../platform/personal-data/master-keys.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { deskPath, findPublicDesks } from '../../desks/public.ts'
import { appointmentFile } from '../appointment-calendar.ts'
import { whenText, whereText } from '../appointment-words.ts'

/** What a visitor is told of an appointment; each is the last part of the purpose of its mail. */
export const appointmentNews = ['booked', 'moved', 'cancelled', 'reminder'] as const
export type AppointmentNews = (typeof appointmentNews)[number]

export const isAppointmentMail = (purpose: string): boolean =>
  appointmentNews.some((news) => purposeOfNews(news) === purpose)

export const purposeOfNews = (news: AppointmentNews): string => `referrals.appointment-${news}`

/**
 * Puts a mail to a visitor in the queue, in his own language, with a calendar file: that he has an appointment, that it was moved or
 * cancelled, that it is tomorrow. Without his name, his address or his code: those are not in a mail that waits.
 */
export async function mailAppointment(
  tx: WriteHandle,
  scope: Scope,
  keys: MasterKeys,
  appointment: {
    readonly what: AppointmentNews
    readonly id: string
    readonly deskId: string
    readonly startsAt: Instant
    readonly endsAt: Instant
    readonly sequence: number
    /** Elsewhere than at the desk's own address. */
    readonly placeId: string | null
    readonly byTelephone: boolean
    readonly language: string
  },
  now: Instant,
): Promise<void> {
  const { what, id, deskId, startsAt, endsAt, sequence } = appointment
  const [desk] = await findPublicDesks(tx, scope, [deskId])
  if (!desk) return
  const voice = voiceOf(appointment.language)
  const { t, language, link } = voice
  const when = whenText(startsAt, voice)
  const where = whereText(desk, appointment, voice)
  const address =
    what === 'cancelled'
      ? linkInMail(`${link(deskPath(desk))}/afspraak`)
      : linkInMail(
          link('/afspraak'),
          (
            await makeLink(
              tx,
              scope,
              keys,
              { purpose: 'referrals.appointment', subjectId: id, expiresAt: endsAt },
              now,
            )
          ).id,
        )
  const lines = [
    t('visit.mail-appointment.greeting'),
    t(`visit.mail-appointment.line.${what}`, { desk: desk.name }),
    [
      t('visit.mail-appointment.when', { when }),
      ...(where ? [t('visit.mail-appointment.where', { where })] : []),
    ].join('\n'),
    `${t(what === 'cancelled' ? 'visit.mail-appointment.new' : 'visit.mail-appointment.change')}\n${address}`,
    desk.name,
  ]
  const calendar = appointmentFile(
    {
      id,
      sequence,
      start: startsAt.epochMilliseconds,
      end: endsAt.epochMilliseconds,
      cancelled: what === 'cancelled',
      summary: t('visit.mail-appointment.calendar', { desk: desk.name }),
      location: where || undefined,
    },
    now,
  )
  // What still waits about it is old news by now.
  await withdrawMails(tx, scope, { subjectId: id, purposes: appointmentNews.map(purposeOfNews) }, now)
  await queueMail(
    tx,
    scope,
    {
      accountId: undefined,
      subject: t(`visit.mail-appointment.subject.${what}`, { when }),
      body: `${lines.join('\n\n')}\n`,
      calendar,
      language,
      attachment: undefined,
      purpose: purposeOfNews(what),
      receiver: { kind: 'visitor', name: desk.name },
      subjectId: id,
    },
    now,
  )
}
