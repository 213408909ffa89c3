import type { FormError } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Page, type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { nameAccounts } from '../../people/public.ts'
import { remarkField, remarkParts } from '../keep-written-report/keep-written-report.form.ts'
import { countInLanguageOf, countReport, isOver, type OpenedReport, openReport } from '../opened-report.ts'
import { laterChanges } from '../written-report-changes.ts'
import { draftPage, frozenPage } from './show-written-report.page.tsx'

/** A report: a draft is counted anew each time it is opened, a frozen one stays as it was. */
export async function showWrittenReport(request: WebRequest): Promise<Reply> {
  const opened = await openReport(request, request.idParam('report'))
  return showPage(await reportPage(request, opened))
}

/** The page of a report; of a draft with what was typed, when that could not be kept. */
export async function reportPage(
  request: WebRequest,
  opened: OpenedReport,
  typed?: {
    /** Undefined when nothing was typed in what was sent. */
    readonly form: FormFields | undefined
    readonly errors: readonly FormError[]
    /** The version that is kept over when it is sent once more. */
    readonly version: number
  },
): Promise<Page> {
  const { t, language, sendsMail } = request
  const { kept, scope } = opened
  const people = await request.database.read(scope, (db) =>
    nameAccounts(db, scope, [
      kept.authorAccountId,
      kept.changedByAccountId,
      ...(kept.frozen ? [kept.frozen.byAccountId] : []),
    ]),
  )
  const view = {
    t,
    language,
    sendsMail,
    kept,
    people,
    notice: (['bewaard', 'download', 'vastgelegd'] as const).find(
      (each) => each === request.query('bericht'),
    ),
  }
  if (kept.frozen) {
    const { document } = kept.frozen
    const now = await countInLanguageOf(request, opened, document.language)
    return frozenPage({
      ...view,
      document,
      changes: laterChanges(document, now.document),
      errors: typed?.errors ?? [],
      typed: typed?.form,
    })
  }
  const { document } = await countReport(request, opened)
  return draftPage({
    ...view,
    document,
    form: typed?.form ?? storedFields(kept.remarks),
    version: typed?.version ?? kept.version,
    errors: typed?.errors ?? [],
    isOver: isOver(opened.about, request.clock.now()),
  })
}

const storedFields = (remarks: Readonly<Record<string, string>>): FormFields =>
  new FormFields(
    remarkParts.map((part): readonly [string, string] => [remarkField(part), remarks[part] ?? '']),
  )
