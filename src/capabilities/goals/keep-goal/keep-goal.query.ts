import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { findDesksToPayFor } from '../../desks/public.ts'
import { findOrganisationsOfKinds } from '../../organisations/public.ts'

export interface Named {
  readonly id: string
  readonly name: string
}

/** Whose goal it can be: the desks in the municipality and those it pays for, and their libraries. */
export interface GoalParties {
  readonly desks: readonly Named[]
  /** The libraries of these desks. */
  readonly libraries: readonly Named[]
  /** All others: with these too something can be agreed. */
  readonly otherLibraries: readonly Named[]
}

/** @param kept the desk of a goal that is changed: it stays to choose, also when it is closed */
export async function findGoalParties(
  db: ReadHandle,
  scope: MunicipalityScope,
  municipalityCode: string,
  kept?: string | null,
): Promise<GoalParties> {
  const desks = (await findDesksToPayFor(db, scope, [municipalityCode], kept ? [kept] : [])).filter(
    ({ active, id }) => active || id === kept,
  )
  const own = new Set(desks.map(({ libraryId }) => libraryId))
  const libraries = await findOrganisationsOfKinds(db, scope, ['library'])
  return {
    desks,
    libraries: libraries.filter(({ id }) => own.has(id)),
    otherLibraries: libraries.filter(({ id }) => !own.has(id)),
  }
}
