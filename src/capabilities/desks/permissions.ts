import { definePermissions } from '../../platform/auth/permissions.ts'

export const desksPermissions = definePermissions({
  /** Opening hours, closures and stops of the desks of one's own. */
  'desks.keep-hours': { level: 'desk', roles: ['desk-coordinator', 'library-manager', 'administrator'] },
  'desks.administer': { level: 'administration', roles: ['administrator', 'library-manager'] },
})
