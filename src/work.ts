import type pg from 'pg'
import { findAgreementAddress, watchAgreements } from './capabilities/agreements/public.ts'
import {
  contactsJobs,
  eraseOldExports,
  eraseOldImports,
  resumeExports,
  resumeImports,
} from './capabilities/contacts/public.ts'
import { directoryJobs, findDirectoryAddress, watchDirectory } from './capabilities/directory/public.ts'
import { makeReleases, type ReleaseSettings } from './capabilities/open-data/public.ts'
import { findReferralAddress, referralsJobs, watchReferrals } from './capabilities/referrals/public.ts'
import {
  findReportAddress,
  foldFigures,
  queueDueReports,
  recountSlices,
  reportsJobs,
  watchBenchmarks,
  watchCoverage,
} from './capabilities/reports/public.ts'
import { resumeRecodings, triageJobs } from './capabilities/triage/public.ts'
import type { PassesOnTo } from './platform/config/config.ts'
import type { Job, JobParts } from './platform/jobs/job.ts'
import { repeatEvery } from './platform/jobs/repeat.ts'
import { type Working, workJobs } from './platform/jobs/work-jobs.ts'
import type { MailServer } from './platform/mail/mail.ts'
import { type FindAddress, sendMails } from './platform/mail/send-mails.command.ts'
import type { PdfMaker } from './platform/pdf/pdf-maker.ts'

/** Everything that is done outside a request, by capability. */
export const jobs: readonly Job[] = [
  ...directoryJobs,
  ...referralsJobs,
  ...contactsJobs,
  ...triageJobs,
  ...reportsJobs,
]

/** Figures are added up this often; a reader adds what waits meanwhile. */
const foldEverySeconds = 1

/** Figures narrowed down to one answer are counted anew this often, where something was added. */
const recountEverySeconds = 60

/** Where desks stand is looked at this often; only when it differs is their reach reckoned anew. */
const coverageEverySeconds = 60

/** Whether areas have to be compared anew is looked at this often. */
const benchmarksEverySeconds = 60

/** Files with history that nobody finished, and files with contacts that are old, are looked for at the start, and once a day. */
const eraseEverySeconds = 24 * 60 * 60

/** Whether reports are due that people get by mail is looked at this often; and so often mail goes that waits. */
const reportsEverySeconds = 60
const mailEverySeconds = 5

/** Whose mail it is, by the first part of its purpose: each capability says for itself whether a mail may go, and where to. */
export const findMailAddress = (parts: JobParts): FindAddress => {
  const finders: Readonly<Record<string, FindAddress>> = {
    reports: findReportAddress(parts.database, parts.clock),
    directory: findDirectoryAddress(parts),
    referrals: findReferralAddress(parts),
    agreements: findAgreementAddress(parts),
  }
  return async (mail) => finders[mail.purpose.split('.')[0] ?? '']?.(mail)
}

/** What mail is made and sent with. */
export interface Mailing {
  /** Where people find this installation, for the addresses in mail. */
  readonly origin: string
  readonly pdf: PdfMaker
  /** Undefined: mail is off. Then nothing is put in the mail either. */
  readonly server: MailServer | undefined
}

/** Whether the day of a release has come is looked at this often. */
const releaseEverySeconds = 60 * 60

/** Starts all background work. The only place where it is put together. @param pool with the worker's role @param releases without it no figures are published @param mailing without it nobody gets reports @param passesOnTo without it nothing is passed on to another's system */
export async function startWork(
  pool: pg.Pool,
  parts: JobParts,
  releases?: ReleaseSettings,
  mailing?: Mailing,
  passesOnTo?: PassesOnTo,
): Promise<Working> {
  const { database, log } = parts
  await resumeImports(database)
  await resumeExports(database)
  await resumeRecodings(database)
  const reckonCoverage = watchCoverage()
  const reckonBenchmarks = watchBenchmarks()
  const working = [
    await workJobs(pool, jobs, parts),
    repeatEvery(eraseEverySeconds, 'erase-imports', () => eraseOldImports(database, parts.clock.now()), log),
    repeatEvery(eraseEverySeconds, 'erase-exports', () => eraseOldExports(database, parts.clock.now()), log),
    repeatEvery(foldEverySeconds, 'fold-figures', () => foldFigures(database), log),
    repeatEvery(recountEverySeconds, 'recount-slices', () => recountSlices(database, parts.clock.now()), log),
    repeatEvery(
      coverageEverySeconds,
      'reckon-coverage',
      () => reckonCoverage(database, parts.clock.now()),
      log,
    ),
    repeatEvery(
      benchmarksEverySeconds,
      'reckon-benchmarks',
      () => reckonBenchmarks(database, parts.clock.now()),
      log,
    ),
    ...watchDirectory(parts),
    ...watchReferrals(parts, passesOnTo),
    // Also when mail is off: what was put there before that must not stay.
    repeatEvery(
      mailEverySeconds,
      'send-mails',
      () =>
        sendMails(database, {
          ...parts,
          server: mailing?.server,
          origin: mailing?.origin ?? '',
          findAddress: findMailAddress(parts),
        }),
      log,
    ),
  ]
  if (releases)
    working.push(
      repeatEvery(
        releaseEverySeconds,
        'make-releases',
        () => makeReleases(database, parts.clock.now(), releases),
        log,
      ),
    )
  if (mailing?.server) {
    const { pdf } = mailing
    working.push(
      ...watchAgreements(parts),
      repeatEvery(reportsEverySeconds, 'queue-reports', () => queueDueReports({ ...parts, pdf }), log),
    )
  }
  return {
    stop: async () => {
      await Promise.all(working.map((each) => each.stop()))
    },
  }
}
