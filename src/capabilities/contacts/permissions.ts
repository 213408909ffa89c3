import { definePermissions } from '../../platform/auth/permissions.ts'

export const contactsPermissions = definePermissions({
  'contacts.register': {
    level: 'desk',
    roles: ['desk-employee', 'volunteer', 'desk-coordinator', 'library-manager'],
  },
  /** See and mend what others registered, too. */
  'contacts.oversee': { level: 'desk', roles: ['desk-coordinator', 'library-manager'] },
  /** Read in the years that a library kept elsewhere, and take them back. */
  'contacts.import': { level: 'library', roles: ['desk-coordinator', 'library-manager'] },
  /** Take the contacts of a desk along as a file; and those of the whole library. */
  'contacts.export': { level: 'desk', roles: ['desk-coordinator', 'library-manager'] },
  'contacts.export-library': { level: 'library', roles: ['desk-coordinator', 'library-manager'] },
  'contacts.set-correction-term': { level: 'library', roles: ['library-manager', 'administrator'] },
})
