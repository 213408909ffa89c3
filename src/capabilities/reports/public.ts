export { holdFold } from './fold-figures/fold-figures.command.ts'
export {
  foldFigures,
  recountMonths,
  recountSlices,
  reportsJobs,
  watchBenchmarks,
  watchCoverage,
} from './jobs.ts'
export { reportsPermissions } from './permissions.ts'
export {
  countWhoTookPart,
  findFirstMonthCounted,
  type MonthOfMunicipality,
  readMonthCounts,
} from './read-month-counts/read-month-counts.query.ts'
export { findReportAddress, queueDueReports } from './scheduled-reports.ts'
