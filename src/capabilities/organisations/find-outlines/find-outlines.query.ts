import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'

/** The border of a municipality, and the box around it, in degrees (WGS 84). */
export interface Outline {
  /** CBS code, such as GM0307. */
  readonly code: string
  /** Closed lines, each of pairs of longitude and latitude: parts, and holes in them. */
  readonly rings: readonly (readonly (readonly [number, number])[])[]
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** Read once: they change with a new version of Balie only. Some 14,000 points. */
let kept: Promise<readonly Outline[]> | undefined

/** The borders of all municipalities, generalised for small maps, by code. */
export function findOutlines(db: ReadHandle, _scope: Scope): Promise<readonly Outline[]> {
  kept ??= readOutlines(db).catch((error: unknown) => {
    kept = undefined
    throw error
  })
  return kept
}

async function readOutlines(db: ReadHandle): Promise<Outline[]> {
  const rows = await db
    .selectFrom('organisations.municipality_outlines')
    .select(['municipality_code as code', 'outline', 'west', 'south', 'east', 'north'])
    .orderBy('municipality_code')
    .execute()
  return rows.map(({ outline, ...box }) => {
    const shape = outline as unknown as
      | { readonly type: 'Polygon'; readonly coordinates: Outline['rings'] }
      | { readonly type: 'MultiPolygon'; readonly coordinates: readonly Outline['rings'][] }
    return { ...box, rings: shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat() }
  })
}
