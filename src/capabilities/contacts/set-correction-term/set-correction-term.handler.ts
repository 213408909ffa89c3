import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { contactsPermissions } from '../permissions.ts'
import { setCorrectionTerm } from './set-correction-term.command.ts'
import { correctionTerm } from './set-correction-term.form.ts'
import { correctionTermPage } from './set-correction-term.page.tsx'
import { readCorrectionTerm } from './set-correction-term.query.ts'

export async function showCorrectionTerm(request: WebRequest): Promise<Reply> {
  const scope = request.actor.libraryScope(contactsPermissions['contacts.set-correction-term'])
  const days = await request.database.read(scope, (db) => readCorrectionTerm(db, scope))
  return showPage(
    correctionTermPage({
      t: request.t,
      days: String(days),
      wrong: false,
      saved: request.query('opgeslagen') !== '',
    }),
  )
}

export async function submitCorrectionTerm(request: WebRequest): Promise<Reply> {
  const scope = request.actor.libraryScope(contactsPermissions['contacts.set-correction-term'])
  const typed = (await request.form()).text('days')
  const days = correctionTerm.safeParse(typed)
  if (!days.success)
    return showAgain(correctionTermPage({ t: request.t, days: typed, wrong: true, saved: false }))
  await request.database.write(scope, (tx) => setCorrectionTerm(tx, scope, days.data, request.clock.now()))
  return seeOther('/beheer/correcties?opgeslagen=1')
}
