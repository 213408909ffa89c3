import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { findServedAreas } from '../../organisations/public.ts'
import type { Area, Level } from '../area.ts'

/** Areas of one level at which is counted, to be added up. */
export interface CountedAreas {
  readonly level: Exclude<Level, 'region'>
  readonly keys: readonly string[]
}

/** What an area is counted as: a region as its provinces, every other as itself. */
export async function findCountedAreas(db: ReadHandle, scope: Scope, area: Area): Promise<CountedAreas> {
  if (area.level !== 'region') return { level: area.level, keys: [area.key] }
  const served = await findServedAreas(db, scope, [area.key])
  return { level: 'province', keys: served.get(area.key)?.provinceCodes ?? [] }
}
