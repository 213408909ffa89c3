import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { findOrganisations } from '../../organisations/public.ts'
import { findDocuments } from '../keep-document/keep-document.query.ts'
import { moneyYear } from '../money-year.ts'
import { countOfferedCosts, findWithdrawnBookings } from '../share-cost/share-cost.query.ts'
import { showMoneyPage } from './show-money.page.tsx'

const messages = ['bewaard', 'doorgehaald', 'stuk', 'weg', 'overgenomen'] as const

/** The money of a municipality in one year, at a glance. */
export async function showMoney(request: WebRequest): Promise<Reply> {
  const money = await moneyYear(request)
  const { scope, municipality, year } = money
  const bookings = money.facts.bookings.filter(
    (each) => each.municipalityCode === municipality.code && each.year === year,
  )
  const { documents, libraries, offered, withdrawn } = await request.database.read(scope, async (db) => ({
    documents: await findDocuments(db, scope, municipality.code, year),
    libraries: await findOrganisations(db, scope, [
      ...new Set(bookings.flatMap(({ libraryId }) => libraryId ?? [])),
    ]),
    offered: await countOfferedCosts(db, scope, municipality.code, year),
    withdrawn: await findWithdrawnBookings(db, scope, municipality.code, year),
  }))
  return showPage(
    showMoneyPage({
      ...money,
      t: request.t,
      language: request.language,
      bookings,
      documents,
      libraryNames: new Map(libraries.map(({ id, name }) => [id, name])),
      offered,
      withdrawn,
      message: messages.find((each) => each === request.query('bericht')),
    }),
  )
}
