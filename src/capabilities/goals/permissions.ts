import { definePermissions } from '../../platform/auth/permissions.ts'

export const goalsPermissions = definePermissions({
  /** Set goals for the own municipality and follow them (guide § 5.2.5). */
  'goals.keep': { level: 'municipality', roles: ['municipality-official'] },
  /** See the goals that municipalities agreed with the own library. */
  'goals.read-library': { level: 'library', roles: ['library-manager'] },
})
