import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { findOrganisations } from '../../organisations/public.ts'
import { moneyYear } from '../money-year.ts'
import { findTaken } from '../share-cost/share-cost.query.ts'
import { listSharingPage } from './list-sharing.page.tsx'
import { findSharedCosts, findSharingKeys } from './list-sharing.query.ts'

/** What this municipality shares with others: the costs of the year, and by which keys. */
export async function showShared(request: WebRequest): Promise<Reply> {
  const money = await moneyYear(request)
  const { scope, municipality, year } = money
  const found = await request.database.read(scope, async (db) => {
    const keys = (await findSharingKeys(db, scope)).filter(
      ({ madeBy, parts }) =>
        madeBy === municipality.code ||
        parts.some(({ municipalityCode }) => municipalityCode === municipality.code),
    )
    return {
      keys,
      costs: await findSharedCosts(db, scope, municipality.code, year),
      taken: await findTaken(db, scope, municipality.code, year),
      libraries: await findOrganisations(db, scope, [...new Set(keys.map(({ libraryId }) => libraryId))]),
    }
  })
  return showPage(
    listSharingPage({
      t: request.t,
      language: request.language,
      municipality,
      year,
      ...found,
      libraryNames: new Map(found.libraries.map(({ id, name }) => [id, name])),
      mayKeep: money.mayKeep,
      isSigned: money.account.signed !== undefined,
      withdrawn: request.query('bericht') === 'ingetrokken',
    }),
  )
}
