import { jobScope } from '../../platform/auth/scope.ts'
import type { PassesOnTo } from '../../platform/config/config.ts'
import type { Job, JobParts } from '../../platform/jobs/job.ts'
import { repeatEvery } from '../../platform/jobs/repeat.ts'
import type { Working } from '../../platform/jobs/work-jobs.ts'
import type { FindAddress } from '../../platform/mail/send-mails.command.ts'
import { findMailAddress } from '../people/public.ts'
import { eraseExpired } from './erase-expired/erase-expired.command.ts'
import { findPartnerAddress } from './find-partner-address/find-partner-address.query.ts'
import { findReferredAddress } from './find-referred-address/find-referred-address.command.ts'
import { findVisitorAddress } from './find-visitor-address/find-visitor-address.command.ts'
import { connectKlantinteracties } from './klantinteracties.gateway.ts'
import { isAppointmentMail } from './mail-appointment/mail-appointment.command.ts'
import { remindAppointments } from './remind-appointments/remind-appointments.command.ts'
import { rotateKeys } from './rotate-keys/rotate-keys.command.ts'
import { sendHandOvers } from './send-hand-overs/send-hand-overs.command.ts'
import { findSenderAddress } from './tell-sender/tell-sender.query.ts'
import { lapseReferrals, warnSilence } from './warn-silence/warn-silence.command.ts'

/** Whether the term of personal data is over is looked at this often: one of 0 days ends the day on which it ended. */
const eraseEverySeconds = 15 * 60

/** Whether keys have to be replaced is looked at when the worker starts, and once a day. */
const rotateEverySeconds = 24 * 60 * 60

/** Whether somebody has to be reminded of tomorrow is looked at this often. */
const remindEverySeconds = 5 * 60

/** Whether partners are silent, and whether referrals ran out, is looked at this often. */
const silenceEverySeconds = 60 * 60

export const referralsJobs: readonly Job[] = []

/** Who asks for each purpose whether a mail may go, and where to. */
type FindReferralAddress = (
  parts: JobParts,
  mail: { readonly purpose: string; readonly subjectId: string; readonly accountId: string | undefined },
) => Promise<string | undefined>

const scope = jobScope('find-referral-address')
const toPartner: FindReferralAddress = ({ database, clock }, mail) =>
  database.read(scope, (db) => findPartnerAddress(db, scope, mail, clock.now()))

const finders: Readonly<Record<string, FindReferralAddress>> = {
  'referrals.sent': toPartner,
  'referrals.reminder': toPartner,
  'referrals.withdrawn': toPartner,
  'referrals.visitor': ({ database, keys, clock }, mail) =>
    database.keep(scope, (tx) => findReferredAddress(tx, scope, keys, mail.subjectId, clock.now())),
  'referrals.silence': ({ database }, { accountId }) =>
    database.read(scope, async (db) => accountId && findMailAddress(db, scope, accountId)),
  'referrals.sender-told': ({ database }, mail) =>
    database.read(scope, (db) => findSenderAddress(db, scope, mail)),
}

/** Where mail on referrals, appointments and call-backs goes: nowhere, when nobody says so for its purpose. */
export const findReferralAddress =
  (parts: JobParts): FindAddress =>
  async (mail) =>
    isAppointmentMail(mail.purpose) ? findForVisitor(parts, mail) : finders[mail.purpose]?.(parts, mail)

const findForVisitor = (
  { database, keys, clock }: JobParts,
  mail: { readonly purpose: string; readonly subjectId: string },
) => database.keep(scope, (tx) => findVisitorAddress(tx, scope, keys, mail, clock.now()))

/** What a desk asked to be passed on goes within so many seconds. */
const passOnEverySeconds = 10

function passOnTo(parts: JobParts, { url, token, name }: PassesOnTo): Working {
  const system = connectKlantinteracties({ url, token })
  return repeatEvery(
    passOnEverySeconds,
    'referrals.send-hand-overs',
    () => sendHandOvers(parts, system, name),
    parts.log,
  )
}

/** What is looked at time and again. @param passesOnTo another's system; without it nothing is passed on */
export const watchReferrals = (parts: JobParts, passesOnTo?: PassesOnTo): Working[] => [
  ...(passesOnTo ? [passOnTo(parts, passesOnTo)] : []),
  ...watch(parts),
]

const watch = ({ database, clock, log, keys }: JobParts): Working[] => [
  repeatEvery(
    remindEverySeconds,
    'referrals.remind-appointments',
    () => remindAppointments(database, keys, clock.now()),
    log,
  ),
  repeatEvery(
    silenceEverySeconds,
    'referrals.warn-silence',
    async () => {
      await lapseReferrals(database, clock.now())
      await warnSilence(database, clock.now())
    },
    log,
  ),
  repeatEvery(
    eraseEverySeconds,
    'referrals.erase-expired',
    () => eraseExpired(database, clock.now(), log),
    log,
  ),
  // At once when the worker starts: so a new first key counts after a restart.
  repeatEvery(
    rotateEverySeconds,
    'referrals.rotate-keys',
    () => rotateKeys(database, keys, clock.now(), log),
    log,
  ),
]
