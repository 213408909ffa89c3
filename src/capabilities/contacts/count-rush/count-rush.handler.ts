import { refuse } from '../../../platform/errors/refusals.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { sayErrors } from '../field-error.ts'
import { contactsPermissions } from '../permissions.ts'
import { registerContact } from '../register-contact/register-contact.command.ts'
import { contactId, readContact, sentAs, siblingId } from '../register-contact/register-contact.form.ts'
import {
  emptyContactPage,
  readSentForm,
  rememberWhere,
  sentPage,
} from '../register-contact/register-contact.handler.ts'
import { noDeskPage } from '../register-contact/register-contact.page.tsx'
import { countRushPage } from './count-rush.page.tsx'

/** A busy day: a page of topics, one tap counts one contact. */
export async function showCountRush(request: WebRequest): Promise<Reply> {
  const state = await emptyContactPage(request)
  return showPage(state ? countRushPage(state) : noDeskPage(request.t))
}

export async function submitCountRush(request: WebRequest): Promise<Reply> {
  const sent = await request.form()
  const fields = new FormFields([...sent.entries(), ['counted-as', 'rush']])
  const data = await readSentForm(request, fields)
  const now = request.clock.now()
  const id = contactId.safeParse(fields.text('id'))
  if (!id.success) refuse('unsupported-media-type', 'no contact id')
  const parsed = readContact(fields, { ...data, municipalityCodes: new Set(), now })
  if (!parsed.ok) {
    const page = await sentPage(request, fields)
    return showAgain(countRushPage({ ...page, errors: sayErrors(parsed.errors, request.t) }))
  }
  const scope = request.actor.deskScope(contactsPermissions['contacts.register'], data.desk.id)
  const register = (contact: string) =>
    request.database.write(scope, (tx) =>
      registerContact(
        tx,
        scope,
        { id: contact, content: parsed.value, sent: sentAs(sent), authorAccountId: scope.accountId },
        now,
      ),
    )
  // Another tap on a page that was sent before has the same id and another topic. It is a contact of its own.
  const known = await register(id.data)
  const saved = known.ok ? id.data : siblingId(sent)
  if (!known.ok) await register(saved)
  return seeOther(`/balie/druk?opgeslagen=${saved}`, rememberWhere(request, fields))
}
