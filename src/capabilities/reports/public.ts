export { sayNumber } from './figure-words.ts'
export { holdFold } from './fold-figures/fold-figures.command.ts'
export {
  type Followed,
  type FollowedQuarter,
  type FollowedTotals,
  followAnswer,
  followMonths,
} from './follow-counts/follow-counts.query.ts'
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
export { type NamedReport, readReport } from './read-report/read-report.query.ts'
export type { Pair } from './report.ts'
export { findReportAddress, queueDueReports } from './scheduled-reports.ts'
