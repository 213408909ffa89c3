import { foundOrRefuse, refuse } from '../../../platform/errors/refusals.ts'
import { parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { findNotice } from '../find-notices/find-notices.query.ts'
import { announceAddress, prepareAnnouncing } from '../notices-address.ts'
import { withdrawNotice } from './withdraw-notice.command.ts'
import { withdrawForm } from './withdraw-notice.form.ts'
import { withdrawPage } from './withdraw-notice.page.tsx'

export async function showWithdrawNotice(request: WebRequest): Promise<Reply> {
  const { page } = await prepare(request)
  return showPage(withdrawPage({ ...page, form: new FormFields([]), errors: [] }))
}

export async function submitWithdrawNotice(request: WebRequest): Promise<Reply> {
  const { scope, page } = await prepare(request)
  const { notice, municipality, today } = page
  const form = await request.form()
  const parsed = parseForm(
    withdrawForm({ isAnnounced: notice.announcedOn !== null, year: Number(today.slice(0, 4)) }),
    { reason: form.text('reason') },
    request.t,
  )
  if (!parsed.ok) return showAgain(withdrawPage({ ...page, form, errors: parsed.errors }))
  await request.database.write(scope, (tx) =>
    withdrawNotice(tx, scope, notice, parsed.value.reason, request.clock.now()),
  )
  return seeOther(announceAddress('', municipality, notice.announcedOn ? 'ingetrokken' : 'weggegooid'))
}

async function prepare(request: WebRequest) {
  const { scope, codes: _, ...page } = await prepareAnnouncing(request)
  const id = request.idParam('notice')
  const notice = foundOrRefuse(await request.database.read(scope, (db) => findNotice(db, scope, id)))
  if (notice.municipalityCode !== page.municipality.code) refuse('not-found')
  return { scope, page: { ...page, notice } }
}
