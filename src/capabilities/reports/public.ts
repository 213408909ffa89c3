export { foldFigures } from './jobs.ts'
export { reportsPermissions } from './permissions.ts'
