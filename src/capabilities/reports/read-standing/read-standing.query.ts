import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Language } from '../../../platform/i18n/translate.ts'
import { type Instant, localDay } from '../../../platform/time/local-time.ts'
import type { Area, FiguresScope } from '../area.ts'
import { findRegistered, type Registration } from '../find-registered/find-registered.query.ts'
import { findSuddenChanges, type SuddenChanges } from '../find-sudden-changes/find-sudden-changes.query.ts'
import type { Period } from '../period.ts'
import { type AreaBenchmark, readBenchmark } from '../read-benchmark/read-benchmark.query.ts'

/** How an area stands, for beside its figures: what changed suddenly, how it compares, and who is in the figures. */
export interface Standing {
  readonly sudden: SuddenChanges
  readonly benchmark: AreaBenchmark | undefined
  readonly registration: Registration | undefined
}

/** @param period of the figures beside which it stands: who registered in it */
export async function readStanding(
  db: ReadHandle,
  scope: FiguresScope,
  { area, period, language }: { readonly area: Area; readonly period: Period; readonly language: Language },
  now: Instant,
): Promise<Standing> {
  return {
    sudden: await findSuddenChanges(db, scope, area, localDay(now), language),
    benchmark: await readBenchmark(db, scope, area),
    registration: await findRegistered(db, scope, area, period, now),
  }
}
