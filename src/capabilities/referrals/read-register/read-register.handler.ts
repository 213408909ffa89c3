import { writeCsv } from '../../../platform/csv/read-csv.ts'
import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { processingRegister } from '../../../platform/personal-data/processing-register.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { referralsPermissions } from '../permissions.ts'
import { registerCells, registerFields, registerPage } from './read-register.page.tsx'

export function showRegister(request: WebRequest): Reply {
  request.actor.libraryScope(referralsPermissions['referrals.read-log'])
  return showPage(registerPage({ t: request.t, register: processingRegister }))
}

export function downloadRegister(request: WebRequest): Reply {
  const { t } = request
  request.actor.libraryScope(referralsPermissions['referrals.read-log'])
  return {
    kind: 'file',
    contentType: 'text/csv; charset=utf-8',
    fileName: `verwerkingsregister-${localDay(request.clock.now())}.csv`,
    body: writeCsv([
      [t('privacy.register.name'), ...registerFields.map((field) => t(`privacy.register.${field}`))],
      ...processingRegister.activities.map((activity) => [
        activity.name,
        ...registerFields.map((field) => registerCells(activity, field).join('; ')),
      ]),
    ]),
  }
}
