import { firstPage } from '../../platform/http/local-address.ts'
import { type Reply, seeOther, showPage } from '../../platform/http/reply.ts'
import type { WebRequest } from '../../platform/http/web-request.ts'
import { navigationFor } from '../frame/navigation.ts'
import { homePage } from './home.page.tsx'

/** Where somebody begins after signing in: at the form of the desk, at the figures, or at a list of one's places. */
export function showHome(request: WebRequest): Reply {
  const { visitor, t } = request
  const places = visitor ? navigationFor(visitor, firstPage, t) : []
  const [first] = places
  if (first?.href === '/balie' || first?.href === '/sturing') return seeOther(first.href)
  return showPage(
    homePage({ t, signedIn: visitor !== undefined, hasRoles: (visitor?.grants.length ?? 0) > 0, places }),
  )
}
