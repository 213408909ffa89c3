import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Instant } from '../../../platform/time/local-time.ts'
import { readTopicMonths } from '../../reports/public.ts'
import { type Evidence, evidenceOf } from '../evidence.ts'

/** How often a topic was asked about in a municipality in the last twelve months, beside the same months a year before. */
export async function readEvidence(
  db: ReadHandle,
  scope: MunicipalityScope,
  wish: { readonly municipalityCode: string; readonly topic: string },
  now: Instant,
): Promise<Evidence> {
  return evidenceOf(await readTopicMonths(db, scope, wish, 24, now))
}
