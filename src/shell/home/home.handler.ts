import { type Reply, seeOther, showPage } from '../../platform/http/reply.ts'
import type { WebRequest } from '../../platform/http/web-request.ts'
import { navigationFor } from '../frame/navigation.ts'
import { homePage } from './home.page.tsx'

/**
 * The first page: for who works at a desk the form itself, for who looks at figures those, for others their places, for a
 * visitor what Balie is.
 */
export function showHome(request: WebRequest): Reply {
  const { visitor, t } = request
  const places = visitor ? navigationFor(visitor, '/', t) : []
  const [first] = places
  if (first?.href === '/balie' || first?.href === '/sturing') return seeOther(first.href)
  return showPage(
    homePage({ t, signedIn: visitor !== undefined, hasRoles: (visitor?.grants.length ?? 0) > 0, places }),
  )
}
