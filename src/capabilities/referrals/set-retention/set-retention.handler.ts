import { type FormError, parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import type { MessageKey, Translate } from '../../../platform/i18n/translate.ts'
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
  if (!parsed.ok) {
    const errors = parsed.errors.map((error) => ({ ...error, message: sayWhere(request.t, error) }))
    return showAgain(retentionPage({ t: request.t, terms, ofLibrary, form, errors, saved: false }))
  }
  await request.database.write(scope, (tx) => setRetention(tx, scope, parsed.value, request.clock.now()))
  return seeOther('/beheer/bewaartermijnen?bewaard=ja')
}

/** Fields of two kinds bear the same label: the summary of the errors names both. */
function sayWhere(t: Translate, { id, message }: FormError): string {
  const field = retentionFields.find((each) => retentionField(each) === id)
  if (!field) return message
  const outcome = t(`privacy.outcome.${retentionField(field)}` as MessageKey)
  return `${t(`privacy.kind.${field.aboutKind}`)}, ${outcome}: ${message}`
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
