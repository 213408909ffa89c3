import { dayFields, daySent } from '../../../platform/http/date-fields.ts'
import { parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { formOn } from '../form-definition.ts'
import { listsPermissions } from '../permissions.ts'
import { readLists } from '../read-lists/read-lists.query.ts'
import { chooseForm } from './choose-form.command.ts'
import { chooseFormForm } from './choose-form.form.ts'
import { chooseFormPage } from './choose-form.page.tsx'
import { findFormChoices } from './choose-form.query.ts'

export async function showChooseForm(request: WebRequest): Promise<Reply> {
  const { today, page } = await prepare(request)
  const form = new FormFields([['form', page.inUse?.code ?? ''], ...dayFields('from', today)])
  return showPage(chooseFormPage({ ...page, form, saved: request.query('bewaard') !== '' }))
}

export async function submitChooseForm(request: WebRequest): Promise<Reply> {
  const { scope, today, page } = await prepare(request)
  const form = await request.form()
  const sent = { form: form.text('form'), from: daySent(form, 'from') }
  const parsed = parseForm(chooseFormForm(page.forms, today), sent, request.t)
  if (!parsed.ok) return showAgain(chooseFormPage({ ...page, form, errors: parsed.errors }))
  const choice = { formCode: parsed.value.form, validFrom: parsed.value.from }
  await request.database.write(scope, (tx) => chooseForm(tx, scope, choice, request.clock.now()))
  return seeOther('/beheer/registratieformulier?bewaard=ja')
}

async function prepare(request: WebRequest) {
  const scope = request.actor.libraryScope(listsPermissions['lists.choose-form'])
  const today = localDay(request.clock.now())
  return request.database.read(scope, async (db) => {
    const { forms } = await readLists(db, scope, today, request.language)
    const choices = await findFormChoices(db, scope)
    const inUse = formOn(forms, choices, today)
    return { scope, today, page: { t: request.t, forms, choices, inUse, errors: [], saved: false } }
  })
}
