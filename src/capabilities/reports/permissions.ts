import { definePermissions } from '../../platform/auth/permissions.ts'

export const reportsPermissions = definePermissions({
  /** Opens the page; which figures it shows is for the verbs below. */
  'reports.open': {
    level: 'anywhere',
    roles: [
      'desk-employee',
      'volunteer',
      'desk-coordinator',
      'library-manager',
      'municipality-official',
      'support-adviser',
      'national-analyst',
    ],
  },
  'reports.read-desk': {
    level: 'desk',
    roles: ['desk-employee', 'volunteer', 'desk-coordinator', 'library-manager'],
  },
  'reports.read-library': { level: 'library', roles: ['desk-coordinator', 'library-manager'] },
  'reports.read-municipality': { level: 'municipality', roles: ['municipality-official'] },
  'reports.read-region': { level: 'region', roles: ['support-adviser'] },
  'reports.read-nation': { level: 'nation', roles: ['national-analyst'] },
  /** Writes, freezes and sends reports on the areas whose figures one sees; of one desk, where one holds such a role. */
  'reports.write-report': {
    level: 'anywhere',
    roles: [
      'desk-coordinator',
      'library-manager',
      'municipality-official',
      'support-adviser',
      'national-analyst',
    ],
  },
  /** Adds up what a library hands in for the national monitor. */
  'reports.hand-in-monitor': { level: 'library', roles: ['desk-coordinator', 'library-manager'] },
  /** Down from a figure to the contacts that it counts. */
  'reports.open-contacts': { level: 'desk', roles: ['desk-coordinator', 'library-manager'] },
})
