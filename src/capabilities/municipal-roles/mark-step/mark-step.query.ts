import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { StepMark } from '../first-steps.ts'

/** What a municipality said itself of the tips, by tip. */
export async function findStepMarks(
  db: ReadHandle,
  _scope: MunicipalityScope,
  municipalityCode: string,
): Promise<Map<number, StepMark>> {
  const rows = await db
    .selectFrom('municipal_roles.first_steps')
    .select(['tip', 'state', 'note', 'version'])
    .where('municipality_code', '=', municipalityCode)
    .execute()
  return new Map(
    rows.map(({ tip, state, note, version }) => [tip, { state: state as StepMark['state'], note, version }]),
  )
}
