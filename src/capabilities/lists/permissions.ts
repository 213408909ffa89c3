import { definePermissions } from '../../platform/auth/permissions.ts'

export const listsPermissions = definePermissions({
  'lists.choose-form': { level: 'library', roles: ['library-manager', 'administrator'] },
})
