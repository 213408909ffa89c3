import { definePermissions } from '../../platform/auth/permissions.ts'

export const desksPermissions = definePermissions({
  'desks.administer': { level: 'administration', roles: ['administrator', 'library-manager'] },
})
