import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { dayFields, daySent } from '../../../platform/http/date-fields.ts'
import { parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { nameAccounts } from '../name-accounts/name-accounts.query.ts'
import { peoplePermissions } from '../permissions.ts'
import { recordStatement, takeBackStatement } from './record-statement.command.ts'
import { statementForm } from './record-statement.form.ts'
import { statementPage, statementsPage } from './record-statement.page.tsx'
import { listStatements } from './record-statement.query.ts'

export async function showStatements(request: WebRequest): Promise<Reply> {
  const { rows, names } = await prepare(request)
  return showPage(
    statementsPage({
      t: request.t,
      rows,
      names,
      self: request.actor.accountId,
      saved: request.query('bewaard') !== '',
    }),
  )
}

export async function showStatement(request: WebRequest): Promise<Reply> {
  const { row, names, today } = await prepareOne(request)
  const form = new FormFields(dayFields('signed', row.signedOn ?? today))
  return showPage(statementPage({ t: request.t, row, names, form, errors: [] }))
}

export async function submitStatement(request: WebRequest): Promise<Reply> {
  const { t } = request
  const { scope, row, names, today } = await prepareOne(request)
  const form = await request.form()
  if (form.text('act') === 'take-back') {
    await request.database.write(scope, (tx) => takeBackStatement(tx, scope, row, request.clock.now()))
    return seeOther('/beheer/geheimhouding?bewaard=ja')
  }
  const parsed = parseForm(
    statementForm(today),
    { signed: daySent(form, 'signed'), seen: form.text('seen') },
    t,
  )
  if (!parsed.ok) return showAgain(statementPage({ t, row, names, form, errors: parsed.errors }))
  await request.database.write(scope, (tx) =>
    recordStatement(tx, scope, { ...row, signedOn: parsed.value.signed }, request.clock.now()),
  )
  return seeOther('/beheer/geheimhouding?bewaard=ja')
}

async function prepare(request: WebRequest) {
  const scope = request.actor.desksScope(peoplePermissions['people.record-statements'])
  const today = localDay(request.clock.now())
  return request.database.read(scope, async (db) => {
    const rows = await listStatements(db, scope, today)
    const names = await nameAccounts(
      db,
      scope,
      rows.flatMap(({ seenBy }) => seenBy ?? []),
    )
    return { scope, today, rows, names }
  })
}

/** One person at one library; not who asks: nobody records his own. */
async function prepareOne(request: WebRequest) {
  const prepared = await prepare(request)
  const row = foundOrRefuse(
    prepared.rows.find(
      ({ accountId, libraryId }) =>
        accountId === request.param('person') &&
        libraryId === request.param('library') &&
        accountId !== request.actor.accountId,
    ),
  )
  return { ...prepared, row }
}
