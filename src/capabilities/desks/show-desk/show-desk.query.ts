import type { PublicScope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import { addDays } from '../../../platform/time/local-time.ts'
import { findOrganisations } from '../../organisations/public.ts'
import { findDeskByCode, findPublicDesks } from '../find-venues/find-venues.query.ts'
import type { DeskHours } from '../opening-hours.ts'
import { findHours, noHours } from '../read-hours/read-hours.query.ts'
import { codeIn, type PublicDesk } from '../venue.ts'

export interface ShownDesk {
  readonly desk: PublicDesk
  readonly libraryName: string
  /** From yesterday on. */
  readonly hours: DeskHours
  /** Where visitors of a closed desk go. */
  readonly successor: PublicDesk | undefined
  /** What belongs to a mother desk: her pop-up and external desks, and the bus. */
  readonly children: readonly PublicDesk[]
  readonly mother: PublicDesk | undefined
}

/** The number of the desk, else of the one that it belongs to. */
export const phoneOf = ({ desk, mother }: ShownDesk): string | null => desk.phone ?? mother?.phone ?? null

/** The desk whose code stands at the end of a part of an address; undefined when there is none. */
export async function findShownDesk(
  db: ReadHandle,
  scope: PublicScope,
  part: string,
  today: string,
): Promise<ShownDesk | undefined> {
  const code = codeIn(part)
  const desk = code && (await findDeskByCode(db, scope, code))
  if (!desk) return undefined
  const hours = await findHours(db, scope, [desk.id], addDays(today, -1))
  const family = await findPublicDesks(db, scope, [
    ...(await findChildIds(db, scope, desk.id)),
    ...(desk.motherDeskId ? [desk.motherDeskId] : []),
  ])
  const [library] = await findOrganisations(db, scope, [desk.libraryId])
  return {
    desk,
    libraryName: library?.name ?? '',
    hours: hours.get(desk.id) ?? noHours,
    successor: await findLastSuccessor(db, scope, desk),
    mother: family.find(({ id, active }) => id === desk.motherDeskId && active),
    children: family.filter(({ motherDeskId, active }) => motherDeskId === desk.id && active),
  }
}

/** More desks after one another were never closed. */
const mostSuccessors = 8

/** Where visitors go in the end: a successor may have closed as well. */
async function findLastSuccessor(
  db: ReadHandle,
  scope: PublicScope,
  closed: PublicDesk,
): Promise<PublicDesk | undefined> {
  let last: PublicDesk | undefined
  let next = closed.successorDeskId
  for (let count = 0; next !== null && count < mostSuccessors; count += 1) {
    ;[last] = await findPublicDesks(db, scope, [next])
    next = last && !last.active ? last.successorDeskId : null
  }
  return last
}

async function findChildIds(db: ReadHandle, _scope: PublicScope, deskId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('desks.desks')
    .select('id')
    .where('mother_desk_id', '=', deskId)
    .where('active', '=', true)
    .execute()
  return rows.map(({ id }) => id)
}
