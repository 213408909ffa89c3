import { hashPassword } from '../../../platform/auth/password.ts'
import { languageCookie, sessionCookie } from '../../../platform/http/application.ts'
import { makeCookie } from '../../../platform/http/cookies.ts'
import { type FormError, parseForm } from '../../../platform/http/form-errors.ts'
import { type Reply, seeOther, showAgain, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { checkPassword } from '../sign-in/sign-in.command.ts'
import { changePassword, chooseLanguage } from './change-own-account.command.ts'
import { changePasswordForm, chooseLanguageForm } from './change-own-account.form.ts'
import { ownAccountPage } from './change-own-account.page.tsx'
import { findOwnAccount } from './change-own-account.query.ts'

const saved = '/mijn-account?bewaard=ja'

export async function showOwnAccount(request: WebRequest): Promise<Reply> {
  const account = await ownAccount(request)
  const isSaved = request.query('bewaard') !== ''
  return showPage(ownAccountPage({ t: request.t, account, errors: [], saved: isSaved }))
}

export async function submitChangePassword(request: WebRequest): Promise<Reply> {
  const { t, database } = request
  const scope = request.actor.selfScope()
  const account = await ownAccount(request)
  const again = (errors: readonly FormError[]): Reply =>
    showAgain(ownAccountPage({ t, account, errors, saved: false }))
  const form = await request.form()
  // Not trimmed: a space can be part of a password.
  const sent = Object.fromEntries(
    ['current', 'password', 'repeated'].map((name) => [name, form.all(name)[0] ?? '']),
  )
  const parsed = parseForm(changePasswordForm, sent, t)
  if (!parsed.ok) return again(parsed.errors)
  const now = request.clock.now()
  const { current, password } = parsed.value
  const attempt = { email: account.email, password: current, address: request.address }
  const checked = await checkPassword(database, attempt, now)
  if (!checked.ok) {
    const message =
      checked.reason === 'wrong'
        ? t('people.own.error.wrong')
        : t('sign-in.error.throttled', { minutes: Math.ceil(checked.waitSeconds / 60) })
    return again([{ id: 'current', message }])
  }
  const hash = await hashPassword(password)
  const token = await database.write(scope, (tx) => changePassword(tx, scope, hash, now))
  return seeOther(saved, [makeCookie(sessionCookie, token, { secure: request.secure })])
}

export async function submitChooseLanguage(request: WebRequest): Promise<Reply> {
  const scope = request.actor.selfScope()
  const parsed = parseForm(
    chooseLanguageForm,
    { language: (await request.form()).text('language') },
    request.t,
  )
  if (!parsed.ok) {
    const account = await ownAccount(request)
    return showAgain(ownAccountPage({ t: request.t, account, errors: parsed.errors, saved: false }))
  }
  const { language } = parsed.value
  await request.database.write(scope, (tx) => chooseLanguage(tx, scope, language, request.clock.now()))
  // What this browser was told before would go before it.
  return seeOther(saved, [makeCookie(languageCookie, '', { secure: request.secure, maxAgeSeconds: 0 })])
}

function ownAccount(request: WebRequest) {
  const scope = request.actor.selfScope()
  return request.database.read(scope, (db) => findOwnAccount(db, scope))
}
