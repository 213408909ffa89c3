import { definePermissions } from '../../platform/auth/permissions.ts'
import { roles } from '../../platform/auth/roles.ts'

export const peoplePermissions = definePermissions({
  'people.administer': { level: 'administration', roles: ['administrator', 'library-manager'] },
  'people.read-audit': {
    level: 'administration',
    roles: ['administrator', 'library-manager', 'privacy-officer'],
  },
  /** Who signed the statement on confidentiality (guide § 2.2.5). */
  'people.record-statements': { level: 'desk', roles: ['desk-coordinator', 'library-manager'] },
  /** Mail that waits or did not arrive. */
  'people.read-post': { level: 'nation', roles: ['administrator'] },
  'people.change-own-account': { level: 'self', roles },
})
