import type { LibraryScope } from '../../../platform/auth/scope.ts'
import { parseForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import { type Reply, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { mayOpenPersonalData } from '../../people/public.ts'
import { referralsPermissions } from '../permissions.ts'
import {
  type AskedItem,
  collectPerson,
  eraseOnRequest,
  type KeptOfPerson,
  lookUpPerson,
} from './answer-access-request.command.ts'
import { accessRequestForm, eraseForm } from './answer-access-request.form.ts'
import { accessFoundPage, accessOverviewPage, accessRequestPage } from './answer-access-request.page.tsx'

export async function showAccessRequest(request: WebRequest): Promise<Reply> {
  const { t } = request
  return showPage(
    accessRequestPage({ t, signed: await hasSigned(request), form: new FormFields([]), errors: [] }),
  )
}

/** A post: what somebody types here is personal data, and does not belong in an address. */
export async function submitAccessRequest(request: WebRequest): Promise<Reply> {
  const { t } = request
  const prepared = await prepare(request)
  if (!prepared.ok) return prepared.reply
  return showPage(accessFoundPage({ t, typed: prepared.typed, items: prepared.items, errors: [] }))
}

export async function showAccessOverview(request: WebRequest): Promise<Reply> {
  const { t, language } = request
  const prepared = await prepare(request)
  if (!prepared.ok) return prepared.reply
  const kept = await collect(request, prepared)
  return showPage(accessOverviewPage({ t, kept, typed: prepared.typed, language }))
}

export async function downloadAccessFile(request: WebRequest): Promise<Reply> {
  const prepared = await prepare(request)
  if (!prepared.ok) return prepared.reply
  const kept = await collect(request, prepared)
  const now = request.clock.now()
  return {
    kind: 'file',
    contentType: 'application/json; charset=utf-8',
    fileName: `inzage-${localDay(now)}.json`,
    body: `${JSON.stringify({ madeAt: now.toString(), kept }, null, 2)}\n`,
  }
}

const collect = (
  { database, keys, clock }: WebRequest,
  { scope, items }: { readonly scope: LibraryScope; readonly items: readonly AskedItem[] },
): Promise<readonly KeptOfPerson[]> =>
  database.write(scope, (tx) => collectPerson(tx, scope, keys, items, clock.now()))

const scopeOf = (request: WebRequest): LibraryScope =>
  request.actor.libraryScope(referralsPermissions['referrals.read-log'])

/** Whether who asks has a signed statement on confidentiality on file: without one even looking up tells too much. */
function hasSigned(request: WebRequest): Promise<boolean> {
  const scope = scopeOf(request)
  return request.database.read(scope, (db) => mayOpenPersonalData(db, scope, scope.libraryId))
}

export async function submitEraseOnRequest(request: WebRequest): Promise<Reply> {
  const { t } = request
  const prepared = await prepare(request)
  if (!prepared.ok) return prepared.reply
  const { scope, items, typed, form } = prepared
  const parsed = parseForm(eraseForm, { sure: form.text('sure') }, t)
  // Of several things that bear one number some may be of somebody else in the house: each is chosen.
  const chosen = items.length === 1 ? items : items.filter(({ id }) => form.all('item').includes(id))
  const errors = [
    ...(chosen.length === 0 ? [{ id: 'item', message: t('privacy.access.error.item') }] : []),
    ...(parsed.ok ? [] : parsed.errors),
  ]
  if (errors.length > 0)
    return showAgain(accessFoundPage({ t, typed, items, errors, chosen: form.all('item') }))
  const erased = await request.database.write(scope, (tx) =>
    eraseOnRequest(tx, scope, request.keys, chosen, request.clock.now()),
  )
  return showPage(accessRequestPage({ t, signed: true, form: new FormFields([]), errors: [], erased }))
}

/** Looks up anew at each step: what is shown and what is opened is what is there now. Each look is in the audit log. */
async function prepare(request: WebRequest) {
  const { t, database, keys, clock } = request
  const scope = scopeOf(request)
  const form = await request.form()
  if (!(await hasSigned(request))) {
    const reply = showPage(accessRequestPage({ t, signed: false, form: new FormFields([]), errors: [] }))
    return { ok: false as const, reply }
  }
  const parsed = parseForm(accessRequestForm, { who: form.text('who') }, t)
  if (!parsed.ok) {
    const reply = showAgain(accessRequestPage({ t, signed: true, form, errors: parsed.errors }))
    return { ok: false as const, reply }
  }
  const typed = parsed.value.who
  const items = await database.write(scope, (tx) => lookUpPerson(tx, scope, keys, typed, clock.now()))
  return { ok: true as const, scope, form, typed, items }
}
