export { foldFigures, watchCoverage } from './jobs.ts'
export { reportsPermissions } from './permissions.ts'
