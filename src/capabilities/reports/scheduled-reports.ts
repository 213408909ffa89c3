import type { Actor } from '../../platform/auth/actor.ts'
import { jobScope, signInScope } from '../../platform/auth/scope.ts'
import type { ApplicationDatabase } from '../../platform/database/application-database.ts'
import { type Language, translator } from '../../platform/i18n/translate.ts'
import type { Log } from '../../platform/logging/log.ts'
import type { FindAddress } from '../../platform/mail/send-mails.command.ts'
import type { PdfMaker } from '../../platform/pdf/pdf-maker.ts'
import type { Clock } from '../../platform/time/clock.ts'
import { dateInWords } from '../../platform/time/local-month.ts'
import { addDays, type Instant, localDay, localTime } from '../../platform/time/local-time.ts'
import { publicHolidays } from '../desks/public.ts'
import { findActor, findMailAddress } from '../people/public.ts'
import { addressOf, sameArea } from './area-address.ts'
import { sayNumber } from './figure-words.ts'
import {
  findSchedule,
  findSchedules,
  type ReportSchedule,
} from './find-report-schedules/find-report-schedules.query.ts'
import { listOwnAreas } from './list-own-areas/list-own-areas.query.ts'
import { seesVisitors } from './own-areas.ts'
import { readDesksOfReport, readWrittenReport } from './read-written-report/read-written-report.query.ts'
import { lastOver, type ReportPeriod } from './report-period.ts'
import { type Ending, periodDue } from './report-schedule.ts'
import { endSchedule } from './schedule-report/schedule-report.command.ts'
import {
  postponeReport,
  queueReport,
  scheduledPurposes,
} from './send-scheduled-reports/send-scheduled-reports.command.ts'
import type { WrittenReport } from './written-report.ts'
import { mayWrite, writingScope } from './written-report-access.ts'
import { reportFileName } from './written-report-files.ts'
import { reportTemplate, typstData } from './written-report-typst.ts'

const scope = jobScope('send-reports')

/** Not in the night: what the day before left is added up by then, and whoever reads at eight finds it. */
const fromTime = '07:00'

interface Parts {
  readonly database: ApplicationDatabase
  readonly clock: Clock
  readonly log: Log
  readonly pdf: PdfMaker
}

/**
 * Puts the reports that are due in the mail. One look does nothing but compare days until one is. What goes wrong with one is
 * logged, does not keep the others waiting, and is tried again later: after a minute, and after an hour at most.
 * @returns how many were put there
 */
export async function queueDueReports(parts: Parts): Promise<number> {
  const { database, clock, log } = parts
  const now = clock.now()
  const today = localDay(now)
  if (localTime(now) < fromTime) return 0
  const schedules = await database.read(scope, (db) => findSchedules(db, scope))
  const open = schedules.filter(
    ({ kind, lastPeriod, expiresOn, nextAttemptAt }) =>
      (lastPeriod !== lastOver(kind, today).code || expiresOn < today) &&
      (!nextAttemptAt || nextAttemptAt.epochMilliseconds <= now.epochMilliseconds),
  )
  if (open.length === 0) return 0
  const holidays = await holidaysAround(today)
  let queued = 0
  for (const schedule of open)
    try {
      const about = periodDue({ ...schedule, createdOn: localDay(schedule.createdAt) }, today, holidays)
      if (schedule.expiresOn < today) await end(database, schedule, 'expired', now)
      else if (about && (await queueOne(parts, schedule, about, now))) queued += 1
    } catch (error) {
      log.error(
        { schedule: schedule.id, error: (error as Error).stack },
        'A report could not be put in the mail',
      )
      await database.keep(scope, (tx) => postponeReport(tx, scope, schedule, now))
    }
  return queued
}

/**
 * Where a mail with a report goes, if it still may: asked right before it does, so that a role that was taken away meanwhile, and
 * an address that was changed, count.
 */
export function findReportAddress(database: ApplicationDatabase, clock: Clock): FindAddress {
  return async ({ purpose, subjectId }) => {
    const withVisitors = purpose === scheduledPurposes.withVisitors
    if (!withVisitors && purpose !== scheduledPurposes.withoutVisitors) return undefined
    const schedule = await database.read(scope, (db) => findSchedule(db, scope, subjectId))
    if (!schedule || schedule.ended) return undefined
    const now = clock.now()
    const standing = await standingOf(database, schedule, now)
    if (!standing.ok) {
      await end(database, schedule, standing.why, now)
      return undefined
    }
    // Who sees less than when it was made gets the next one, without visitors.
    if (withVisitors && !seesVisitors(standing.actor, schedule.area.level)) return undefined
    return database.read(scope, (db) => findMailAddress(db, scope, schedule.accountId))
  }
}

type Standing =
  | { readonly ok: true; readonly actor: Actor; readonly language: Language }
  | { readonly ok: false; readonly why: Ending }

/** Whether somebody may still see what was asked for, by the roles of today. */
async function standingOf(
  database: ApplicationDatabase,
  { accountId, area }: ReportSchedule,
  now: Instant,
): Promise<Standing> {
  const found = await database.read(signInScope, (db) => findActor(db, signInScope, accountId, localDay(now)))
  if (!found) return { ok: false, why: 'account-closed' }
  return mayWrite(found.actor, area) ? { ok: true, ...found } : { ok: false, why: 'not-allowed' }
}

async function queueOne(
  { database, pdf }: Parts,
  schedule: ReportSchedule,
  about: ReportPeriod,
  now: Instant,
): Promise<boolean> {
  const standing = await standingOf(database, schedule, now)
  if (!standing.ok) {
    await end(database, schedule, standing.why, now)
    return false
  }
  const { actor, language } = standing
  const { area } = schedule
  const t = translator(language)
  const today = localDay(now)
  const self = actor.selfScope()
  const areas = await database.read(self, (db) => listOwnAreas(db, self, actor, today, t))
  const areaName = areas.find((each) => sameArea(each.area, area))?.name
  const desks = await database.read(self, (db) => readDesksOfReport(db, self, area, about, today))
  if (areaName === undefined || !desks) {
    await end(database, schedule, 'not-allowed', now)
    return false
  }
  const reading = writingScope(actor, area)
  const withVisitors = seesVisitors(actor, area.level)
  const { document, isBehind } = await database.read(reading, (db) =>
    readWrittenReport(db, reading, { area, areaName, about, withVisitors, desks, language, t }, now),
  )
  // Numbers that are not added up yet are for the next look.
  if (isBehind) return false
  const state = t('sent-reports.pdf.draft', { day: dateInWords(today, language) })
  const content = await pdf.make(reportTemplate, typstData(document, {}, state, t))
  const mail = {
    purpose: withVisitors ? scheduledPurposes.withVisitors : scheduledPurposes.withoutVisitors,
    subject: document.title,
    body: bodyOf(document, schedule, about),
    attachment: { name: reportFileName(document, 'pdf'), content },
  }
  return database.write(scope, (tx) => queueReport(tx, scope, schedule, about.code, mail, now))
}

/** The numbers that matter most as text, where to read on, and how to stop. */
function bodyOf(document: WrittenReport, { area, origin }: ReportSchedule, { code }: ReportPeriod): string {
  const { language } = document
  const t = translator(language)
  const query = new URLSearchParams({ gebied: addressOf(area), periode: code })
  return [
    document.title,
    '',
    ...document.summary,
    '',
    ...document.totals.map(({ label, now, remark }) => `${label}: ${sayNumber(now, language)}. ${remark}`),
    '',
    t('sent-reports.mail.attached'),
    t('sent-reports.mail.open'),
    `${origin}/sturing/rapporten?${query}`,
    '',
    t('sent-reports.mail.why'),
    t('sent-reports.mail.stop'),
    `${origin}/sturing/rapporten#per-mail`,
    '',
  ].join('\n')
}

async function end(
  database: ApplicationDatabase,
  { id }: ReportSchedule,
  why: Ending,
  now: Instant,
): Promise<void> {
  await database.write(scope, (tx) => endSchedule(tx, scope, { id, why }, now))
}

/** The days around today on which nobody is at work: not those on which many libraries are open. */
async function holidaysAround(today: string): Promise<ReadonlySet<string>> {
  const holidays = await publicHolidays(addDays(today, -400), addDays(today, 31))
  return new Set(holidays.filter(({ optional }) => !optional).map(({ day }) => day))
}
