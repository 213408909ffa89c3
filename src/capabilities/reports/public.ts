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
export { codesEver } from './municipality-today.ts'
export { seesVisitors } from './own-areas.ts'
export { reportsPermissions } from './permissions.ts'
export { type KeptCoverage, readCoverage } from './read-coverage/read-coverage.query.ts'
export {
  countWhoTookPart,
  findFirstMonthCounted,
  type MonthOfMunicipality,
  readMonthCounts,
} from './read-month-counts/read-month-counts.query.ts'
export { type NearestDesk, readNearestDesks } from './read-nearest-desks/read-nearest-desks.query.ts'
export { type NamedReport, readReport } from './read-report/read-report.query.ts'
export { readTopicMonths, type TopicMonth } from './read-topic-months/read-topic-months.query.ts'
export { readTopics, type TopicsOfYear } from './read-topics/read-topics.query.ts'
export type { Pair } from './report.ts'
export { findReportAddress, queueDueReports } from './scheduled-reports.ts'
