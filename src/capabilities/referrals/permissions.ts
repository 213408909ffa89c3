import { definePermissions } from '../../platform/auth/permissions.ts'

const desk = ['desk-employee', 'volunteer', 'desk-coordinator', 'library-manager'] as const
const outside = ['referrer', 'partner-employee', 'service-provider-employee'] as const

export const referralsPermissions = definePermissions({
  /** Refer a visitor, book, call back, and follow how it ended. */
  'referrals.refer': { level: 'desk', roles: desk },
  /** Which hours can be booked. */
  'referrals.arrange': { level: 'desk', roles: ['desk-coordinator', 'library-manager'] },
  /** How referrals ended, of one's own desks, library, municipality, or the nation. */
  'referrals.read-desk': { level: 'desk', roles: ['desk-coordinator', 'library-manager'] },
  'referrals.read-library': { level: 'library', roles: ['desk-coordinator', 'library-manager'] },
  'referrals.read-municipality': { level: 'municipality', roles: ['municipality-official'] },
  'referrals.read-nation': { level: 'nation', roles: ['national-analyst'] },
  /** Opens the page of these figures. */
  'referrals.open-figures': {
    level: 'anywhere',
    roles: ['desk-coordinator', 'library-manager', 'municipality-official', 'national-analyst'],
  },
  /** Answer what was passed to the own organisation. */
  'referrals.answer': { level: 'partner', roles: outside },
  /** Send somebody to a desk, and see how it ended. */
  'referrals.send': { level: 'partner', roles: outside },
  /** How long personal data stays. */
  'referrals.set-retention': { level: 'administration', roles: ['library-manager', 'administrator'] },
  /** Who opened personal data; what is kept of one person; the register of processing. */
  'referrals.read-log': { level: 'library', roles: ['privacy-officer'] },
})
