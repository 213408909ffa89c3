import { definePermissions } from '../../platform/auth/permissions.ts'

export const municipalRolesPermissions = definePermissions({
  /** Keep what belongs to the six roles of the own municipality (guide, chapter 4). */
  'municipal-roles.keep': { level: 'municipality', roles: ['municipality-official'] },
  /** Know each other: contact persons, talks, quotes, on the side of the desk. */
  'municipal-roles.meet': { level: 'desk', roles: ['desk-coordinator', 'library-manager'] },
  /** Say who speaks for the whole library, besides for a desk. */
  'municipal-roles.speak-for-library': { level: 'library', roles: ['desk-coordinator', 'library-manager'] },
})
