import { sql } from 'kysely'
import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'

/** Whether an agreement that a municipality keeps, and that holds, has this building block in the version that was agreed last. */
export async function findAgreedBlock(
  db: ReadHandle,
  _scope: MunicipalityScope,
  municipalityCode: string,
  block: string,
): Promise<boolean> {
  const found = await db
    .selectFrom('agreements.versions as version')
    .innerJoin('agreements.agreements as agreement', 'agreement.id', 'version.agreement_id')
    .select('version.id')
    .where('agreement.municipality_code', '=', municipalityCode)
    .where('agreement.status', '=', 'agreed')
    .where(
      'version.id',
      '=',
      sql<string>`(select agreed.id from agreements.versions agreed
        where agreed.agreement_id = agreement.id and agreed.agreed_on is not null order by agreed.agreed_on desc, agreed.number desc limit 1)`,
    )
    .where(sql<boolean>`version.content -> 'blocks' ? ${block}`)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
