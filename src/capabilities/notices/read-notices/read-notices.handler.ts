import { foundOrRefuse, refuse } from '../../../platform/errors/refusals.ts'
import { versionSent } from '../../../platform/http/newer-version.ts'
import { type Reply, seeOther, showPage } from '../../../platform/http/reply.ts'
import { isId, type WebRequest } from '../../../platform/http/web-request.ts'
import { yearsEarlier } from '../../../platform/time/local-month.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { findDesks } from '../../desks/public.ts'
import { readLists } from '../../lists/public.ts'
import { confirmNotice } from '../confirm-notice/confirm-notice.command.ts'
import { findNoticesAtDesk } from '../find-notices/find-notices.query.ts'
import { deskAddress } from '../notices-address.ts'
import { noticesPermissions } from '../permissions.ts'
import { readNoticesPage } from './read-notices.page.tsx'

const permission = noticesPermissions['notices.read']

/** What was told to a desk: new, coming, counting now, and what was over within a year. */
export async function showDeskNotices(request: WebRequest): Promise<Reply> {
  const scope = request.actor.desksScope(permission)
  const { t, language } = request
  const today = localDay(request.clock.now())
  const asked = request.query('informatiepunt')
  const found = await request.database.read(scope, async (db) => {
    const desks = await findDesks(db, scope, scope.deskIds)
    const desk = foundOrRefuse(asked ? desks.find(({ id }) => id === asked) : desks[0])
    return {
      desks,
      desk,
      lists: await readLists(db, scope, today, language),
      notices: await findNoticesAtDesk(db, scope, desk.id, yearsEarlier(today, 1)),
    }
  })
  const said = (['gezien', 'gewijzigd', 'weg'] as const).find((each) => each === request.query('bericht'))
  return showPage(readNoticesPage({ ...found, t, language, today, said }))
}

/** One tap: this desk has seen it. */
export async function submitConfirmNotice(request: WebRequest): Promise<Reply> {
  const noticeId = request.idParam('notice')
  const form = await request.form()
  const deskId = form.text('desk')
  if (!isId(deskId)) refuse('not-allowed')
  const scope = request.actor.deskScope(permission, deskId)
  const edition = versionSent(form, 'edition')
  const outcome = await request.database.write(scope, (tx) =>
    confirmNotice(tx, scope, { noticeId, edition }, request.clock.now()),
  )
  const said = { confirmed: 'gezien', 'changed-meanwhile': 'gewijzigd', 'not-there': 'weg' } as const
  return seeOther(deskAddress(deskId, said[outcome]))
}
