import { uuidv7 } from 'uuidv7'
import { type FormError, formErrorOf, parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import { isId, type WebRequest } from '../../../platform/http/web-request.ts'
import { dayInWords } from '../../../platform/time/local-time.ts'
import { withFields } from '../change-week/change-week.handler.ts'
import { movingKinds } from '../desk.ts'
import { hoursInWords } from '../hours-in-words.ts'
import { readLines } from '../hours-lines.ts'
import type { DatedHours } from '../opening-hours.ts'
import { type KeptDesk, lineRules, prepareHours } from '../show-hours/show-hours.handler.ts'
import { mostStops } from '../stop-days.ts'
import { addStops, stopsConstraints } from './plan-stops.command.ts'
import { stopsForm, stopsSent } from './plan-stops.form.ts'
import { planStopsPage } from './plan-stops.page.tsx'

/** Hours of one day, or of days that come back: where the bus stands, or one evening extra. */
export async function showNewStops(request: WebRequest): Promise<Reply> {
  const kept = await prepareHours(request)
  const form = new FormFields([
    ['stop', uuidv7()],
    ['repeat', 'once'],
  ])
  return showPage(pageOf(request, kept, form))
}

export async function submitStops(request: WebRequest): Promise<Reply> {
  const kept = await prepareHours(request)
  const form = await request.form()
  const parsed = readStops(request, kept, form)
  if (!parsed.ok) return showAgain(pageOf(request, kept, form, parsed.errors))
  if (form.text('action') === 'preview') return showPage(pageOf(request, kept, form))
  const moves = movingKinds.includes(kept.desk.kind)
  try {
    const outcome = await request.database.write(kept.scope, (tx) =>
      addStops(tx, kept.scope, parsed.stops, { moves, now: request.clock.now() }),
    )
    if (outcome.ok) return seeOther(`/balie/openingstijden/${kept.desk.id}?bewaard=ja`)
    if (!outcome.clash) return saveAnew(request, form, { message: request.t('hours.error.stop-saved') })
    const message = request.t('hours.error.clash', {
      day: dayInWords(outcome.clash.day, request.language),
      hours: hoursInWords(kept.words, outcome.clash),
    })
    return showAgain(pageOf(request, kept, form, [{ id: 'times-0', message }]))
  } catch (error) {
    return saveAnew(request, form, formErrorOf(error, stopsConstraints, request.t))
  }
}

/** The same form under an id of its own: who saves that, adds what it says beside what is there. */
async function saveAnew(request: WebRequest, form: FormFields, { message }: FormError): Promise<Reply> {
  const latest = await prepareHours(request)
  const fresh = withFields(form, ['stop'], [['stop', uuidv7()]])
  return { kind: 'page', status: 409, page: pageOf(request, latest, fresh, [{ message }]) }
}

function readStops(
  request: WebRequest,
  kept: KeptDesk,
  form: FormFields,
): { ok: true; stops: readonly DatedHours[] } | { ok: false; errors: readonly FormError[] } {
  const { t, language } = request
  const days = parseForm(stopsForm(kept.today), stopsSent(form), t)
  const lines = readLines(form, lineRules(kept, 'none'), t, language)
  const errors = [...(days.ok ? [] : days.errors), ...(lines.ok ? [] : lines.errors)]
  if (lines.ok && lines.hours.length === 0) errors.push({ id: 'times-0', message: t('hours.error.no-times') })
  if (!days.ok || !lines.ok || errors.length > 0) return { ok: false, errors }
  const stops = days.value.flatMap((day) =>
    lines.hours.map(({ weekday, ...hours }) => ({ ...hours, id: '', day, cancelled: false })),
  )
  if (stops.length > mostStops)
    return { ok: false, errors: [{ id: 'until', message: t('hours.error.most-stops') }] }
  const first = form.text('stop')
  return {
    ok: true,
    stops: stops.map((stop, at) => (at === 0 && isId(first) ? { ...stop, id: first } : stop)),
  }
}

function pageOf(request: WebRequest, kept: KeptDesk, form: FormFields, errors: readonly FormError[] = []) {
  const parsed = readStops(request, kept, form)
  const first = parsed.ok ? parsed.stops[0]?.day : undefined
  return planStopsPage({
    ...kept,
    form,
    errors,
    preview:
      parsed.ok && first
        ? { hours: { ...kept.hours, dated: [...kept.hours.dated, ...parsed.stops] }, fromDay: first }
        : undefined,
    unread: errors.length === 0 || parsed.ok ? undefined : parsed.errors[0]?.message,
  })
}
