import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { refuse } from '../../../platform/errors/refusals.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import type { ContactPage } from '../contact-form.page.tsx'
import { channelCookie, deskCookie } from '../desk-cookies.ts'
import { sayErrors } from '../field-error.ts'
import { contactsPermissions } from '../permissions.ts'
import { contactPage, rememberWhere } from '../register-contact/register-contact.handler.ts'
import { noDeskPage } from '../register-contact/register-contact.page.tsx'
import { enterTally } from './enter-tally.command.ts'
import { readTally } from './enter-tally.form.ts'
import { enterTallyPage } from './enter-tally.page.tsx'

/** The page for a day that was kept on paper: totals of a tally, and an hour in which nobody came. */
export async function showEnterTally(request: WebRequest): Promise<Reply> {
  const state = await tallyPage(request, new FormFields([]))
  return showPage(state ? enterTallyPage({ ...state, done: request.query('klaar') }) : noDeskPage(request.t))
}

export async function submitEnterTally(request: WebRequest): Promise<Reply> {
  const fields = await request.form()
  const state = (await tallyPage(request, fields)) ?? refuse('not-allowed')
  const now = request.clock.now()
  const parsed = readTally(fields, { lists: state.data.lists, now })
  if (!parsed.ok)
    return showAgain(enterTallyPage({ ...state, errors: sayErrors(parsed.errors, request.t), done: '' }))
  const id = z.uuid().safeParse(fields.text('id'))
  if (!id.success) refuse('unsupported-media-type', 'no tally id')
  const scope = request.actor.deskScope(contactsPermissions['contacts.register'], state.data.desk.id)
  const entered = {
    id: id.data,
    tally: parsed.value,
    formCode: state.data.form.code,
    municipalityCode: state.data.desk.municipalityCode,
    authorAccountId: scope.accountId,
  }
  const outcome = await request.database.write(scope, (tx) => enterTally(tx, scope, entered, now))
  if (!outcome.ok) refuse('conflict')
  return seeOther('/balie/turflijst?klaar=turflijst', rememberWhere(request, fields))
}

/** What this page shows: the desk, its lists, and the fields as they were typed. */
export async function tallyPage(request: WebRequest, typed: FormFields): Promise<ContactPage | undefined> {
  const fields = typed.has('id')
    ? typed
    : new FormFields([
        ...typed.entries(),
        ['id', uuidv7()],
        ['channel', request.cookies[channelCookie] ?? ''],
      ])
  return contactPage(
    request,
    fields,
    typed.text('desk') || request.query('informatiepunt') || request.cookies[deskCookie],
  )
}
