export { municipalRolesPermissions } from './permissions.ts'
