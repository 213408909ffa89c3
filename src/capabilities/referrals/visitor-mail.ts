import { appointmentNews, purposeOfNews } from './mail-appointment/mail-appointment.command.ts'

/** The purposes of mail to a visitor: when what is kept of him is erased, what still waits of these is taken back. */
export const visitorMailPurposes: readonly string[] = [
  'referrals.visitor',
  ...appointmentNews.map(purposeOfNews),
]
