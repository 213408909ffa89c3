import type { FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { dateInWords } from '../../../platform/time/local-month.ts'
import { addDays, localDay } from '../../../platform/time/local-time.ts'
import { countReport, isOver, type OpenedReport, openReport } from '../opened-report.ts'
import { scheduleReport } from '../schedule-report/schedule-report.command.ts'
import { reportPage } from '../show-written-report/show-written-report.handler.ts'
import { sayReportPeriod, type WrittenReport } from '../written-report.ts'
import type { Remarks } from '../written-report-typst.ts'
import { discardWrittenReport, type KeepOutcome, keepWrittenReport } from './keep-written-report.command.ts'
import { hasRemarks, type NextStep, readNext, readRemarks, readVersion } from './keep-written-report.form.ts'
import { type FinalStep, finalStepPage } from './keep-written-report.page.tsx'

/** Keeps the remarks of a draft, and goes on with what was asked: also a button for something else loses nothing of what was typed. */
export async function submitRemarks(request: WebRequest): Promise<Reply> {
  const form = await request.form()
  const next = readNext(form)
  const id = request.idParam('report')
  // What goes away needs no remarks that can be kept.
  if (next === 'weggooien' && !readTyped(request, form).ok)
    return seeOther(`${addressOfReport(id)}/weggooien`)
  const prepare = async (opened: OpenedReport): Promise<Prepared> =>
    next === 'vastleggen' && !isOver(opened.about, request.clock.now())
      ? { ok: false, message: sayRunning(request, opened) }
      : { ok: true, document: undefined }
  return keep(request, form, prepare, (opened, changed) => goOn(request, opened, next, changed))
}

async function goOn(
  request: WebRequest,
  { kept }: OpenedReport,
  next: NextStep | undefined,
  changed: boolean,
): Promise<Reply> {
  const address = addressOfReport(kept.id)
  switch (next) {
    case undefined:
      return seeOther(`${address}?bericht=bewaard`)
    case 'vastleggen':
    case 'weggooien':
      return seeOther(`${address}/${next}`)
    case 'per-mail': {
      const scope = request.actor.selfScope()
      await request.database.write(scope, (tx) =>
        scheduleReport(tx, scope, { ...kept, origin: request.origin }, request.clock.now()),
      )
      return seeOther('/sturing/rapporten?bericht=gevraagd#per-mail')
    }
    default:
      // A file leaves the page as it stands: one with the version from before would be refused the next time.
      return seeOther(changed ? `${address}?bericht=download` : `${address}/rapport.${next}`)
  }
}

/** Asks whether a report is to be frozen, or a draft to be thrown away. What has been done already is shown. */
export const showFreeze = (request: WebRequest): Promise<Reply> => ask(request, 'vastleggen')
export const showDiscard = (request: WebRequest): Promise<Reply> => ask(request, 'weggooien')

async function ask(request: WebRequest, what: FinalStep): Promise<Reply> {
  const { t, language } = request
  const { kept, about, areaName } = await openReport(request, request.idParam('report'))
  if (kept.frozen || (what === 'vastleggen' && !isOver(about, request.clock.now())))
    return seeOther(addressOfReport(kept.id))
  const { kind, period } = about
  const title = t(`sent-reports.title.${kind}`, {
    period: sayReportPeriod(kind, period, { t, language }),
    area: areaName,
  })
  return showPage(finalStepPage({ t, kept, title, what }))
}

const addressOfReport = (id: string): string => `/sturing/rapporten/${id}`

const sayRunning = ({ t, language }: WebRequest, { about }: OpenedReport): string =>
  t('sent-reports.error.running', { day: dateInWords(addDays(about.period.until, 1), language) })

const readTyped = ({ clock, t }: WebRequest, form: FormFields): ReturnType<typeof readRemarks> =>
  readRemarks(form, Number(localDay(clock.now()).slice(0, 4)), t)

/** Freezes a report, with the remarks as they were typed or kept. Only of a period that is over, and of figures that are complete. */
export async function submitFreeze(request: WebRequest): Promise<Reply> {
  const prepare = async (opened: OpenedReport): Promise<Prepared> => {
    if (!isOver(opened.about, request.clock.now())) return { ok: false, message: sayRunning(request, opened) }
    const { document, isBehind } = await countReport(request, opened)
    return isBehind ? { ok: false, message: request.t('sent-reports.error.behind') } : { ok: true, document }
  }
  return keep(request, await request.form(), prepare, async ({ kept }) =>
    seeOther(`${addressOfReport(kept.id)}?bericht=vastgelegd`),
  )
}

type Prepared =
  | { readonly ok: true; readonly document: WrittenReport | undefined }
  | { readonly ok: false; readonly message: string }

async function keep(
  request: WebRequest,
  form: FormFields,
  prepare: (opened: OpenedReport) => Promise<Prepared>,
  goOnWith: (opened: OpenedReport, changed: boolean) => Promise<Reply>,
): Promise<Reply> {
  const id = request.idParam('report')
  const opened = await openReport(request, id)
  const { kept, scope } = opened
  // Pressed twice: the second time it has been done.
  if (kept.frozen) return tooLate(request, form, { ok: false, theirs: kept })
  const read = hasRemarks(form) ? readTyped(request, form) : { ok: true as const, remarks: kept.remarks }
  if (!read.ok) return again(request, opened, form, read.errors)
  const prepared = await prepare(opened)
  if (!prepared.ok) return again(request, opened, form, [{ message: prepared.message }])
  const { document } = prepared
  const { remarks } = read
  const seen = readVersion(form)
  if (!document && seen === kept.version && areSame(remarks, kept.remarks)) return goOnWith(opened, false)
  const outcome = await request.database.write(scope, (tx) =>
    keepWrittenReport(tx, scope, { id, seen, remarks, document }, request.clock.now()),
  )
  return outcome.ok ? goOnWith(opened, true) : tooLate(request, form, outcome)
}

const areSame = (one: Remarks, other: Remarks): boolean => {
  const parts = (remarks: Remarks): string => JSON.stringify(Object.entries(remarks).toSorted())
  return parts(one) === parts(other)
}

/** Throws a draft away. */
export async function submitDiscard(request: WebRequest): Promise<Reply> {
  const id = request.idParam('report')
  const { scope } = await openReport(request, id)
  const form = await request.form()
  const seen = readVersion(form)
  const outcome = await request.database.write(scope, (tx) =>
    discardWrittenReport(tx, scope, { id, seen }, request.clock.now()),
  )
  return outcome.ok ? seeOther('/sturing/rapporten?bericht=weggegooid') : tooLate(request, form, outcome)
}

async function again(
  request: WebRequest,
  opened: OpenedReport,
  form: FormFields,
  errors: readonly FormError[],
): Promise<Reply> {
  const typed = hasRemarks(form) ? form : undefined
  const version = readVersion(form)
  return showAgain(await reportPage(request, opened, { form: typed, errors, version }))
}

/**
 * Somebody was first. Frozen with the same remarks (a button pressed twice, or by two at once) there is nothing to tell; else
 * what was typed stands on the page once more.
 */
async function tooLate(
  request: WebRequest,
  form: FormFields,
  { theirs }: Extract<KeepOutcome, { ok: false }>,
): Promise<Reply> {
  const { t } = request
  if (!theirs) return seeOther('/sturing/rapporten?bericht=verdwenen')
  const read = readTyped(request, form)
  if (theirs.frozen && (!hasRemarks(form) || (read.ok && areSame(read.remarks, theirs.remarks))))
    return seeOther(`${addressOfReport(theirs.id)}?bericht=vastgelegd`)
  const opened = await openReport(request, theirs.id)
  const own = theirs.frozen?.byAccountId === opened.scope.accountId
  const message = t(
    theirs.frozen ? `sent-reports.error.frozen${own ? '-self' : ''}` : 'sent-reports.error.changed',
  )
  const page = await reportPage(request, opened, {
    form: hasRemarks(form) ? form : undefined,
    errors: [{ message }],
    // Who keeps it once more has been told.
    version: theirs.version,
  })
  return { kind: 'page', status: 409, page }
}
