export { goalsPermissions } from './permissions.ts'
