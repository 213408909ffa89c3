import { uuidv7 } from 'uuidv7'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { parseForm } from '../../../platform/http/form-errors.ts'
import { type Reply, seeOther, showAgain } from '../../../platform/http/reply.ts'
import { saysTheSame, sentBefore } from '../../../platform/http/sent-before.ts'
import { isId, type WebRequest } from '../../../platform/http/web-request.ts'
import { municipalityAddress } from '../../organisations/public.ts'
import { prepareGoal } from '../show-goal/show-goal.handler.ts'
import { showGoalPage } from '../show-goal/show-goal.page.tsx'
import { addMeasurement, strikeOutMeasurement } from './measure-goal.command.ts'
import { isMeasuredByHand, measurementForm, measurementSent } from './measure-goal.form.ts'

/** Writes down what was measured by hand, on the page of the goal. */
export async function submitMeasurement(request: WebRequest): Promise<Reply> {
  const { scope, municipality, page } = await prepareGoal(request)
  const { goal, today } = page
  foundOrRefuse(isMeasuredByHand(goal.measure) || undefined)
  const form = await request.form()
  const parsed = parseForm(measurementForm(goal.measure, today), measurementSent(form), request.t)
  if (!parsed.ok) return showAgain(showGoalPage({ ...page, form, errors: parsed.errors }))
  const id = isId(form.text('id')) ? form.text('id') : uuidv7()
  const outcome = await request.database.write(scope, (tx) =>
    addMeasurement(tx, scope, { id, goalId: goal.id, ...parsed.value }, request.clock.now()),
  )
  if (outcome === 'sent-before') {
    const { page: now } = await prepareGoal(request)
    const stored = now.goal.measurements.find((measurement) => measurement.id === id)
    if (!saysTheSame(parsed.value, stored))
      return { kind: 'page', status: 409, page: showGoalPage({ ...now, ...sentBefore(form, request.t) }) }
  }
  return seeOther(municipalityAddress(`/sturing/doelen/${goal.id}`, municipality, { bericht: 'gemeten' }))
}

export async function submitStrikeOut(request: WebRequest): Promise<Reply> {
  const { scope, municipality, page } = await prepareGoal(request)
  const id = request.idParam('measurement')
  const { goal } = page
  foundOrRefuse(goal.measurements.find((measurement) => measurement.id === id))
  await request.database.write(scope, (tx) =>
    strikeOutMeasurement(tx, scope, { id, goalId: goal.id }, request.clock.now()),
  )
  return seeOther(municipalityAddress(`/sturing/doelen/${goal.id}`, municipality, { bericht: 'doorgehaald' }))
}
