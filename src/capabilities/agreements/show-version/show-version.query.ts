import type { LibraryScope, MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { AgreementVersion, VersionInList } from '../agreement-version.ts'

/** The versions of an agreement that the scope may read, the newest first; without their texts. */
export async function findVersions(
  db: ReadHandle,
  _scope: MunicipalityScope | LibraryScope,
  agreementId: string,
): Promise<(Omit<VersionInList, 'madeBy'> & { readonly madeById: string })[]> {
  return db
    .selectFrom('agreements.versions')
    .select([
      'id',
      'number',
      'made_at as madeAt',
      'made_by as madeById',
      'open_blanks as openBlanks',
      'agreed_on as agreedOn',
    ])
    .where('agreement_id', '=', agreementId)
    .orderBy('number', 'desc')
    .execute()
}

/** The text of one version. */
export async function readVersion(
  db: ReadHandle,
  _scope: MunicipalityScope | LibraryScope,
  { agreementId, number }: { readonly agreementId: string; readonly number: number },
): Promise<AgreementVersion | undefined> {
  const row = await db
    .selectFrom('agreements.versions')
    .select('content')
    .where('agreement_id', '=', agreementId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.content as AgreementVersion | undefined
}

/** The document of one version. */
export async function readDocument(
  db: ReadHandle,
  _scope: MunicipalityScope | LibraryScope,
  { agreementId, number }: { readonly agreementId: string; readonly number: number },
): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('agreements.versions')
    .select('document')
    .where('agreement_id', '=', agreementId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.document
}
