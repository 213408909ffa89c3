import type { Actor } from '../../platform/auth/actor.ts'
import type { DeskScope, NationalScope, Scope } from '../../platform/auth/scope.ts'
import { refuse } from '../../platform/errors/refusals.ts'
import { directoryPermissions } from './permissions.ts'

/** In which scope somebody keeps entries: the nation those that everybody shares, others those of their library, by way of a desk. */
export function keepingScope(actor: Actor): DeskScope | NationalScope {
  if (actor.may(directoryPermissions['directory.keep-nation']))
    return actor.nationalScope(directoryPermissions['directory.keep-nation'])
  const [desk] = actor.desksFor(directoryPermissions['directory.keep'])
  return desk ? actor.deskScope(directoryPermissions['directory.keep'], desk) : refuse('not-allowed')
}

/** Whose entries are kept in a scope; null: those that everybody shares. */
export const ownerOf = (scope: DeskScope | NationalScope): string | null =>
  scope.kind === 'desk' ? scope.libraryId : null

/** In which scope somebody looks things up: who works at desks sees what was agreed there, others what everybody may see. */
export function readingScope(actor: Actor): Scope {
  const permission = directoryPermissions['directory.read-agreements']
  return actor.desksFor(permission).length > 0 ? actor.desksScope(permission) : actor.selfScope()
}
