import { definePermissions } from '../../platform/auth/permissions.ts'

export const organisationsPermissions = definePermissions({
  'organisations.administer': { level: 'nation', roles: ['administrator'] },
})
