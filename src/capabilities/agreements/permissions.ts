import { definePermissions } from '../../platform/auth/permissions.ts'

export const agreementsPermissions = definePermissions({
  /** Draft and keep the agreements of the own municipality (guide, annex II). */
  'agreements.keep': { level: 'municipality', roles: ['municipality-official'] },
  /** See what municipalities agreed with the own library, and what is due. */
  'agreements.read-library': { level: 'library', roles: ['library-manager'] },
})
