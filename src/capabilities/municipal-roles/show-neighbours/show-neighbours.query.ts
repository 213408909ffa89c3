import { sql } from 'kysely'
import type { MunicipalityScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { findDesksToPayFor, findDeskWeeks } from '../../desks/public.ts'
import { findCells, listReleases } from '../../open-data/public.ts'
import { findWorkingArea } from '../../organisations/public.ts'

/** The libraries that work for each of these municipalities, by code. */
export async function findLibrariesByMunicipality(
  db: ReadHandle,
  _scope: MunicipalityScope,
  codes: readonly string[],
): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ code: string; libraries: string[] }>`
    select code, municipal_roles.libraries_of(array[code]) as libraries
    from unnest(${codes}::text[]) as code`.execute(db)
  return new Map(rows.map(({ code, libraries }) => [code, libraries]))
}

/** What one library does in one municipality that it works for. */
export interface SharedRow {
  readonly municipality: string
  /** Desks of this library that stand here. */
  readonly desks: number
  /** That stand elsewhere, and that this municipality pays for. */
  readonly paidElsewhere: number
  /** Minutes a week that the desks here are open, by the hours that are known; undefined where none are. */
  readonly minutes: number | undefined
}

/** A library with the municipalities that it works for: those it serves, those of its desks, and those that pay for one. */
export async function findShared(
  db: ReadHandle,
  scope: MunicipalityScope,
  libraryId: string,
  /** Municipalities whose desks are looked at: all that may be in it. */
  nearby: readonly string[],
  today: string,
): Promise<SharedRow[]> {
  const served = await findWorkingArea(db, scope, libraryId)
  const desks = (await findDesksToPayFor(db, scope, [...new Set([...served, ...nearby])], [])).filter(
    (desk) => desk.active && desk.libraryId === libraryId,
  )
  const weeks = new Map(
    (await findDeskWeeks(db, scope, { ids: desks.map(({ id }) => id) }, today)).map(({ id, week }) => [
      id,
      week?.minutes,
    ]),
  )
  const codes = new Set([
    ...served,
    ...desks.map(({ municipalityCode }) => municipalityCode),
    ...desks.flatMap(({ financiers }) => financiers),
  ])
  return [...codes].map((municipality) => {
    const here = desks.filter(({ municipalityCode }) => municipalityCode === municipality)
    const known = here.flatMap(({ id }) => weeks.get(id) ?? [])
    return {
      municipality,
      desks: here.length,
      paidElsewhere: desks.filter(
        ({ municipalityCode, financiers }) =>
          municipalityCode !== municipality && financiers.includes(municipality),
      ).length,
      minutes: known.length === 0 ? undefined : known.reduce((sum, minutes) => sum + minutes, 0),
    }
  })
}

/** The questions of the last year that was published, by municipality: what is small is hidden there, and so it is here. */
export async function findPublishedQuestions(
  db: ReadHandle,
  scope: MunicipalityScope,
): Promise<{ readonly year: string; readonly byMunicipality: ReadonlyMap<string, number> } | undefined> {
  const year = (await listReleases(db, scope)).find(({ period }) => /^\d{4}$/.test(period))?.period
  if (year === undefined) return undefined
  const cells = await findCells(db, scope, {
    table: 'gemeenten-per-jaar',
    period: year,
    part: 'totaal',
    code: 'questions',
  })
  return {
    year,
    byMunicipality: new Map(
      cells.flatMap(({ region, number }) => (number === null ? [] : [[region, number] as const])),
    ),
  }
}
