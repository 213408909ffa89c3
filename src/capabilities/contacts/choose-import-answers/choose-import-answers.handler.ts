import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { sayErrors } from '../field-error.ts'
import { closedFields } from '../import-field.ts'
import { addressOfImport } from '../import-step.page.tsx'
import { contactsPermissions } from '../permissions.ts'
import { chooseAnswers } from './choose-import-answers.command.ts'
import { personalValues, readAnswersChoice } from './choose-import-answers.form.ts'
import { chooseAnswersPage } from './choose-import-answers.page.tsx'
import { readImportValues } from './choose-import-answers.query.ts'

/** What the values of the file mean: those that nobody knows yet first. `?wijzig=` opens the known ones of a field. */
export async function showChooseAnswers(request: WebRequest): Promise<Reply> {
  const state = await readState(request)
  if (!isAtStep(state.found.status)) return seeOther(addressOfImport(state.found.id))
  const change = closedFields.filter((field) => field === request.query('wijzig'))
  return showPage(
    chooseAnswersPage({ t: request.t, ...state, change, fields: new FormFields([]), errors: [] }),
  )
}

export async function submitChooseAnswers(request: WebRequest): Promise<Reply> {
  const state = await readState(request)
  const { found, values, lists } = state
  if (!isAtStep(found.status)) return seeOther(addressOfImport(found.id))
  const fields = await request.form()
  const { meanings, errors } = readAnswersChoice(fields, values, lists)
  if (errors.length > 0) {
    const change = closedFields.filter((field) => fields.all('wijzig').includes(field))
    const said = sayErrors(errors, request.t)
    return showAgain(chooseAnswersPage({ t: request.t, ...state, change, fields, errors: said }))
  }
  const scope = request.actor.libraryScope(contactsPermissions['contacts.import'])
  const now = request.clock.now()
  const personal = personalValues(values, Number(localDay(now).slice(0, 4)))
  await request.database.write(scope, (tx) => chooseAnswers(tx, scope, found.id, meanings, now, personal))
  return seeOther(addressOfImport(found.id))
}

const isAtStep = (status: string): boolean => status === 'answers' || status === 'preview'

function readState(request: WebRequest) {
  const scope = request.actor.libraryScope(contactsPermissions['contacts.import'])
  const { language } = request
  return request.database.read(scope, (db) =>
    readImportValues(db, scope, request.idParam('id'), request.clock.now(), { language }),
  )
}
