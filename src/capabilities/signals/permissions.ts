import { definePermissions } from '../../platform/auth/permissions.ts'

export const signalsPermissions = definePermissions({
  /** Tell what people stumble on, and read what came of it. */
  'signals.report': {
    level: 'desk',
    roles: ['desk-employee', 'volunteer', 'desk-coordinator', 'library-manager'],
  },
  /** Answer the signals on the services of the own municipality (guide § 4.5). */
  'signals.handle': { level: 'municipality', roles: ['municipality-official'] },
})
