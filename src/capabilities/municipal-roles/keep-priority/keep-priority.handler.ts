import { dayFields } from '../../../platform/http/date-fields.ts'
import { municipalityAddress } from '../../organisations/public.ts'
import { keep } from '../keeping.ts'
import { municipalContext } from '../municipal-context.ts'
import { findPriorities } from '../show-direction/show-direction.query.ts'
import { addPriority, changePriority } from './keep-priority.command.ts'
import { priorityFields, priorityForm, prioritySent } from './keep-priority.form.ts'
import { priorityPage } from './keep-priority.page.tsx'

/** Groups and services that come first, one by one. */
export const priorityHandlers = keep({
  prepare: municipalContext,
  param: 'priority',
  find: async (db, { scope, municipality }, id) =>
    (await findPriorities(db, scope, [municipality.code])).find((each) => each.id === id),
  form: () => priorityForm,
  sent: prioritySent,
  fields: priorityFields,
  begin: (request, { today }) => [['kind', request.query('soort')], ...dayFields('fromDay', today)],
  page: priorityPage,
  add: (tx, { scope, municipality }, id, facts, now) =>
    addPriority(tx, scope, municipality.code, id, facts, now),
  change: (tx, { scope }, at, facts, now) => changePriority(tx, scope, at, facts, now),
  after: ({ municipality }) => municipalityAddress('/sturing/regie', municipality, { bericht: 'bewaard' }),
})
