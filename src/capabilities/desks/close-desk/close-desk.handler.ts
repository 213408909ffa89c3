import { Refusal } from '../../../platform/errors/refusals.ts'
import { dayFields } from '../../../platform/http/date-fields.ts'
import { type FormError, parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { dayInWords, localDay } from '../../../platform/time/local-time.ts'
import { prepareDeskPage } from '../change-desk/change-desk.handler.ts'
import { type ChildFate, closeDesk, reopenDesk } from './close-desk.command.ts'
import { childAlone, childCloses, childField, closeForm, closeSent } from './close-desk.form.ts'
import { closeDeskPage, mayBeAlone } from './close-desk.page.tsx'
import { type ClosingChoices, findClosingChoices } from './close-desk.query.ts'

export async function showCloseDesk(request: WebRequest): Promise<Reply> {
  const { t } = request
  const { desk, today, choices } = await prepare(request)
  const form = new FormFields([
    ...dayFields('day', desk.closedOn ?? today),
    ['successor', desk.successor ?? ''],
  ])
  return showPage(closeDeskPage({ t, desk, choices, form, errors: [] }))
}

export async function submitCloseDesk(request: WebRequest): Promise<Reply> {
  const { t } = request
  const { scope, desk, today, choices } = await prepare(request)
  const form = await request.form()
  const again = (errors: readonly FormError[], present: ClosingChoices = choices): Reply =>
    showAgain(closeDeskPage({ t, desk, choices: present, form, errors }))
  const parsed = parseForm(closeForm(today), closeSent(form), t)
  const { fates, errors: childErrors } = readFates(form, choices)
  const errors = [
    ...(parsed.ok ? [] : parsed.errors),
    ...childErrors.map((id) => ({ id, message: t('desks.error.child') })),
  ]
  if (!parsed.ok || errors.length > 0) return again(errors)
  const { day: closedOn, successor } = parsed.value
  if (choices.hoursSince && closedOn < choices.hoursSince)
    return again([
      {
        id: 'day',
        message: t('desks.error.closed-before-hours', {
          day: dayInWords(choices.hoursSince, request.language),
        }),
      },
    ])
  // A desk that closes along with this one is no place to send visitors to.
  const closing = new Set(fates.flatMap(({ id, fate }) => (fate === 'closes' ? [id] : [])))
  const known = choices.successors.some(({ id }) => id === successor) || successor === desk.successor
  if (successor && (!known || closing.has(successor)))
    return again([{ id: 'successor', message: t('desks.error.successor') }])
  try {
    await request.database.write(scope, (tx) =>
      closeDesk(tx, scope, desk, { closedOn, successor, children: fates }, request.clock.now()),
    )
    return seeOther(`/beheer/informatiepunten/${desk.id}?bewaard=ja`)
  } catch (error) {
    if (!(error instanceof Refusal && error.reason === 'conflict')) throw error
    return again([{ message: t('desks.error.changed-meanwhile') }], (await prepare(request)).choices)
  }
}

export async function submitReopenDesk(request: WebRequest): Promise<Reply> {
  const { scope, page } = await prepareDeskPage(request)
  const { desk } = page
  // Pressed twice it is open already.
  if (!desk.active)
    await request.database.write(scope, (tx) => reopenDesk(tx, scope, desk, request.clock.now()))
  return seeOther(`/beheer/informatiepunten/${desk.id}?bewaard=ja`)
}

/** What happens to each child, and the fields in which that is not said. */
function readFates(form: FormFields, choices: ClosingChoices): { fates: ChildFate[]; errors: string[] } {
  const fates: ChildFate[] = []
  const errors: string[] = []
  for (const child of choices.children) {
    const answer = form.text(childField(child.id))
    if (answer === childCloses) fates.push({ id: child.id, fate: 'closes' })
    else if (answer === childAlone && mayBeAlone(child, choices.mothers))
      fates.push({ id: child.id, fate: { mother: null } })
    else if (choices.mothers.some(({ id }) => id === answer))
      fates.push({ id: child.id, fate: { mother: answer } })
    else errors.push(childField(child.id))
  }
  return { fates, errors }
}

async function prepare(request: WebRequest) {
  const { scope, page } = await prepareDeskPage(request)
  const today = localDay(request.clock.now())
  const choices = await request.database.read(scope, (db) => findClosingChoices(db, scope, page.desk, today))
  return { scope, desk: page.desk, today, choices }
}
