import { definePermissions } from '../../platform/auth/permissions.ts'

const desk = ['desk-employee', 'volunteer', 'desk-coordinator', 'library-manager'] as const
const keepers = ['desk-coordinator', 'library-manager', 'administrator'] as const

export const directoryPermissions = definePermissions({
  /** Look up who helps with what. */
  'directory.read': {
    level: 'anywhere',
    roles: [
      ...desk,
      'municipality-official',
      'referrer',
      'partner-employee',
      'service-provider-employee',
      'support-adviser',
      'national-analyst',
      'administrator',
    ],
  },
  /** See what the own library agreed with partners, and whom to call there. */
  'directory.read-agreements': { level: 'desk', roles: desk },
  /** Keep the entries and the agreements of the own library. */
  'directory.keep': { level: 'desk', roles: keepers },
  /** Keep the entries that everybody shares. */
  'directory.keep-nation': { level: 'nation', roles: ['national-analyst', 'administrator'] },
  /** Open the pages on which entries are kept: whose, follows from one of the two above. */
  'directory.open-keeping': { level: 'anywhere', roles: [...keepers, 'national-analyst'] },
  /** Take in a feed or a file. */
  'directory.import': { level: 'administration', roles: ['library-manager', 'administrator'] },
  /** The network of a municipality (guide § 4.3). */
  'directory.direct-network': { level: 'municipality', roles: ['municipality-official'] },
})
