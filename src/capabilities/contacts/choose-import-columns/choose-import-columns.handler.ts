import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { findDesksEver } from '../../desks/public.ts'
import { nameAccounts } from '../../people/public.ts'
import { readFirstCells, readImportValues } from '../choose-import-answers/choose-import-answers.query.ts'
import { type FieldError, sayErrors } from '../field-error.ts'
import { mostImportValues } from '../history-import.ts'
import { closedFields, fieldOf } from '../import-field.ts'
import { proposeColumns } from '../import-proposal.ts'
import { addressOfImport } from '../import-step.page.tsx'
import { contactsPermissions } from '../permissions.ts'
import { findSameFile, readImport, readImportMemory } from '../read-import/read-import.query.ts'
import { type ColumnsChoice, chooseColumns } from './choose-import-columns.command.ts'
import { columnField, readColumnsChoice } from './choose-import-columns.form.ts'
import { chooseColumnsPage } from './choose-import-columns.page.tsx'

/** What each column of the file holds: with what is likely, or what was chosen, filled in. */
export async function showChooseColumns(request: WebRequest): Promise<Reply> {
  const state = await readState(request)
  if (!isAtStep(state.found.status)) return seeOther(addressOfImport(state.found.id))
  const { found, memory, desks } = state
  const columns = found.columns.length > 0 ? found.columns : proposeColumns(found.header, memory)
  const open = desks.filter(({ active }) => active)
  const onlyDesk = open.length === 1 && !columns.includes('desk') ? open[0]?.id : undefined
  const fields = new FormFields([
    ...columns.map((use, index): [string, string] => [columnField(index), use ?? '']),
    ['desk', found.deskId ?? onlyDesk ?? ''],
  ])
  return showPage(chooseColumnsPage({ t: request.t, ...state, fields, errors: [] }))
}

export async function submitChooseColumns(request: WebRequest): Promise<Reply> {
  const state = await readState(request)
  const { found, desks } = state
  if (!isAtStep(found.status)) return seeOther(addressOfImport(found.id))
  const fields = await request.form()
  const { choice, errors } = readColumnsChoice(
    fields,
    found.header.length,
    desks.map(({ id }) => id),
  )
  const wrong = errors.length > 0 ? errors : await columnsOfTexts(request, found.id, choice)
  if (wrong.length > 0)
    return showAgain(
      chooseColumnsPage({ t: request.t, ...state, fields, errors: sayErrors(wrong, request.t) }),
    )
  const scope = request.actor.libraryScope(contactsPermissions['contacts.import'])
  await request.database.write(scope, (tx) => chooseColumns(tx, scope, found.id, choice, request.clock.now()))
  return seeOther(addressOfImport(found.id))
}

const isAtStep = (status: string): boolean => ['columns', 'answers', 'preview'].includes(status)

/** Columns with so many different values that nobody can say what each means: texts, where answers should be. */
async function columnsOfTexts(request: WebRequest, id: string, choice: ColumnsChoice): Promise<FieldError[]> {
  const scope = request.actor.libraryScope(contactsPermissions['contacts.import'])
  const { columns } = choice
  const { values } = await request.database.read(scope, (db) =>
    readImportValues(db, scope, id, request.clock.now(), { columns }),
  )
  return closedFields.flatMap((field) => {
    const number = values[field]?.length ?? 0
    const column = columns.findIndex((use) => use && fieldOf(use) === field)
    return number > mostImportValues
      ? [
          {
            id: columnField(column),
            key: 'contacts.import.error.texts' as const,
            values: { most: mostImportValues },
          },
        ]
      : []
  })
}

async function readState(request: WebRequest) {
  const scope = request.actor.libraryScope(contactsPermissions['contacts.import'])
  return request.database.read(scope, async (db) => {
    const found = foundOrRefuse(await readImport(db, scope, request.idParam('id')))
    const same = await findSameFile(db, scope, found.id)
    const names = await nameAccounts(db, scope, same ? [same.accountId] : [])
    return {
      found,
      memory: await readImportMemory(db, scope),
      desks: await findDesksEver(db, scope, scope.libraryId),
      examples: await readFirstCells(db, scope, found.id, found.header.length),
      before: same && { same, who: names.get(same.accountId) ?? '' },
    }
  })
}
