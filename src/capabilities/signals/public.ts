export { signalsPermissions } from './permissions.ts'
