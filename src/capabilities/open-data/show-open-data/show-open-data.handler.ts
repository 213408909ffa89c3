import { publicScope } from '../../../platform/auth/scope.ts'
import { type Reply, showToAll } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import type { PublicVoice } from '../../../platform/i18n/public-language.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { keepSeconds } from '../kept-for-others.ts'
import { findCells, listReleases } from '../read-published/read-published.query.ts'
import { monthsOfQuarter } from '../release-day.ts'
import { openDataPage } from './show-open-data.page.tsx'

/** What figures there are for everybody, some of the latest, and how to take them along. */
export async function showOpenData(request: WebRequest, voice: PublicVoice): Promise<Reply> {
  const read = await request.database.read(publicScope, async (db) => {
    const releases = await listReleases(db, publicScope)
    const quarter = releases.find(({ period }) => period.includes('Q'))?.period
    const months = quarter ? monthsOfQuarter(quarter) : []
    const nation = []
    for (const period of months)
      nation.push(...(await findCells(db, publicScope, { table: 'landelijk-per-maand', period })))
    const provinces = await findCells(db, publicScope, {
      table: 'provincies-per-maand',
      period: months.at(-1) ?? '',
      part: 'totaal',
    })
    return { releases, months, nation, provinces }
  })
  return showToAll(openDataPage({ ...read, voice, today: localDay(request.clock.now()) }), keepSeconds)
}
