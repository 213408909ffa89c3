import { definePermissions } from '../../platform/auth/permissions.ts'

export const fundingPermissions = definePermissions({
  /** Keep the money of the own municipality and account for it (guide § 4.1, § 5.1). */
  'funding.keep': { level: 'municipality', roles: ['municipality-official'] },
  /** Say for the own library that its part of an account is right. */
  'funding.confirm': { level: 'library', roles: ['library-manager'] },
  /** Keep the schemes and load the amounts that were awarded. */
  'funding.administer': { level: 'nation', roles: ['administrator'] },
})
