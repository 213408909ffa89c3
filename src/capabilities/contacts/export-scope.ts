import type { Actor } from '../../platform/auth/actor.ts'
import type { DeskScope, LibraryScope } from '../../platform/auth/scope.ts'
import { refuse } from '../../platform/errors/refusals.ts'
import type { ContactExport } from './contact-export.ts'
import { contactsPermissions } from './permissions.ts'

/**
 * The scope in which somebody takes contacts along, by the roles that count now: one desk, or the whole library.
 * @throws a refusal when these roles do not reach so far (any more)
 */
export function exportScope(
  actor: Actor,
  { libraryId, deskId }: Pick<ContactExport, 'libraryId' | 'deskId'>,
): DeskScope | LibraryScope {
  return deskId === null
    ? wholeLibraryScope(actor, libraryId)
    : actor.deskScope(contactsPermissions['contacts.export'], deskId)
}

function wholeLibraryScope(actor: Actor, libraryId: string): LibraryScope {
  const scope = actor.libraryScope(contactsPermissions['contacts.export-library'])
  if (scope.libraryId !== libraryId) refuse('not-allowed')
  return scope
}
