import { foundOrRefuse } from '../../../platform/errors/refusals.ts'
import { type Reply, showPage } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { compareVersions } from '../agreement-version.ts'
import { ownAgreement } from '../drafting.ts'
import { findVersions, readVersion } from '../show-version/show-version.query.ts'
import { compareVersionsPage } from './compare-versions.page.tsx'

/** What changed from one version to another: without a choice, from the last but one to the last. */
export async function showComparison(request: WebRequest): Promise<Reply> {
  const { scope, agreement } = await ownAgreement(request)
  const agreementId = agreement.id
  const found = await request.database.read(scope, async (db) => {
    const versions = await findVersions(db, scope, agreementId)
    const numbers = versions.map(({ number }) => number)
    const asked = (name: string, otherwise: number | undefined) =>
      numbers.find((number) => String(number) === request.query(name)) ?? otherwise
    const before = asked('van', numbers[1] ?? numbers[0])
    const after = asked('naar', numbers[0])
    if (before === undefined || after === undefined) return { numbers, differences: [] }
    const read = async (number: number) =>
      foundOrRefuse(await readVersion(db, scope, { agreementId, number }))
    return { numbers, before, after, differences: compareVersions(await read(before), await read(after)) }
  })
  return showPage(compareVersionsPage({ t: request.t, agreement, ...found }))
}
