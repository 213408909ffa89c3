import { z } from 'zod'
import { refuse } from '../../../platform/errors/refusals.ts'
import { type Reply, seeOther } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { fixedContactPage } from '../correct-contact/correct-contact.page.tsx'
import { contactsPermissions } from '../permissions.ts'
import { removeTally } from './remove-tally.command.ts'
import { readTallyOwner } from './remove-tally.query.ts'

/** Takes a tally away within the library's term: one's own, or any as coordinator. */
export async function submitRemoveTally(request: WebRequest): Promise<Reply> {
  const id = z.uuid().safeParse(request.param('id'))
  const permission = contactsPermissions['contacts.register']
  const desks = request.actor.desksScope(permission)
  const now = request.clock.now()
  const tally = id.success
    ? await request.database.read(desks, (db) => readTallyOwner(db, desks, id.data, now))
    : undefined
  if (!tally) refuse('not-found')
  const oversees = request.actor.desksFor(contactsPermissions['contacts.oversee']).includes(tally.deskId)
  const reason =
    tally.authorAccountId !== request.actor.accountId && !oversees
      ? 'not-yours'
      : tally.changeable
        ? undefined
        : 'term-over'
  if (reason) return { kind: 'page', status: 409, page: fixedContactPage(request.t, reason) }
  const scope = request.actor.deskScope(permission, tally.deskId)
  await request.database.write(scope, (tx) => removeTally(tx, scope, tally.id, now))
  return seeOther('/balie/turflijst?klaar=weggehaald')
}
