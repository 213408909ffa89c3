import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { countQuestions } from '../../contacts/public.ts'
import { findDesksEver } from '../../desks/public.ts'
import { findInhabitants2022 } from '../../organisations/public.ts'
import type { SharingKey } from '../sharing.ts'

/**
 * The numbers that count for the municipalities of a key, as far as this municipality may know them: inhabitants and desks of all,
 * questions of its own alone. What cannot be known is left out.
 * @param own the municipality that asks, with those that merged into it
 */
export async function countBasis(
  db: ReadHandle,
  scope: MunicipalityScope,
  { kind, libraryId }: Pick<SharingKey, 'kind' | 'libraryId'>,
  codes: readonly string[],
  { own, year }: { own: readonly [string, ...string[]]; year: number },
): Promise<Map<string, number>> {
  switch (kind) {
    case 'fixed':
      return new Map()
    case 'inhabitants':
      return findInhabitants2022(db, scope, codes)
    case 'desks': {
      const desks = (await findDesksEver(db, scope, libraryId)).filter(({ active }) => active)
      return new Map(
        codes.map((code) => [code, desks.filter(({ municipalityCode }) => municipalityCode === code).length]),
      )
    }
    case 'questions': {
      if (!codes.includes(own[0])) return new Map()
      const months = await countQuestions(db, scope, own, {
        from: `${year}-01-01`,
        until: `${year}-12-31`,
      })
      const questions = months
        .filter((month) => month.here && month.libraryId === libraryId)
        .reduce((sum, month) => sum + month.questions, 0)
      return new Map([[own[0], questions]])
    }
  }
}
