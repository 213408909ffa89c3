import { refuse } from '../../../platform/errors/refusals.ts'
import { parseForm } from '../../../platform/http/form-errors.ts'
import { type Reply, seeOther, showAgain } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { prepareDeskPage } from '../change-desk/change-desk.handler.ts'
import { changeDeskPage } from '../change-desk/change-desk.page.tsx'
import { addPlace, closePlace } from './arrange-places.command.ts'
import { placeForm } from './arrange-places.form.ts'

export async function submitAddPlace(request: WebRequest): Promise<Reply> {
  const { scope, page } = await prepareDeskPage(request)
  const form = await request.form()
  const parsed = parseForm(
    placeForm,
    { 'place-name': form.text('place-name'), 'place-municipality': form.text('place-municipality') },
    request.t,
  )
  if (!parsed.ok) return showAgain(changeDeskPage({ ...page, placeForm: form, errors: parsed.errors }))
  // A closed desk is no longer within a library's scope: its places stay as they are.
  if (!page.desk.active) refuse('conflict')
  await request.database.write(scope, (tx) =>
    addPlace(tx, scope, page.desk, parsed.value, request.clock.now()),
  )
  return seeOther(`/beheer/informatiepunten/${page.desk.id}?bewaard=ja`)
}

export async function submitClosePlace(request: WebRequest): Promise<Reply> {
  const { scope, page } = await prepareDeskPage(request)
  await request.database.write(scope, (tx) =>
    closePlace(tx, scope, page.desk, request.idParam('place'), request.clock.now()),
  )
  return seeOther(`/beheer/informatiepunten/${page.desk.id}?bewaard=ja`)
}
