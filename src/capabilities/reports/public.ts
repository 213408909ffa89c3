export { foldFigures, recountSlices, watchCoverage } from './jobs.ts'
export { reportsPermissions } from './permissions.ts'
