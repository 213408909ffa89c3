import { firstPage } from '../../platform/http/local-address.ts'
import { type Reply, seeOther, showPage } from '../../platform/http/reply.ts'
import type { WebRequest } from '../../platform/http/web-request.ts'
import { navigationFor } from '../frame/navigation.ts'
import { homePage } from './home.page.tsx'

/** Pages on which one begins to work, when they are the first that one may open. */
const beginnings = new Set(['/balie', '/sturing'])

/** Where somebody begins after signing in: at the form of the desk, at one's municipality, at the figures, or at a list of one's places. */
export function showHome(request: WebRequest): Reply {
  const { visitor, t } = request
  const places = visitor ? navigationFor(visitor, firstPage, t) : []
  const begin = places.find(
    ({ href }, at) => href === '/sturing/gemeente' || (at === 0 && beginnings.has(href)),
  )
  if (begin) return seeOther(begin.href)
  return showPage(
    homePage({ t, signedIn: visitor !== undefined, hasRoles: (visitor?.grants.length ?? 0) > 0, places }),
  )
}
