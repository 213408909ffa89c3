export { fundingPermissions } from './permissions.ts'
