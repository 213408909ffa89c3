import { sql } from 'kysely'
import type { LibraryScope, MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { findDesks } from '../../desks/public.ts'
import { findMunicipalitiesOfAllDays, findOrganisations } from '../../organisations/public.ts'
import type { Goal, Measure, Measurement, NamedGoal, ScopeKind, Target } from '../goal.ts'

export type GoalsScope = MunicipalityScope | LibraryScope

/** The goals of a municipality with what was measured for them by hand: those that end last first. A library finds what was agreed with it. */
export async function findGoals(
  db: ReadHandle,
  scope: GoalsScope,
  municipalityCode: string,
): Promise<NamedGoal[]> {
  return nameGoals(db, scope, await goalRows(db).where('municipality_code', '=', municipalityCode).execute())
}

/** The goals that municipalities agreed with a library. */
export async function findLibraryGoals(db: ReadHandle, scope: LibraryScope): Promise<NamedGoal[]> {
  return nameGoals(db, scope, await goalRows(db).where('agreed_library_id', '=', scope.libraryId).execute())
}

/** One goal, of whichever municipality in the scope; undefined when there is none. */
export async function findGoal(
  db: ReadHandle,
  scope: GoalsScope,
  id: string,
): Promise<NamedGoal | undefined> {
  const [goal] = await nameGoals(db, scope, await goalRows(db).where('id', '=', id).execute())
  return goal
}

/** Numbers come as text from the database: they may be larger than a number of JavaScript holds. Ours are not. */
const number = (value: string | number | null): number | null => (value === null ? null : Number(value))

const goalRows = (db: ReadHandle) =>
  db
    .selectFrom('goals.goals')
    .select([
      'id',
      'municipality_code as municipalityCode',
      'title',
      'measure',
      'measure_detail as detail',
      'scope_kind as scopeKind',
      'library_id as libraryId',
      'desk_id as deskId',
      'area',
      'target_kind as targetKind',
      'target_value as targetValue',
      'target_percent as targetPercent',
      'base_from as baseFrom',
      'base_until as baseUntil',
      'base_value as baseValue',
      'starts_on as startsOn',
      'ends_on as endsOn',
      'agreed_library_id as agreedLibraryId',
      'agreed_with as agreedWith',
      'agreed_on as agreedOn',
      'note',
      'stopped_on as stoppedOn',
      'stopped_reason as stoppedReason',
      'version',
    ])
    .orderBy('ends_on', 'desc')
    .orderBy('starts_on', 'desc')
    .orderBy(sql`lower(title)`)
    .orderBy('id')

type GoalRow = Awaited<ReturnType<ReturnType<typeof goalRows>['execute']>>[number]

function goalOf({
  targetKind,
  targetValue,
  targetPercent,
  baseFrom,
  baseUntil,
  baseValue,
  startsOn,
  endsOn,
  ...row
}: GoalRow): Goal {
  const target: Target =
    targetKind === 'absolute'
      ? { kind: 'absolute', value: number(targetValue) ?? 0 }
      : {
          kind: 'relative',
          percent: number(targetPercent) ?? 0,
          base: { from: baseFrom ?? startsOn, until: baseUntil ?? endsOn },
          baseValue: number(baseValue),
        }
  return {
    ...row,
    measure: row.measure as Measure,
    scopeKind: row.scopeKind as ScopeKind,
    target,
    period: { from: startsOn, until: endsOn },
  }
}

async function nameGoals(db: ReadHandle, scope: GoalsScope, rows: readonly GoalRow[]): Promise<NamedGoal[]> {
  if (rows.length === 0) return []
  const idsOf = (of: (row: GoalRow) => string | null): string[] => [
    ...new Set(rows.flatMap((row) => of(row) ?? [])),
  ]
  const municipalities = new Map(
    (await findMunicipalitiesOfAllDays(db, scope)).map(({ code, name }) => [code, name]),
  )
  const libraryIds = [
    ...new Set([...idsOf(({ libraryId }) => libraryId), ...idsOf((row) => row.agreedLibraryId)]),
  ]
  const libraries = new Map(
    (await findOrganisations(db, scope, libraryIds)).map(({ id, name }) => [id, name]),
  )
  const desks = new Map(
    (
      await findDesks(
        db,
        scope,
        idsOf(({ deskId }) => deskId),
      )
    ).map(({ id, name }) => [id, name]),
  )
  const measurements = await findMeasurements(
    db,
    idsOf(({ id }) => id),
  )
  return rows.map((row) => ({
    ...goalOf(row),
    municipalityName: municipalities.get(row.municipalityCode) ?? row.municipalityCode,
    libraryName: libraries.get(row.libraryId ?? ''),
    deskName: desks.get(row.deskId ?? ''),
    agreedLibraryName: libraries.get(row.agreedLibraryId ?? ''),
    measurements: measurements.filter(({ goalId }) => goalId === row.id),
  }))
}

async function findMeasurements(db: ReadHandle, goalIds: readonly string[]): Promise<Measurement[]> {
  const rows = await db
    .selectFrom('goals.measurements')
    .select(['id', 'goal_id as goalId', 'day', 'value', 'source', 'note', 'struck_out_at as struckOutAt'])
    .where('goal_id', 'in', goalIds)
    .orderBy('day')
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(({ struckOutAt, value, ...row }) => ({
    ...row,
    value: Number(value),
    isStruckOut: struckOutAt !== null,
  }))
}
