import { jobScope } from '../../platform/auth/scope.ts'
import type { JobParts } from '../../platform/jobs/job.ts'
import { repeatEvery } from '../../platform/jobs/repeat.ts'
import type { Working } from '../../platform/jobs/work-jobs.ts'
import type { FindAddress } from '../../platform/mail/send-mails.command.ts'
import { localDay } from '../../platform/time/local-time.ts'
import { findMailAddress, findOfficials } from '../people/public.ts'
import { remindOfficials } from './remind-officials/remind-officials.command.ts'

/** Once a day; a worker that starts anew in between tells nobody twice. */
const remindEverySeconds = 24 * 60 * 60

const mailScope = jobScope('send-mails')

/** Where mail on agreements goes: to who still works for a municipality right before it does. */
export const findAgreementAddress =
  ({ database, clock }: Pick<JobParts, 'database' | 'clock'>): FindAddress =>
  ({ purpose, subjectId }) =>
    database.read(mailScope, async (db) => {
      if (purpose !== 'agreements.reminder') return undefined
      const roles = await findOfficials(db, mailScope, localDay(clock.now()), subjectId)
      return roles.length > 0 ? findMailAddress(db, mailScope, subjectId) : undefined
    })

/** What is looked at time and again. Without mail nothing is told, and nothing counts as told. */
export const watchAgreements = (parts: JobParts): Working[] => [
  repeatEvery(remindEverySeconds, 'agreements.remind-officials', () => remindOfficials(parts), parts.log),
]
