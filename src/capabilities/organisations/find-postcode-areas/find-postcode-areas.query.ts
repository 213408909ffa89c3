import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'

/** The four digits of a postcode: a point in the middle of where its inhabitants live, and how many (2020). */
export interface PostcodeArea {
  readonly code: string
  readonly town: string
  readonly municipality: string
  readonly latitude: number
  readonly longitude: number
  readonly inhabitants: number
}

/** Read once: they change with a new version of Balie only. */
let kept: Promise<readonly PostcodeArea[]> | undefined

/** All postcode areas, by code. */
export function findPostcodeAreas(db: ReadHandle, _scope: Scope): Promise<readonly PostcodeArea[]> {
  kept ??= db
    .selectFrom('organisations.postcode_areas')
    .select(['code', 'town', 'municipality_code as municipality', 'latitude', 'longitude', 'inhabitants'])
    .orderBy('code')
    .execute()
    .catch((error: unknown) => {
      kept = undefined
      throw error
    })
  return kept
}
