import type { Role } from './roles.ts'

/** How far a permission reaches: which kind of scope it proves. `anywhere` proves none: it opens a page that other verbs fill. */
export type Level =
  | 'self'
  | 'anywhere'
  | 'desk'
  | 'library'
  | 'municipality'
  | 'region'
  | 'partner'
  | 'administration'
  | 'nation'

export interface Permission {
  readonly level: Level
  readonly roles: readonly Role[]
}

export type Permissions = Readonly<Record<string, Permission>>

/** Declares the verbs of a capability; keeps their names as a type, so that a route cannot name one that is not there. */
export function definePermissions<const P extends Permissions>(permissions: P): P {
  return permissions
}
