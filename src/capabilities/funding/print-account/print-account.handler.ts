import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { accountMeant } from '../accounting-request.ts'
import { annexOf } from '../annex.ts'
import { printAccountPage } from './print-account.page.tsx'

/** An account on paper, in the columns of the annex. */
export async function showPrint(request: WebRequest): Promise<Reply> {
  const meant = await accountMeant(request)
  const { t, language } = request
  return showPage(printAccountPage({ t, language, ...meant, annex: annexOf(meant.account, t) }))
}
