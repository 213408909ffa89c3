import { refuse } from '../../../platform/errors/refusals.ts'
import { type Reply, seeOther } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { fixedContactPage } from '../correct-contact/correct-contact.page.tsx'
import { contactsPermissions } from '../permissions.ts'
import { readStoredContact } from '../read-contact/read-contact.query.ts'
import { contactId } from '../register-contact/register-contact.form.ts'
import { deleteContact } from './delete-contact.command.ts'

/** Where one was when taking a contact away. */
const afterDeletion: Readonly<Record<string, string>> = {
  druk: '/balie/druk?ongedaan=1',
  registraties: '/balie/registraties?gewijzigd=weggehaald',
}

/** Takes a contact away: 'undo' right after saving, or later from the list. Twice is as good as once. */
export async function submitDeleteContact(request: WebRequest): Promise<Reply> {
  const id = contactId.safeParse(request.param('id'))
  const desks = request.actor.desksScope(contactsPermissions['contacts.register'])
  const now = request.clock.now()
  const stored = id.success
    ? await request.database.read(desks, (db) => readStoredContact(db, desks, id.data, now))
    : undefined
  if (!stored || stored.countedAs === 'tally') refuse('not-found')
  const scope = request.actor.deskScope(contactsPermissions['contacts.register'], stored.deskId)
  const oversees = request.actor.desksFor(contactsPermissions['contacts.oversee']).includes(stored.deskId)
  const outcome = await request.database.write(scope, (tx) =>
    deleteContact(tx, scope, { contactId: stored.id, oversees }, now),
  )
  if (outcome.ok || outcome.reason === 'already') {
    const back = (await request.form()).text('terug')
    return seeOther(afterDeletion[back] ?? '/balie?ongedaan=1')
  }
  return {
    kind: 'page',
    status: 409,
    page: fixedContactPage(request.t, outcome.reason === 'changed-meanwhile' ? 'not-found' : outcome.reason),
  }
}
