import { definePermissions } from '../../platform/auth/permissions.ts'

export const noticesPermissions = definePermissions({
  /** Announce what changes in the services of the own municipality (guide § 4.5). */
  'notices.announce': { level: 'municipality', roles: ['municipality-official'] },
  /** Read what changes, and say that it was seen. */
  'notices.read': {
    level: 'desk',
    roles: ['desk-employee', 'volunteer', 'desk-coordinator', 'library-manager'],
  },
})
