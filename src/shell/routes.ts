import { anyone, type Route, route } from '../platform/http/route.ts'
import { showAlive, showReady } from './health/health.handler.ts'
import { showHome } from './home/home.handler.ts'
import { chooseLanguage } from './language/choose-language.handler.ts'
import { signInHandlers } from './sign-in/sign-in.handler.ts'

/** The pages that belong to no capability. `ready` tells whether the database answers. */
export function shellRoutes({ demo, ready }: { demo: boolean; ready: () => Promise<boolean> }): Route[] {
  const signIn = signInHandlers(demo)
  return [
    route('GET', '/', anyone(), showHome),
    route('GET', '/inloggen', anyone(), signIn.show),
    route('POST', '/inloggen', anyone(), signIn.submit),
    route('POST', '/inloggen/oefenen', anyone(), signIn.submitDemo),
    route('POST', '/uitloggen', anyone(), signIn.signOut),
    route('POST', '/taal', anyone(), chooseLanguage),
    route('GET', '/healthz', anyone(), showAlive),
    route('GET', '/readyz', anyone(), showReady(ready)),
  ]
}
