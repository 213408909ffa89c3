import { dayFields } from '../../../platform/http/date-fields.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { municipalityAddress } from '../../organisations/public.ts'
import { keep } from '../keeping.ts'
import { municipalContext } from '../municipal-context.ts'
import { findReferrersOf, findTrainings } from '../show-referring/show-referring.query.ts'
import { addTraining, changeTraining } from './keep-training.command.ts'
import { trainingFields, trainingForm, trainingSent } from './keep-training.form.ts'
import { trainingPage } from './keep-training.page.tsx'

async function trainingContext(request: WebRequest) {
  const context = await municipalContext(request)
  const { scope, municipality, today } = context
  return request.database.read(scope, async (db) => ({
    ...context,
    referrers: await findReferrersOf(db, scope, municipality.code, today),
    trainings: await findTrainings(db, scope, municipality.code),
  }))
}
export type TrainingContext = Awaited<ReturnType<typeof trainingContext>>

/** Trainings 'recognise and refer', one by one. */
export const trainingHandlers = keep({
  prepare: trainingContext,
  param: 'training',
  find: async (_db, { trainings }, id) => trainings.find((each) => each.id === id),
  form: ({ referrers, today }) => trainingForm(referrers, today),
  sent: trainingSent,
  fields: trainingFields,
  begin: (_request, { today }) => dayFields('day', today),
  page: trainingPage,
  add: (tx, { scope, municipality }, id, facts, now) =>
    addTraining(tx, scope, municipality.code, id, facts, now),
  change: (tx, { scope, referrers }, at, facts, now) =>
    changeTraining(
      tx,
      scope,
      at,
      facts,
      referrers.map(({ accountId }) => accountId),
      now,
    ),
  after: ({ municipality }) =>
    municipalityAddress('/sturing/doorverwijzers', municipality, { bericht: 'bewaard' }),
})
