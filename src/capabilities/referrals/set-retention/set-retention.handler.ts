import { parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { referralsPermissions } from '../permissions.ts'
import { type RetentionTerm, retentionField, retentionFields } from '../retention.ts'
import { setRetention } from './set-retention.command.ts'
import { retentionForm } from './set-retention.form.ts'
import { retentionPage } from './set-retention.page.tsx'
import { readRetention } from './set-retention.query.ts'

export async function showRetention(request: WebRequest): Promise<Reply> {
  const { scope, terms } = await prepare(request)
  const ofLibrary = scope.kind === 'library'
  return showPage(
    retentionPage({
      t: request.t,
      terms,
      ofLibrary,
      form: fieldsOf(terms, ofLibrary),
      errors: [],
      saved: request.query('bewaard') !== '',
    }),
  )
}

export async function submitRetention(request: WebRequest): Promise<Reply> {
  const { scope, terms } = await prepare(request)
  const ofLibrary = scope.kind === 'library'
  const form = await request.form()
  const sent = Object.fromEntries(
    retentionFields.map((field) => [retentionField(field), form.text(retentionField(field))]),
  )
  const parsed = parseForm(retentionForm(ofLibrary), sent, request.t)
  if (!parsed.ok)
    return showAgain(
      retentionPage({ t: request.t, terms, ofLibrary, form, errors: parsed.errors, saved: false }),
    )
  await request.database.write(scope, (tx) => setRetention(tx, scope, parsed.value, request.clock.now()))
  return seeOther('/beheer/bewaartermijnen?bewaard=ja')
}

async function prepare(request: WebRequest) {
  const scope = request.actor.administrationScope(referralsPermissions['referrals.set-retention'])
  return { scope, terms: await request.database.read(scope, (db) => readRetention(db, scope)) }
}

function fieldsOf(terms: readonly RetentionTerm[], ofLibrary: boolean): FormFields {
  return new FormFields(
    terms.map((term): [string, string] => [
      retentionField(term),
      String((ofLibrary ? term.own : term.national) ?? ''),
    ]),
  )
}
