import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { findDesks } from '../../desks/public.ts'
import { countSent, daysOfQuarters, lastQuarters, sentByQuarter } from '../../referrals/public.ts'
import { municipalContext } from '../municipal-context.ts'
import { overviewOf } from '../training.ts'
import { showReferringPage } from './show-referring.page.tsx'
import { findReferrersOf, findTrainings } from './show-referring.query.ts'

const quartersShown = 5

/** What a municipality does as one who refers people to the desks (guide § 4.4). */
export async function showReferring(request: WebRequest): Promise<Reply> {
  const context = await municipalContext(request)
  const { scope, municipality, today } = context
  const quarters = lastQuarters(today, quartersShown)
  const { sent, desks, referrers, trainings } = await request.database.read(scope, async (db) => {
    const counted = await countSent(db, scope, municipality.code, daysOfQuarters(quarters))
    return {
      sent: counted,
      desks: await findDesks(db, scope, [...new Set(counted.map(({ deskId }) => deskId))]),
      referrers: await findReferrersOf(db, scope, municipality.code, today),
      trainings: await findTrainings(db, scope, municipality.code),
    }
  })
  const byDesk = desks
    .map(({ id, name }) => ({
      name,
      made: sent.reduce((sum, row) => sum + (row.deskId === id ? row.made : 0), 0),
    }))
    .toSorted((one, other) => other.made - one.made)
  return showPage(
    showReferringPage({
      ...context,
      t: request.t,
      language: request.language,
      quarters: sentByQuarter(sent, today, quartersShown),
      byDesk,
      referrers,
      trainings,
      overview: overviewOf(trainings, referrers, today),
      saved: request.query('bericht') === 'bewaard',
    }),
  )
}
