export { noticesPermissions } from './permissions.ts'
