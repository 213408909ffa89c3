import { refuse } from '../../../platform/errors/refusals.ts'
import { pageAsked, paging } from '../../../platform/http/paging.ts'
import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { listMails } from '../../../platform/mail/list-mails.query.ts'
import { withAddresses } from '../../../platform/mail/mail.ts'
import { nameAccounts } from '../name-accounts/name-accounts.query.ts'
import { peoplePermissions } from '../permissions.ts'
import { openWaitingMail } from './read-post.command.ts'
import { postPage, waitingMailPage } from './read-post.page.tsx'

export async function showPost(request: WebRequest): Promise<Reply> {
  const scope = request.actor.nationalScope(peoplePermissions['people.read-post'])
  const refused = request.query('toon') === 'geweigerd'
  const { rows, total, names } = await request.database.read(scope, async (db) => {
    const found = await listMails(db, scope, { refused, page: pageAsked(request.url) })
    const ids = found.rows.flatMap(({ accountId }) => accountId ?? [])
    return { ...found, names: await nameAccounts(db, scope, ids) }
  })
  return showPage(
    postPage({
      t: request.t,
      sendsMail: request.sendsMail,
      refused,
      rows,
      total,
      names,
      paging: paging(request.url, total),
    }),
  )
}

/** A post and not a link: opening one is written down, and nothing should do that by itself. */
export async function submitOpenMail(request: WebRequest): Promise<Reply> {
  const scope = request.actor.nationalScope(peoplePermissions['people.read-post'])
  // Where mail goes by itself nobody has to read it first.
  if (request.sendsMail) refuse('not-allowed')
  const { mail, names } = await request.database.write(scope, async (tx) => {
    const opened = await openWaitingMail(tx, scope, request.idParam('mail'), request.clock.now())
    return { mail: opened, names: await nameAccounts(tx, scope, opened.accountId ? [opened.accountId] : []) }
  })
  return showPage(
    waitingMailPage({
      t: request.t,
      mail: { ...mail, body: withAddresses(mail.body, request.origin, request.keys) },
      names,
    }),
  )
}
