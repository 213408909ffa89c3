import type { z } from 'zod'
import { refuse } from '../../../platform/errors/refusals.ts'
import { dayFields } from '../../../platform/http/date-fields.ts'
import { type FormError, parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { addDays } from '../../../platform/time/local-time.ts'
import { lineCount, lineFields, mostLines, readLines } from '../hours-lines.ts'
import { ordinaryOn, type Timetable } from '../opening-hours.ts'
import { type KeptDesk, lineRules, prepareHours } from '../show-hours/show-hours.handler.ts'
import { withTimetable } from '../week-preview.ts'
import { saveTimetable, type TimetableInput, type TimetableWish } from './change-week.command.ts'
import { ordinaryForm, periodForm, seenFields, seenSent, validitySent } from './change-week.form.ts'
import { type ChangeWeekPage, changeWeekPage } from './change-week.page.tsx'

type WeekKind = 'ordinary' | 'period'

/** The editor of a new week (`?soort=periode`: of a period), filled with the week that is in force. */
export async function showNewWeek(request: WebRequest): Promise<Reply> {
  const kept = await prepareHours(request)
  const kind = request.query('soort') === 'periode' ? 'period' : 'ordinary'
  const current = ordinaryOn(kept.hours, kept.today)
  const form = new FormFields([
    ...(kind === 'ordinary' ? [...seenFields(current), ...dayFields('from', kept.today)] : []),
    ...lineFields(kind === 'ordinary' ? (current?.hours ?? []) : [], 'needed', request.language),
  ])
  return showPage(editorPage(request, kept, { kind, form, target: undefined }))
}

/** The editor of a week or period that is there. */
export async function showWeek(request: WebRequest): Promise<Reply> {
  const kept = await prepareHours(request)
  const stored = kept.hours.timetables.find(({ id }) => id === request.idParam('timetable'))
  if (!stored || stored.kind === 'exception') return refuse('not-found')
  const form = new FormFields([
    ...seenFields(stored),
    ...validityFields(stored),
    ...lineFields(stored.hours, 'needed', request.language),
  ])
  return showPage(editorPage(request, kept, { kind: stored.kind, form, target: stored.id }))
}

export async function submitNewWeek(request: WebRequest): Promise<Reply> {
  return submit(request, undefined)
}

export async function submitWeek(request: WebRequest): Promise<Reply> {
  return submit(request, request.idParam('timetable'))
}

async function submit(request: WebRequest, target: string | undefined): Promise<Reply> {
  const { t } = request
  const kept = await prepareHours(request)
  const form = await request.form()
  const kind: WeekKind = form.text('kind') === 'period' ? 'period' : 'ordinary'
  const editor = { kind, form, target }
  if (form.text('action') === 'add-line')
    return showPage(editorPage(request, kept, { ...editor, form: withOneMore(form) }))

  const parsed = readWeek(request, kept, editor)
  if (!parsed.ok) return showAgain(editorPage(request, kept, { ...editor, errors: parsed.errors }))
  const input = parsed.value
  if (form.text('action') === 'preview') return showPage(editorPage(request, kept, editor))

  const wish: TimetableWish = { target, seen: seenSent(form), input }
  const outcome = await request.database.write(kept.scope, (tx) =>
    saveTimetable(tx, kept.scope, wish, request.clock.now()),
  )
  if (outcome.ok) return seeOther(`/balie/openingstijden/${kept.desk.id}?bewaard=ja`)
  const latest = await prepareHours(request)
  if (outcome.reason === 'taken')
    return showAgain(
      editorPage(request, latest, { ...editor, errors: [{ id: 'from', message: t('hours.error.taken') }] }),
    )
  // Saving again is now a choice: what was typed goes over what stands there, which the form has seen.
  const { theirs } = outcome
  const begins = theirs && input.kind === theirs.kind && input.fromDay === theirs.fromDay
  const page = editorPage(request, latest, {
    kind,
    target: begins || theirs?.id === target ? theirs?.id : undefined,
    form: withFields(form, ['seen', 'version'], seenFields(theirs)),
    errors: [{ message: t(theirs ? 'hours.changed-meanwhile' : 'hours.gone-meanwhile') }],
    theirs,
  })
  return { kind: 'page', status: 409, page }
}

/** The week as it was sent: when it holds, and its hours. */
function readWeek(
  request: WebRequest,
  kept: KeptDesk,
  { kind, form, target }: Editor,
): { ok: true; value: TimetableInput } | { ok: false; errors: readonly FormError[] } {
  const { t, language } = request
  const schema: z.ZodType<Pick<TimetableInput, 'name' | 'fromDay' | 'untilDay'>> =
    kind === 'period' ? periodForm : ordinaryForm
  const validity = parseForm(schema, validitySent(form), t)
  const lines = readLines(form, lineRules(kept, 'needed'), t, language)
  const errors = [...(validity.ok ? [] : validity.errors), ...(lines.ok ? [] : lines.errors)]
  if (lines.ok && lines.hours.length === 0)
    errors.push({ id: 'times-0', message: t('hours.error.none' satisfies MessageKey) })
  if (!validity.ok || !lines.ok || errors.length > 0) return { ok: false, errors }
  // An ordinary week may have an end, though this form does not ask for it.
  const stored = kept.hours.timetables.find(({ id }) => id === target)
  const end = stored?.kind === 'ordinary' && validity.value.fromDay <= stored.fromDay ? stored.untilDay : null
  return {
    ok: true,
    value: { kind, ...validity.value, untilDay: validity.value.untilDay ?? end, hours: lines.hours },
  }
}

type Editor = Pick<ChangeWeekPage, 'kind' | 'form' | 'target' | 'notice'> & {
  errors?: readonly FormError[]
  theirs?: Timetable | undefined
}

/** The page of the editor, with the weeks ahead as they would be with what is in the form. */
export function editorPage(request: WebRequest, kept: KeptDesk, editor: Editor) {
  const parsed = readWeek(request, kept, editor)
  return changeWeekPage({
    ...editor,
    ...kept,
    errors: editor.errors ?? [],
    preview: parsed.ok ? previewOf(kept, { id: editor.target ?? '', ...parsed.value }) : undefined,
    unread: parsed.ok ? undefined : parsed.errors[0]?.message,
  })
}

/** The hours as they would be; from this week on, or from the week in which they begin. */
export function previewOf(
  kept: KeptDesk,
  input: TimetableInput & { id: string },
): { hours: KeptDesk['hours']; fromDay: string } {
  const stored = kept.hours.timetables.find(({ id }) => id === input.id)
  // Followed up by a later week, it stays as it is.
  const id = stored?.kind === 'ordinary' && input.fromDay > stored.fromDay ? '' : input.id
  return {
    hours: withTimetable(kept.hours, { ...input, id, version: 0 }),
    fromDay: input.fromDay > kept.today ? input.fromDay : kept.today,
  }
}

/** The fields that say when a timetable holds. */
export const validityFields = ({ name, fromDay, untilDay }: Timetable): [string, string][] => [
  ['name', name ?? ''],
  ...dayFields('from', fromDay),
  ...(untilDay ? dayFields('until', addDays(untilDay, -1)) : []),
]

/** The same form with one line more. */
export const withOneMore = (form: FormFields): FormFields =>
  withFields(form, ['lines'], [['lines', String(Math.min(lineCount(form) + 1, mostLines))]])

/** The same form with other values for some fields. */
export function withFields(
  form: FormFields,
  without: readonly string[],
  fields: readonly [string, string][],
): FormFields {
  return new FormFields([...form.entries().filter(([name]) => !without.includes(name)), ...fields])
}
