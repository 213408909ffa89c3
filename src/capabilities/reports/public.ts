export { foldFigures, recountSlices, reportsJobs, watchCoverage } from './jobs.ts'
export { reportsPermissions } from './permissions.ts'
