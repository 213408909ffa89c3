import { uuidv7 } from 'uuidv7'
import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { type FormError, parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { typedOver, versionSent } from '../../../platform/http/newer-version.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import { saysTheSame, sentBefore } from '../../../platform/http/sent-before.ts'
import { isId, type WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { type Governed, governedMunicipality, municipalityAddress } from '../../organisations/public.ts'
import { chooseMeasurePage } from '../choose-measure/choose-measure.page.tsx'
import { findAnswers } from '../find-answers/find-answers.query.ts'
import { findGoal } from '../find-goals/find-goals.query.ts'
import { kindOf, type Measure, measureNames, type NamedGoal } from '../goal.ts'
import { exampleFields, exampleNames, goalExamples, usualFields } from '../goal-examples.ts'
import { goalsPermissions } from '../permissions.ts'
import { addGoal, changeGoal, type Stopped } from './keep-goal.command.ts'
import { type GoalChoices, goalFields, goalForm, goalSent, stopForm, targetKindOf } from './keep-goal.form.ts'
import { goalPage } from './keep-goal.page.tsx'
import { findGoalParties } from './keep-goal.query.ts'

/** First what is measured, or an example; then the form for that measure. */
export async function showAddGoal(request: WebRequest): Promise<Reply> {
  const governed = await governedMunicipality(request, goalsPermissions['goals.keep'])
  const today = localDay(request.clock.now())
  const example = exampleNames.find((name) => name === request.query('voorbeeld'))
  const measure = example ? goalExamples[example].measure : measureAsked(request)
  if (!measure) return showPage(chooseMeasurePage({ t: request.t, municipality: governed.municipality }))
  const { page } = await prepare(request, governed, measure)
  const fields = example ? exampleFields(example, today, request.t) : usualFields(today)
  const form = new FormFields([...fields, ['id', uuidv7()]])
  return showPage(goalPage({ ...page, example, form, errors: [] }))
}

export async function submitAddGoal(request: WebRequest): Promise<Reply> {
  const governed = await governedMunicipality(request, goalsPermissions['goals.keep'])
  const { page, choices } = await prepare(request, governed, foundOrRefuse(measureAsked(request)))
  const form = await request.form()
  const parsed = parseForm(goalForm(page.measure, targetKindOf(form), choices), goalSent(form), request.t)
  if (!parsed.ok) return showAgain(goalPage({ ...page, form, errors: parsed.errors }))
  const { scope, municipality } = governed
  const id = isId(form.text('id')) ? form.text('id') : uuidv7()
  const outcome = await request.database.write(scope, (tx) =>
    addGoal(tx, scope, { id, municipalityCode: municipality.code }, parsed.value, request.clock.now()),
  )
  const stored =
    outcome === 'kept' ? undefined : await request.database.read(scope, (db) => findGoal(db, scope, id))
  if (outcome === 'sent-before' && !saysTheSame(parsed.value, stored))
    return { kind: 'page', status: 409, page: goalPage({ ...page, ...sentBefore(form, request.t) }) }
  return seeOther(municipalityAddress(`/sturing/doelen/${id}`, municipality, { bericht: 'bewaard' }))
}

export async function showChangeGoal(request: WebRequest): Promise<Reply> {
  const { page, goal } = await prepareChange(request)
  return showPage(goalPage({ ...page, form: new FormFields(goalFields(goal)), errors: [] }))
}

export async function submitChangeGoal(request: WebRequest): Promise<Reply> {
  const { scope, page, goal, choices, municipality } = await prepareChange(request)
  const form = await request.form()
  const parsed = parseForm(goalForm(goal.measure, targetKindOf(form), choices), goalSent(form), request.t)
  const stopped = readStopped(request, form, goal)
  const errors: FormError[] = [...(parsed.ok ? [] : parsed.errors), ...stopped.errors]
  if (!parsed.ok || stopped.errors.length > 0) return showAgain(goalPage({ ...page, form, errors }))
  const outcome = await request.database.write(scope, (tx) =>
    changeGoal(
      tx,
      scope,
      { id: goal.id, version: versionSent(form) },
      { ...parsed.value, ...stopped.value },
      request.clock.now(),
    ),
  )
  if (outcome === 'kept')
    return seeOther(municipalityAddress(`/sturing/doelen/${goal.id}`, municipality, { bericht: 'bewaard' }))
  const { page: now, goal: stored } = await prepareChange(request)
  return {
    kind: 'page',
    status: 409,
    page: goalPage({
      ...now,
      stored,
      form: typedOver(form, stored.version),
      errors: [{ id: 'meanwhile', message: request.t('goals.error.meanwhile') }],
    }),
  }
}

/** Whether the goal holds no more, from the day on which that was said first. */
function readStopped(
  request: WebRequest,
  form: FormFields,
  goal: NamedGoal,
): { readonly value: Stopped; readonly errors: readonly FormError[] } {
  if (!form.has('stopped')) return { value: { stoppedOn: null, stoppedReason: '' }, errors: [] }
  const parsed = parseForm(stopForm, { 'stopped-reason': form.text('stopped-reason') }, request.t)
  return {
    value: {
      stoppedOn: goal.stoppedOn ?? localDay(request.clock.now()),
      stoppedReason: form.text('stopped-reason'),
    },
    errors: parsed.ok ? [] : parsed.errors,
  }
}

const measureAsked = (request: WebRequest): Measure | undefined =>
  measureNames.find((name) => name === request.query('meten'))

async function prepareChange(request: WebRequest) {
  const governed = await governedMunicipality(request, goalsPermissions['goals.keep'])
  const { scope } = governed
  const id = request.idParam('goal')
  const goal = foundOrRefuse(await request.database.read(scope, (db) => findGoal(db, scope, id)))
  // The goal says whose it is: the address may have lost that.
  const municipality = foundOrRefuse(
    governed.municipalities.find(({ code }) => code === goal.municipalityCode),
  )
  const { page, choices } = await prepare(request, { ...governed, municipality }, goal.measure, goal)
  return { scope, goal, municipality, choices, page }
}

async function prepare(
  request: WebRequest,
  { scope, municipality }: Governed,
  measure: Measure,
  goal?: NamedGoal,
) {
  return request.database.read(scope, async (db) => {
    const parties = await findGoalParties(db, scope, municipality.code, goal?.deskId)
    const answers = await findAnswers(db, scope, request.language)
    const details =
      measure === 'age' || measure === 'language'
        ? [...answers[measure]].map(([value, label]) => ({ value, label }))
        : measure === 'coverage'
          ? ['2', '5', '10'].map((value) => ({
              value,
              label: request.t('goals.kilometres', { number: value }),
            }))
          : []
    const allowed = kindOf(measure).scopes
    const choices: GoalChoices = {
      scopes: [
        ...(allowed.includes('municipality') ? ['municipality'] : []),
        ...(allowed.includes('financed') ? ['financed'] : []),
        ...(allowed.includes('library') ? parties.libraries.map(({ id }) => `library:${id}`) : []),
        ...(allowed.includes('desk') ? parties.desks.map(({ id }) => `desk:${id}`) : []),
      ],
      libraryIds: [...parties.libraries, ...parties.otherLibraries].map(({ id }) => id),
      details: details.map(({ value }) => value),
    }
    const page = {
      t: request.t,
      language: request.language,
      municipality,
      measure,
      goal,
      parties,
      scopes: choices.scopes,
      details,
      answers: new Map([...answers.age, ...answers.language]),
    }
    return { page, choices }
  })
}
