import { definePermissions } from '../../platform/auth/permissions.ts'

export const peoplePermissions = definePermissions({
  'people.administer': { level: 'administration', roles: ['administrator', 'library-manager'] },
  'people.read-audit': {
    level: 'administration',
    roles: ['administrator', 'library-manager', 'privacy-officer'],
  },
})
