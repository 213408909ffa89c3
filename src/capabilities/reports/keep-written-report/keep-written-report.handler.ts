import type { FormError } from '../../../platform/http/form-errors.ts'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { dateInWords } from '../../../platform/time/local-month.ts'
import { addDays, localDay } from '../../../platform/time/local-time.ts'
import { countReport, isOver, type OpenedReport, openReport } from '../opened-report.ts'
import { reportPage } from '../show-written-report/show-written-report.handler.ts'
import type { WrittenReport } from '../written-report.ts'
import { discardWrittenReport, type KeepOutcome, keepWrittenReport } from './keep-written-report.command.ts'
import { readRemarks, readVersion } from './keep-written-report.form.ts'

/** Keeps the remarks of a draft. */
export async function submitRemarks(request: WebRequest): Promise<Reply> {
  return keep(request, async () => ({ ok: true, document: undefined }))
}

/** Freezes a report, with the remarks as they were typed. Only of a period that is over, and of figures that are complete. */
export async function submitFreeze(request: WebRequest): Promise<Reply> {
  const { t, language } = request
  return keep(request, async (opened) => {
    const { until } = opened.about.period
    if (!isOver(opened.about, request.clock.now()))
      return {
        ok: false,
        message: t('sent-reports.error.running', { day: dateInWords(addDays(until, 1), language) }),
      }
    const { document, isBehind } = await countReport(request, opened)
    return isBehind ? { ok: false, message: t('sent-reports.error.behind') } : { ok: true, document }
  })
}

type Prepared =
  | { readonly ok: true; readonly document: WrittenReport | undefined }
  | { readonly ok: false; readonly message: string }

async function keep(
  request: WebRequest,
  prepare: (opened: OpenedReport) => Promise<Prepared>,
): Promise<Reply> {
  const id = request.idParam('report')
  const opened = await openReport(request, id)
  const form = await request.form()
  // Pressed twice: the second time it has been done.
  if (opened.kept.frozen) return tooLate(request, form, { ok: false, theirs: opened.kept })
  const now = request.clock.now()
  const read = readRemarks(form, Number(localDay(now).slice(0, 4)), request.t)
  if (!read.ok) return again(request, opened, form, read.errors)
  const prepared = await prepare(opened)
  if (!prepared.ok) return again(request, opened, form, [{ message: prepared.message }])
  const { document } = prepared
  const { scope } = opened
  const seen = readVersion(form)
  const outcome = await request.database.write(scope, (tx) =>
    keepWrittenReport(tx, scope, { id, seen, remarks: read.remarks, document }, now),
  )
  return outcome.ok
    ? seeOther(`/sturing/rapporten/${id}?bericht=${document ? 'vastgelegd' : 'bewaard'}`)
    : tooLate(request, form, outcome)
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
  return showAgain(await reportPage(request, opened, { form, errors }))
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
  const read = readRemarks(form, Number(localDay(request.clock.now()).slice(0, 4)), t)
  const parts = (remarks: Readonly<Record<string, string>>): string =>
    JSON.stringify(Object.entries(remarks).toSorted())
  if (theirs.frozen && read.ok && parts(read.remarks) === parts(theirs.remarks))
    return seeOther(`/sturing/rapporten/${theirs.id}?bericht=vastgelegd`)
  const opened = await openReport(request, theirs.id)
  const message = t(theirs.frozen ? 'sent-reports.error.frozen' : 'sent-reports.error.changed')
  const page = await reportPage(request, opened, { form, errors: [{ message }] })
  return { kind: 'page', status: 409, page }
}
