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
} from './answer-access-request.command.ts'
import { accessRequestForm, eraseForm } from './answer-access-request.form.ts'
import { accessFoundPage, accessOverviewPage, accessRequestPage } from './answer-access-request.page.tsx'
import { findKept } from './answer-access-request.query.ts'

export function showAccessRequest(request: WebRequest): Reply {
  return showPage(accessRequestPage({ t: request.t, form: new FormFields([]), errors: [] }))
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
  const { t, language } = request
  const prepared = await prepare(request)
  if (!prepared.ok) return prepared.reply
  const kept = await collect(request, prepared)
  if (kept === 'sign-first') return showPage(accessOverviewPage({ t, kept, typed: prepared.typed, language }))
  const now = request.clock.now()
  return {
    kind: 'file',
    contentType: 'application/json; charset=utf-8',
    fileName: `inzage-${localDay(now)}.json`,
    body: `${JSON.stringify({ madeAt: now.toString(), kept }, null, 2)}\n`,
  }
}

/** Opens what was found; 'sign-first' when who asks has no signed statement on confidentiality on file. */
async function collect(
  request: WebRequest,
  { scope, items }: { readonly scope: LibraryScope; readonly items: readonly AskedItem[] },
): Promise<readonly KeptOfPerson[] | 'sign-first'> {
  const { database, keys, clock } = request
  const signed = await database.read(scope, (db) => mayOpenPersonalData(db, scope, scope.libraryId))
  if (!signed) return 'sign-first'
  return database.write(scope, (tx) => collectPerson(tx, scope, keys, items, clock.now()))
}

export async function submitEraseOnRequest(request: WebRequest): Promise<Reply> {
  const { t } = request
  const prepared = await prepare(request)
  if (!prepared.ok) return prepared.reply
  const { scope, items, typed, form } = prepared
  const parsed = parseForm(eraseForm, { sure: form.text('sure') }, t)
  if (!parsed.ok) return showAgain(accessFoundPage({ t, typed, items, errors: parsed.errors }))
  const erased = await request.database.write(scope, (tx) =>
    eraseOnRequest(tx, scope, items, request.clock.now()),
  )
  return showPage(accessRequestPage({ t, form: new FormFields([]), errors: [], erased }))
}

/** Looks up anew at each step: what is shown and what is opened is what is there now. */
async function prepare(request: WebRequest) {
  const scope = request.actor.libraryScope(referralsPermissions['referrals.read-log'])
  const form = await request.form()
  const parsed = parseForm(accessRequestForm, { who: form.text('who') }, request.t)
  if (!parsed.ok) {
    const reply = showAgain(accessRequestPage({ t: request.t, form, errors: parsed.errors }))
    return { ok: false as const, reply }
  }
  const typed = parsed.value.who
  const items = await request.database.read(scope, (db) =>
    findKept(db, scope, request.keys, typed, request.clock.now()),
  )
  return { ok: true as const, scope, form, typed, items }
}
