export { foldFigures, recountSlices, reportsJobs, watchCoverage } from './jobs.ts'
export { reportsPermissions } from './permissions.ts'
export {
  findFirstMonthCounted,
  type MonthOfMunicipality,
  readMonthCounts,
} from './read-month-counts/read-month-counts.query.ts'
