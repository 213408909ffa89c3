import { definePermissions } from '../../platform/auth/permissions.ts'

export const listsPermissions = definePermissions({
  'lists.choose-form': { level: 'library', roles: ['library-manager', 'administrator'] },
  /** The nation keeps the national values; a library sees them and keeps its own. */
  'lists.manage': {
    level: 'administration',
    roles: ['national-analyst', 'library-manager', 'administrator'],
  },
})
