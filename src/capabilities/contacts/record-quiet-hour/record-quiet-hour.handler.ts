import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { refuse } from '../../../platform/errors/refusals.ts'
import { type Reply, seeOther, showAgain } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { tallyPage } from '../enter-tally/enter-tally.handler.ts'
import { enterTallyPage } from '../enter-tally/enter-tally.page.tsx'
import { sayErrors } from '../field-error.ts'
import { contactsPermissions } from '../permissions.ts'
import { recordQuietHour } from './record-quiet-hour.command.ts'
import { readQuietHour } from './record-quiet-hour.form.ts'

/** Saves that nobody came in an hour; its form stands on the page of the tally. */
export async function submitQuietHour(request: WebRequest): Promise<Reply> {
  const fields = await request.form()
  const state = (await tallyPage(request, fields)) ?? refuse('not-allowed')
  const now = request.clock.now()
  const parsed = readQuietHour(fields, now)
  if (!parsed.ok)
    return showAgain(enterTallyPage({ ...state, errors: sayErrors(parsed.errors, request.t), done: '' }))
  const scope = request.actor.deskScope(contactsPermissions['contacts.register'], state.data.desk.id)
  const id = z.uuid().safeParse(fields.text('id'))
  const observed = {
    id: id.success ? id.data : uuidv7(),
    quietHour: parsed.value,
    authorAccountId: scope.accountId,
  }
  const outcome = await request.database.write(scope, (tx) => recordQuietHour(tx, scope, observed, now))
  if (!outcome.ok && outcome.reason === 'has-contacts') {
    const errors = sayErrors([{ id: 'hour', key: 'contacts.quiet.has-contacts' }], request.t)
    return showAgain(enterTallyPage({ ...state, errors, done: '' }))
  }
  if (!outcome.ok) refuse('conflict')
  return seeOther('/balie/turflijst?klaar=stil')
}
