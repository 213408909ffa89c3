import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import type { FormError } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { findDesks } from '../../desks/public.ts'
import { readLists } from '../../lists/public.ts'
import { changeReferral } from '../change-referral/change-referral.command.ts'
import { referralsPermissions } from '../permissions.ts'
import { readAnswer } from './answer-sender.form.ts'
import { incomingPage } from './answer-sender.page.tsx'
import { findIncoming } from './answer-sender.query.ts'

const address = '/balie/aanmeldingen'

/** Who was sent to one's desks, and what became of it. */
export async function showIncoming(request: WebRequest): Promise<Reply> {
  return showPage(incomingPage(await prepare(request)))
}

/** The answer to who sent somebody, in one tap. The sender sees it, and hears it by mail when he has an account. */
export async function submitAnswer(request: WebRequest): Promise<Reply> {
  const page = await prepare(request)
  const id = request.idParam('referral')
  const referral = foundOrRefuse(page.incoming.find((each) => each.id === id))
  const form = await request.form()
  const again = (errors: readonly FormError[]): Reply =>
    showAgain(incomingPage({ ...page, answered: { id, form, errors } }))
  const now = request.clock.now()
  const read = readAnswer(form, Number(localDay(now).slice(0, 4)), request.t)
  if (!read.ok) return again(read.errors.map((error) => ({ ...error, id: `${error.id}-${id}` })))
  const { answer, reason, betterPlace } = read.value
  const scope = request.actor.deskScope(referralsPermissions['referrals.refer'], referral.deskId)
  const changed = await request.database.keep(scope, (tx) =>
    changeReferral(
      tx,
      scope,
      { id, event: answer, by: 'desk', ...(reason && { reason }), ...(betterPlace && { betterPlace }) },
      now,
    ),
  )
  if (changed.kind === 'changed' || changed.kind === 'already')
    return seeOther(`${address}?bericht=${referral.code}#${id}`)
  return again([
    {
      message: request.t(changed.kind === 'too-early' ? 'senders.error.too-early' : 'senders.error.not-now'),
    },
  ])
}

async function prepare(request: WebRequest) {
  const { t, language, database, actor, clock } = request
  const scope = actor.desksScope(referralsPermissions['referrals.refer'])
  const now = clock.now()
  return database.read(scope, async (db) => {
    const incoming = await findIncoming(db, scope, now)
    const desks = await findDesks(db, scope, [...new Set(incoming.map(({ deskId }) => deskId))])
    const { topics } = await readLists(db, scope, localDay(now), language)
    return {
      t,
      language,
      now,
      topics,
      incoming,
      deskNames: new Map(desks.map(({ id, name }) => [id, name])),
      said: request.query('bericht'),
      answered: { id: '', form: new FormFields([]), errors: [] as readonly FormError[] },
    }
  })
}
