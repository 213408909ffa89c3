import type { AdministrationScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { findOrganisations, listMunicipalities } from '../../organisations/public.ts'
import { type DeskDetails, findDesksOfLibraries, possibleMothers } from '../change-desk/change-desk.query.ts'

export interface Successor {
  readonly id: string
  readonly name: string
  /** Whose it is, when it is of another library. */
  readonly library: string | undefined
}

export interface ClosingChoices {
  /** Where its visitors can go: the own desks first, then those of other libraries in this and bordering municipalities. */
  readonly successors: readonly Successor[]
  /** The open desks that belong to it. */
  readonly children: readonly DeskDetails[]
  /** To whom these can belong from now on. */
  readonly mothers: readonly DeskDetails[]
  /** The first day of its hours, as far as they are known. */
  readonly hoursSince: string | null
}

/** What one can choose from who closes this desk. */
export async function findClosingChoices(
  db: ReadHandle,
  scope: AdministrationScope,
  desk: DeskDetails,
  today: string,
): Promise<ClosingChoices> {
  const own = await findDesksOfLibraries(db, scope, [desk.libraryId])
  const children = own.filter((each) => each.mother === desk.id && each.active)
  return {
    successors: [
      ...own
        .filter((each) => each.active && each.id !== desk.id)
        .map(({ id, name }) => ({ id, name, library: undefined })),
      ...(await findNeighbours(db, scope, desk, today)),
    ],
    children,
    mothers: possibleMothers(own).filter(({ id }) => id !== desk.id),
    hoursSince: await findFirstDay(db, scope, desk.id),
  }
}

/** The first day on which a desk has hours: of a week, a period, a day that differs, or a stop. */
async function findFirstDay(
  db: ReadHandle,
  _scope: AdministrationScope,
  deskId: string,
): Promise<string | null> {
  const timetables = db.selectFrom('desks.timetables').where('desk_id', '=', deskId)
  const stops = db.selectFrom('desks.hours').where('desk_id', '=', deskId)
  const { first } = await db
    .selectNoFrom(({ fn }) =>
      fn<string | null>('least', [
        timetables.select((each) => each.fn.min('from_day').as('day')),
        stops.select((each) => each.fn.min('day').as('day')),
      ]).as('first'),
    )
    .executeTakeFirstOrThrow()
  return first
}

async function findNeighbours(
  db: ReadHandle,
  scope: AdministrationScope,
  { municipality, libraryId }: DeskDetails,
  today: string,
): Promise<Successor[]> {
  const municipalities = await listMunicipalities(db, scope, today)
  const neighbours = municipalities.find(({ code }) => code === municipality)?.neighbourCodes ?? []
  const rows = await db
    .selectFrom('desks.desks')
    .select(['id', 'name', 'library_id as libraryId'])
    .where('municipality_code', 'in', [municipality, ...neighbours])
    .where('library_id', '<>', libraryId)
    .where('active', '=', true)
    .orderBy('name')
    .execute()
  const libraries = await findOrganisations(db, scope, [...new Set(rows.map((row) => row.libraryId))])
  return rows.map(({ id, name, libraryId: other }) => ({
    id,
    name,
    library: libraries.find((library) => library.id === other)?.name,
  }))
}
