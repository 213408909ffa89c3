import { type Reply, showPage } from '../../platform/http/reply.ts'
import type { WebRequest } from '../../platform/http/web-request.ts'
import { guidePage } from './guide.page.tsx'

/** How to work with Balie, for who sits at the desk. Open to anyone: who cannot sign in may need it most. */
export function showGuide({ t }: WebRequest): Reply {
  return showPage(guidePage(t))
}
