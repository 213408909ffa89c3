export { agreementsPermissions } from './permissions.ts'
