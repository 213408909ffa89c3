import { refuse } from '../../../platform/errors/refusals.ts'
import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { accountMeant } from '../accounting-request.ts'
import { indicatorNumbers } from '../indicators.ts'
import { findBookings } from '../read-year-account/read-year-account.query.ts'
import { indicatorPage } from './open-indicator.page.tsx'

/** What one of the five numbers is made of. */
export async function openIndicator(request: WebRequest): Promise<Reply> {
  const number = indicatorNumbers.find((each) => `${each}` === request.param('number')) ?? refuse('not-found')
  const meant = await accountMeant(request)
  const { scope, municipality, year } = meant
  const bookings =
    number === 1
      ? await request.database.read(scope, (db) => findBookings(db, scope, [municipality.code]))
      : []
  return showPage(
    indicatorPage({
      t: request.t,
      language: request.language,
      ...meant,
      number,
      spending: bookings.filter(
        (booking) => booking.year === year && booking.kind === 'spending' && !booking.isStruckOut,
      ),
      saved: request.query('bericht') === 'bewaard',
    }),
  )
}
