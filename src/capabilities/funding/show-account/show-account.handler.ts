import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { accountingOf } from '../accounting-request.ts'
import { readAccount } from '../read-account/read-account.query.ts'
import { notThenPage, showAccountPage } from './show-account.page.tsx'

/** The account of a year: the five indicators, what is still to be done, and by whom. */
export async function showAccount(request: WebRequest): Promise<Reply> {
  const accounting = await accountingOf(request)
  const { t, language } = request
  const { scope, inYear, year, today } = accounting
  if (!inYear.existed) return showPage(notThenPage({ t, ...accounting }))
  const account = await request.database.read(scope, (db) => readAccount(db, scope, inYear, year, today))
  return showPage(showAccountPage({ t, language, ...accounting, account, message: request.query('bericht') }))
}
