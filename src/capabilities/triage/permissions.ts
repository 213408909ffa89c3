import { definePermissions } from '../../platform/auth/permissions.ts'

export const triagePermissions = definePermissions({
  /** Open the page of what was typed beside 'other'; the next two say whose texts are on it. */
  'triage.open': { level: 'anywhere', roles: ['national-analyst', 'library-manager', 'desk-coordinator'] },
  'triage.read-nation': { level: 'nation', roles: ['national-analyst'] },
  'triage.read-library': { level: 'library', roles: ['library-manager', 'desk-coordinator'] },
  'triage.read-desk': { level: 'desk', roles: ['library-manager', 'desk-coordinator'] },
  /** Propose a new answer, decide on it, and have the past recoded. */
  'triage.propose': { level: 'nation', roles: ['national-analyst'] },
  'triage.see': {
    level: 'desk',
    roles: ['desk-employee', 'volunteer', 'desk-coordinator', 'library-manager'],
  },
  'triage.answer': { level: 'desk', roles: ['desk-coordinator', 'library-manager'] },
})
