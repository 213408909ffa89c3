import { sql } from 'kysely'
import type { LibraryScope, MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { countQuestions } from '../../contacts/public.ts'
import { findDesksToPayFor } from '../../desks/public.ts'
import {
  findMunicipalitiesOfAllDays,
  findOrganisations,
  findSuccessors,
  successorsInTurn,
} from '../../organisations/public.ts'
import type { AccountCounts } from '../account.ts'
import {
  type AccountingMunicipality,
  desksPaidFor,
  type LearningCount,
  type LibraryWeights,
} from '../indicators.ts'

/** A municipality in a year, with those that had merged into it by then. */
export interface MunicipalityInYear extends AccountingMunicipality {
  readonly name: string
  /** Whether it was there on any day of the year; a successor accounts for what it took over under the old name. */
  readonly existed: boolean
  /** Those that merged into it later on, and account for this year themselves. */
  readonly predecessors: readonly { readonly code: string; readonly name: string }[]
}

/** A municipality as it was in a year; undefined when there is none with this code. */
export async function findMunicipalityInYear(
  db: ReadHandle,
  scope: MunicipalityScope | LibraryScope,
  code: string,
  year: number,
): Promise<MunicipalityInYear | undefined> {
  const all = await findMunicipalitiesOfAllDays(db, scope)
  const successors = await findSuccessors(db, scope)
  const municipality = all.find((each) => each.code === code)
  if (!municipality) return undefined
  const chain = (from: string): string[] => successorsInTurn(from, (each) => successors.get(each))
  const merged = all.filter((each) => chain(each.code).includes(code))
  const hadMerged = (validUntil: string | null): boolean =>
    validUntil !== null && validUntil <= `${year}-01-01`
  const existed = ({ validFrom, validUntil }: typeof municipality): boolean =>
    validFrom <= `${year}-12-31` && !hadMerged(validUntil)
  const successor = all.find((each) => each.code === chain(code).at(-1))
  return {
    code,
    name: municipality.name,
    codes: [code, ...merged.filter(({ validUntil }) => hadMerged(validUntil)).map((each) => each.code)],
    successorCode: successor?.code ?? null,
    becameSuccessor:
      successor !== undefined &&
      ![
        successor,
        ...all.filter((each) => each.code !== code && chain(each.code).includes(successor.code)),
      ].some(existed),
    existed: existed(municipality),
    predecessors: merged.filter(existed).map(({ code: each, name }) => ({ code: each, name })),
  }
}

/**
 * What indicators 3 to 5 of a municipality in a year are made of, exact at this moment. A library sees its own part of it.
 */
export async function readCounts(
  db: ReadHandle,
  scope: MunicipalityScope | LibraryScope,
  municipality: AccountingMunicipality,
  year: number,
): Promise<AccountCounts> {
  const months = await countQuestions(db, scope, municipality.codes, {
    from: `${year}-01-01`,
    until: `${year}-12-31`,
  })
  const asked = municipality.successorCode
    ? [...municipality.codes, municipality.successorCode]
    : municipality.codes
  const counted = [...new Set(months.map(({ deskId }) => deskId))]
  const found = await findDesksToPayFor(db, scope, asked, counted)
  const known =
    scope.kind === 'library' ? found.filter(({ libraryId }) => libraryId === scope.libraryId) : found
  const weights = await findWeights(db, scope, [...new Set(known.map(({ libraryId }) => libraryId))], year)
  const desks = desksPaidFor(known, months, municipality, year, weights)
  const materials = await findLearningCounts(db, scope, municipality.code, year)
  const libraries = await findOrganisations(db, scope, [
    ...new Set([...known.map(({ libraryId }) => libraryId), ...materials.map(({ libraryId }) => libraryId)]),
  ])
  const municipalities = await findMunicipalitiesOfAllDays(db, scope)
  return {
    desks,
    months,
    materials,
    names: {
      desks: new Map(known.map(({ id, name }) => [id, name])),
      libraries: new Map(libraries.map(({ id, name }) => [id, name])),
      municipalities: new Map(municipalities.map(({ code, name }) => [code, name])),
    },
  }
}

/** The materials that were counted for a municipality in a year, by library and name. */
export async function findLearningCounts(
  db: ReadHandle,
  scope: MunicipalityScope | LibraryScope,
  municipalityCode: string,
  year: number,
): Promise<LearningCount[]> {
  return db
    .selectFrom('funding.learning_counts')
    .select(['id', 'library_id as libraryId', 'material', 'used', 'version'])
    .where('municipality_code', '=', municipalityCode)
    .where('year', '=', year)
    .$if(scope.kind === 'library', (query) =>
      query.where('library_id', '=', scope.kind === 'library' ? scope.libraryId : ''),
    )
    .orderBy('library_id')
    .orderBy((eb) => eb.fn('lower', ['material']))
    .execute()
}

/** How the costs of each library are shared in a year; a library with no key, or with more than one, has none. */
async function findWeights(
  db: ReadHandle,
  _scope: MunicipalityScope | LibraryScope,
  libraryIds: readonly string[],
  year: number,
): Promise<LibraryWeights> {
  const { rows } = await sql<{ libraryId: string; keyId: string; code: string; basis: string }>`
    select sharing.library_id as "libraryId", sharing.id as "keyId", part.municipality_code as code, part.basis
    from funding.sharing_keys as sharing join funding.sharing_parts as part on part.key_id = sharing.id
    where sharing.library_id = any (${libraryIds}::uuid[]) and part.basis is not null
      and sharing.from_year <= ${year} and coalesce(sharing.until_year, ${year}) >= ${year}`.execute(db)
  return new Map(
    libraryIds.flatMap((id) => {
      const own = rows.filter(({ libraryId }) => libraryId === id)
      return new Set(own.map(({ keyId }) => keyId)).size === 1
        ? [[id, new Map(own.map(({ code, basis }) => [code, Number(basis)]))] as const]
        : []
    }),
  )
}
