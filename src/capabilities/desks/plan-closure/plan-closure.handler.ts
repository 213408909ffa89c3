import { refuse } from '../../../platform/errors/refusals.ts'
import { type FormError, parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { saveTimetable, type TimetableInput, type TimetableWish } from '../change-week/change-week.command.ts'
import { closureForm, seenFields, seenSent, validitySent } from '../change-week/change-week.form.ts'
import { previewOf, validityFields, withFields, withOneMore } from '../change-week/change-week.handler.ts'
import { lineFields, readLines } from '../hours-lines.ts'
import type { Timetable } from '../opening-hours.ts'
import { type KeptDesk, lineRules, prepareHours } from '../show-hours/show-hours.handler.ts'
import { planClosurePage } from './plan-closure.page.tsx'

/** A day, or days after one another, on which a desk is closed or has other hours. */
export async function showNewClosure(request: WebRequest): Promise<Reply> {
  const kept = await prepareHours(request)
  const form = new FormFields([
    ['open', 'no'],
    ['lines', '1'],
  ])
  return showPage(pageOf(request, kept, { form, target: undefined }))
}

export async function showClosure(request: WebRequest): Promise<Reply> {
  const kept = await prepareHours(request)
  const stored = kept.hours.timetables.find(({ id }) => id === request.idParam('timetable'))
  if (stored?.kind !== 'exception') return refuse('not-found')
  const form = new FormFields([
    ...seenFields(stored),
    ...validityFields(stored),
    ['open', stored.hours.length > 0 ? 'yes' : 'no'],
    ...lineFields(stored.hours, 'optional', request.language),
  ])
  return showPage(pageOf(request, kept, { form, target: stored.id }))
}

export async function submitNewClosure(request: WebRequest): Promise<Reply> {
  return submit(request, undefined)
}

export async function submitClosure(request: WebRequest): Promise<Reply> {
  return submit(request, request.idParam('timetable'))
}

async function submit(request: WebRequest, target: string | undefined): Promise<Reply> {
  const { t } = request
  const kept = await prepareHours(request)
  const form = await request.form()
  if (form.text('action') === 'add-line')
    return showPage(pageOf(request, kept, { form: withOneMore(form), target }))
  const parsed = readClosure(request, kept, form)
  if (!parsed.ok) return showAgain(pageOf(request, kept, { form, target, errors: parsed.errors }))
  if (form.text('action') === 'preview') return showPage(pageOf(request, kept, { form, target }))

  const wish: TimetableWish = { target, seen: seenSent(form), input: parsed.value }
  const outcome = await request.database.write(kept.scope, (tx) =>
    saveTimetable(tx, kept.scope, wish, request.clock.now()),
  )
  if (outcome.ok) return seeOther(`/balie/openingstijden/${kept.desk.id}?bewaard=ja`)
  const latest = await prepareHours(request)
  const { theirs } = outcome
  if (outcome.reason === 'taken')
    return showAgain(
      pageOf(request, latest, {
        form,
        target,
        theirs,
        errors: [{ id: 'from', message: t('hours.error.exception-taken') }],
      }),
    )
  const page = pageOf(request, latest, {
    form: withFields(form, ['seen', 'version'], seenFields(theirs)),
    target: theirs?.id,
    theirs,
    errors: [{ message: t(theirs ? 'hours.changed-meanwhile' : 'hours.gone-meanwhile') }],
  })
  return { kind: 'page', status: 409, page }
}

/** The exception as it was sent. Closed, what stands in the lines does not count. */
function readClosure(
  request: WebRequest,
  kept: KeptDesk,
  form: FormFields,
): { ok: true; value: TimetableInput } | { ok: false; errors: readonly FormError[] } {
  const { t, language } = request
  const validity = parseForm(closureForm, validitySent(form), t)
  const errors = validity.ok ? [] : [...validity.errors]
  let hours: TimetableInput['hours'] = []
  if (form.text('open') === 'yes') {
    const lines = readLines(form, lineRules(kept, 'optional'), t, language)
    if (!lines.ok) errors.push(...lines.errors)
    else if (lines.hours.length === 0) errors.push({ id: 'times-0', message: t('hours.error.no-times') })
    else hours = lines.hours
  }
  if (!validity.ok || errors.length > 0) return { ok: false, errors }
  const { name, fromDay, untilDay } = validity.value
  return { ok: true, value: { kind: 'exception', name, fromDay, untilDay, hours } }
}

function pageOf(
  request: WebRequest,
  kept: KeptDesk,
  {
    form,
    target,
    errors = [],
    theirs,
  }: {
    form: FormFields
    target: string | undefined
    errors?: readonly FormError[]
    theirs?: Timetable | undefined
  },
) {
  const parsed = readClosure(request, kept, form)
  return planClosurePage({
    ...kept,
    form,
    target,
    errors,
    theirs,
    preview: parsed.ok ? previewOf(kept, { id: target ?? '', ...parsed.value }) : undefined,
    unread: errors.length === 0 || parsed.ok ? undefined : parsed.errors[0]?.message,
  })
}
