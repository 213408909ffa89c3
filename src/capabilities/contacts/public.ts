export { contactsPermissions } from './permissions.ts'
