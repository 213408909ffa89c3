import type { Hono } from 'hono'
import { agreementsRoutes } from './capabilities/agreements/routes.ts'
import { contactsRoutes } from './capabilities/contacts/routes.ts'
import { desksRoutes } from './capabilities/desks/routes.ts'
import { directoryRoutes } from './capabilities/directory/routes.ts'
import { fundingRoutes } from './capabilities/funding/routes.ts'
import { goalsRoutes } from './capabilities/goals/routes.ts'
import { listsRoutes } from './capabilities/lists/routes.ts'
import { municipalRolesRoutes } from './capabilities/municipal-roles/routes.ts'
import { noticesRoutes } from './capabilities/notices/routes.ts'
import { openDataRoutes } from './capabilities/open-data/routes.ts'
import { organisationsRoutes } from './capabilities/organisations/routes.ts'
import { findActor } from './capabilities/people/public.ts'
import { peopleRoutes } from './capabilities/people/routes.ts'
import { referralsRoutes } from './capabilities/referrals/routes.ts'
import { reportsRoutes } from './capabilities/reports/routes.ts'
import { signalsRoutes } from './capabilities/signals/routes.ts'
import { triageRoutes } from './capabilities/triage/routes.ts'
import { signInScope } from './platform/auth/scope.ts'
import { touchSession } from './platform/auth/sessions.command.ts'
import { findSession } from './platform/auth/sessions.query.ts'
import type { MapTiles, PassesOnTo } from './platform/config/config.ts'
import type { ApplicationDatabase } from './platform/database/application-database.ts'
import { createApplication } from './platform/http/application.ts'
import type { Assets } from './platform/http/assets.ts'
import type { Route } from './platform/http/route.ts'
import type { Log } from './platform/logging/log.ts'
import type { PdfMaker } from './platform/pdf/pdf-maker.ts'
import type { MasterKeys } from './platform/personal-data/master-keys.ts'
import type { Clock } from './platform/time/clock.ts'
import { localDay } from './platform/time/local-time.ts'
import { errorPage } from './shell/error-pages/error-page.tsx'
import { languageOfPublicAddress, publicErrorPage } from './shell/error-pages/public-error-page.tsx'
import { frame } from './shell/frame/frame.tsx'
import { publicFrame } from './shell/public-frame/public-frame.tsx'
import { shellRoutes } from './shell/routes.ts'
import { keepAndSignIn } from './shell/sign-in/sign-in.handler.ts'

export interface AppParts {
  readonly database: ApplicationDatabase
  readonly clock: Clock
  readonly log: Log
  readonly assets: Assets
  readonly demo: boolean
  readonly trustProxy: boolean
  /** Pictures for the map of the finder; without them nothing is asked from elsewhere. */
  readonly mapTiles?: MapTiles | undefined
  /** Without it nobody gets a PDF. */
  readonly pdf?: PdfMaker | undefined
  /** Without them nobody opens personal data. */
  readonly keys?: MasterKeys | undefined
  /** Whether this installation sends mail. */
  readonly sendsMail?: boolean
  /** Another's system to which a desk may pass on; without it nobody does. */
  readonly passesOnTo?: Pick<PassesOnTo, 'name' | 'area'> | undefined
}

/** How long a session may be used before it is marked as used again: each mark is a write. */
const touchEverySeconds = 60

/** Every address that Balie answers, with who may use it. */
export function routesOf({
  demo,
  assets,
  database,
}: Pick<AppParts, 'demo' | 'assets' | 'database'>): Route[] {
  return [
    ...shellRoutes({ demo, assets, ready: () => database.isReady() }),
    ...organisationsRoutes,
    ...listsRoutes,
    ...desksRoutes,
    ...peopleRoutes,
    ...directoryRoutes,
    ...noticesRoutes,
    ...referralsRoutes,
    ...contactsRoutes,
    ...triageRoutes,
    ...reportsRoutes,
    ...openDataRoutes,
    ...signalsRoutes,
    ...fundingRoutes,
    ...goalsRoutes,
    ...agreementsRoutes,
    ...municipalRolesRoutes,
  ]
}

/** The only place where the parts are put together. */
export function createApp(parts: AppParts): Hono<never> {
  const { database, clock, assets } = parts
  return createApplication({
    ...parts,
    routes: routesOf(parts),
    findVisitor: async (token) => {
      const now = clock.now()
      const found = await database.read(signInScope, async (db) => {
        const session = await findSession(db, signInScope, token, now)
        return (
          session && { session, visitor: await findActor(db, signInScope, session.accountId, localDay(now)) }
        )
      })
      if (found?.visitor && found.session.idleSeconds > touchEverySeconds) {
        await database.keep(signInScope, (tx) => touchSession(tx, signInScope, found.session.tokenHash, now))
      }
      return found?.visitor
    },
    renderPage: (page, request, nonce) =>
      page.forPublic
        ? publicFrame({ page, face: page.forPublic, origin: request.origin, assets, demo: parts.demo })
        : frame({ page, request, nonce, assets, demo: parts.demo }),
    // What was sent while the session had run out is not lost: it waits in the sign-in page.
    errorPage: (reason, request, reference) => {
      const language = languageOfPublicAddress(request.url.pathname)
      if (language) return publicErrorPage(reason, language, reference)
      return reason === 'not-signed-in' && request.method === 'POST'
        ? keepAndSignIn(request, parts.demo)
        : errorPage(reason, request, reference)
    },
  }) as unknown as Hono<never>
}
