import { dayFields } from '../../../platform/http/date-fields.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { municipalityAddress } from '../../organisations/public.ts'
import { keep } from '../keeping.ts'
import { municipalContext } from '../municipal-context.ts'
import { findDesksMet, findPresences } from '../show-direction/show-direction.query.ts'
import { addPresence, changePresence } from './keep-presence.command.ts'
import { presenceFields, presenceForm, presenceSent } from './keep-presence.form.ts'
import { presencePage } from './keep-presence.page.tsx'

async function presenceContext(request: WebRequest) {
  const context = await municipalContext(request)
  const { scope, municipality } = context
  const desks = await request.database.read(scope, (db) => findDesksMet(db, scope, municipality.code))
  return { ...context, desks }
}
export type PresenceContext = Awaited<ReturnType<typeof presenceContext>>

/** Officials at the desks, one by one. */
export const presenceHandlers = keep({
  prepare: presenceContext,
  param: 'presence',
  find: async (db, { scope, municipality }, id) =>
    (await findPresences(db, scope, [municipality.code])).find((each) => each.id === id),
  form: ({ desks }) => presenceForm(desks),
  sent: presenceSent,
  fields: presenceFields,
  begin: (_request, { today }) => dayFields('fromDay', today),
  page: presencePage,
  add: (tx, { scope, municipality }, id, facts, now) =>
    addPresence(tx, scope, municipality.code, id, facts, now),
  change: (tx, { scope }, at, facts, now) => changePresence(tx, scope, at, facts, now),
  after: ({ municipality }) => municipalityAddress('/sturing/regie', municipality, { bericht: 'bewaard' }),
})
