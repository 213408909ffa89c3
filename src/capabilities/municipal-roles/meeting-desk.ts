import type { DesksScope, LibraryScope } from '../../platform/auth/scope.ts'
import type { WebRequest } from '../../platform/http/web-request.ts'
import { localDay } from '../../platform/time/local-time.ts'
import { type Desk, findDesks } from '../desks/public.ts'
import { findOrganisations, type Organisation } from '../organisations/public.ts'
import { municipalRolesPermissions } from './permissions.ts'

/** On whose side of the desk somebody meets the municipality. */
export interface MeetingContext {
  readonly scope: LibraryScope | DesksScope
  /** The desks that he coordinates. */
  readonly desks: readonly Desk[]
  /** Their libraries. */
  readonly libraries: readonly Organisation[]
  /** He speaks for the whole library, not for single desks. */
  readonly wholeLibrary: boolean
  readonly today: string
}

export async function meetingContext(request: WebRequest): Promise<MeetingContext> {
  const { actor, database, clock } = request
  const wholeLibrary = actor.may(municipalRolesPermissions['municipal-roles.speak-for-library'])
  const scope = wholeLibrary
    ? actor.libraryScope(municipalRolesPermissions['municipal-roles.speak-for-library'])
    : actor.desksScope(municipalRolesPermissions['municipal-roles.meet'])
  return database.read(scope, async (db) => {
    const desks = await findDesks(db, scope, scope.deskIds)
    const ids = scope.kind === 'library' ? [scope.libraryId] : desks.map(({ libraryId }) => libraryId)
    return {
      scope,
      desks,
      libraries: await findOrganisations(db, scope, [...new Set(ids)]),
      wholeLibrary,
      today: localDay(clock.now()),
    }
  })
}
