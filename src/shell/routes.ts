import { contactsPermissions } from '../capabilities/contacts/public.ts'
import type { Assets } from '../platform/http/assets.ts'
import { firstPage } from '../platform/http/local-address.ts'
import { anyone, mayOf, type Route, route } from '../platform/http/route.ts'
import { showGuide } from './guide/guide.handler.ts'
import { showAlive, showReady } from './health/health.handler.ts'
import { showHome } from './home/home.handler.ts'
import { showAppManifest } from './installable-app/installable-app.handler.ts'
import { chooseLanguage } from './language/choose-language.handler.ts'
import { showNotHere, showOutboxList } from './outbox-list/outbox-list.handler.ts'
import { notHerePath, showServiceWorker } from './service-worker/service-worker.handler.ts'
import { signInHandlers } from './sign-in/sign-in.handler.ts'
import { showWidget } from './widget/widget.handler.ts'

/** The pages that belong to no capability. `ready` tells whether the database answers. */
export function shellRoutes({
  demo,
  assets,
  ready,
}: {
  demo: boolean
  assets: Assets
  ready: () => Promise<boolean>
}): Route[] {
  const signIn = signInHandlers(demo)
  return [
    route('GET', firstPage, anyone(), showHome),
    route('GET', '/inloggen', anyone(), signIn.show),
    route('POST', '/inloggen', anyone(), signIn.submit),
    route('POST', '/inloggen/oefenen', anyone(), signIn.submitDemo),
    route('POST', '/uitloggen', anyone(), signIn.signOut),
    route('POST', '/taal', anyone(), chooseLanguage),
    route('GET', '/uitleg', anyone(), showGuide),
    route('GET', '/balie/wachtrij', mayOf(contactsPermissions)('contacts.register'), showOutboxList),
    route('GET', notHerePath, anyone(), showNotHere),
    route('GET', '/zoeker.js', anyone(), showWidget(assets)),
    route('GET', '/sw.js', anyone(), showServiceWorker(assets)),
    route('GET', '/balie/manifest.webmanifest', anyone(), showAppManifest(assets)),
    route('GET', '/healthz', anyone(), showAlive),
    route('GET', '/readyz', anyone(), showReady(ready)),
  ]
}
