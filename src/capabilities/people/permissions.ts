import { definePermissions } from '../../platform/auth/permissions.ts'
import { roles } from '../../platform/auth/roles.ts'

export const peoplePermissions = definePermissions({
  'people.administer': { level: 'administration', roles: ['administrator', 'library-manager'] },
  'people.read-audit': {
    level: 'administration',
    roles: ['administrator', 'library-manager', 'privacy-officer'],
  },
  'people.change-own-account': { level: 'self', roles },
})
