import { listDemoAccounts, openSession, signIn } from '../../capabilities/people/public.ts'
import { signInScope } from '../../platform/auth/scope.ts'
import { endSession } from '../../platform/auth/sessions.command.ts'
import { refuse } from '../../platform/errors/refusals.ts'
import { sessionCookie } from '../../platform/http/application.ts'
import { makeCookie } from '../../platform/http/cookies.ts'
import { firstPage, localAddress } from '../../platform/http/local-address.ts'
import { type Page, type Reply, seeOther, showAgain, showPage } from '../../platform/http/reply.ts'
import type { WebRequest } from '../../platform/http/web-request.ts'
import { type KeptForm, readKeptForm } from './kept-form.ts'
import { resumePage, type SignInPage, signInPage } from './sign-in.page.tsx'

/** The sign-in pages; with `demo` also one click for each role. */
export function signInHandlers(
  demo: boolean,
): Record<'show' | 'submit' | 'submitDemo' | 'signOut', (request: WebRequest) => Promise<Reply>> {
  const page = async (request: WebRequest, state: Partial<SignInPage>): Promise<SignInPage> => ({
    t: request.t,
    email: '',
    next: localAddress(request.query('verder')),
    kept: undefined,
    errors: [],
    demoAccounts: demo
      ? await request.database.read(signInScope, (db) => listDemoAccounts(db, signInScope, request.t))
      : [],
    ...state,
  })

  return {
    show: async (request) => showPage(signInPage(await page(request, {}))),

    submit: async (request) => {
      const form = await request.form()
      const { t } = request
      const email = form.text('email')
      const password = form.all('password')[0] ?? ''
      const next = localAddress(form.text('verder'))
      const kept = readKeptForm(form.text('bewaard'))
      const missing = [
        ...(email ? [] : [{ id: 'email', message: t('sign-in.error.email') }]),
        ...(password ? [] : [{ id: 'password', message: t('sign-in.error.password') }]),
      ]
      if (missing.length > 0)
        return showAgain(signInPage(await page(request, { email, next, kept, errors: missing })))

      const result = await signIn(
        request.database,
        { email, password, address: request.address },
        request.clock.now(),
      )
      if (result.ok) return welcome(request, result.token, next, kept)
      const message =
        result.reason === 'wrong'
          ? { id: 'password', message: t('sign-in.error.wrong') }
          : { message: t('sign-in.error.throttled', { minutes: Math.ceil(result.waitSeconds / 60) }) }
      const again = signInPage(await page(request, { email, next, kept, errors: [message] }))
      return result.reason === 'wrong' ? showAgain(again) : { kind: 'page', status: 429, page: again }
    },

    submitDemo: async (request) => {
      if (!demo) refuse('not-found')
      const form = await request.form()
      const token = await request.database.write(signInScope, async (tx) => {
        const account = (await listDemoAccounts(tx, signInScope, request.t)).find(
          (candidate) => candidate.accountId === form.text('account'),
        )
        return openSession(
          tx,
          signInScope,
          account?.accountId ?? refuse('not-found'),
          request.clock.now(),
          'demo',
        )
      })
      return welcome(request, token, localAddress(form.text('verder')), readKeptForm(form.text('bewaard')))
    },

    signOut: async (request) => {
      const token = request.cookies[sessionCookie]
      if (token)
        await request.database.keep(signInScope, (tx) =>
          endSession(tx, signInScope, token, request.clock.now()),
        )
      return seeOther('/inloggen', [
        makeCookie(sessionCookie, '', { secure: request.secure, maxAgeSeconds: 0 }),
      ])
    },
  }
}

function welcome(request: WebRequest, token: string, next: string, kept: KeptForm | undefined): Reply {
  const cookie = makeCookie(sessionCookie, token, { secure: request.secure })
  return kept ? showPage(resumePage({ t: request.t, kept }), [cookie]) : seeOther(next, [cookie])
}

/**
 * What somebody sent from the desk while the session had run out: the sign-in page, carrying what was typed. Nothing of
 * other forms, which may hold a password.
 */
export async function keepAndSignIn(request: WebRequest, demo: boolean): Promise<Page> {
  const { pathname } = request.url
  const kept = pathname.startsWith('/balie')
    ? { action: pathname, fields: (await request.form()).entries() }
    : undefined
  return signInPage({
    t: request.t,
    email: '',
    next: firstPage,
    kept: kept && readKeptForm(JSON.stringify(kept)),
    errors: [{ message: request.t('error.not-signed-in.title') }],
    demoAccounts: demo
      ? await request.database.read(signInScope, (db) => listDemoAccounts(db, signInScope, request.t))
      : [],
  })
}
