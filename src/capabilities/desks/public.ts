export { countDesksOnDays, countStaff, type Staff } from './count-desks/count-desks.query.ts'
export { type Desk, type DeskKind, deskKinds, type KnownDesk, movingKinds } from './desk.ts'
export {
  type DeskPoint,
  type FreeBranch,
  findDeskPoints,
  findFreeBranches,
  findStopPoints,
  type StopPoint,
} from './find-desk-points/find-desk-points.query.ts'
export {
  type DeskWithWeeks,
  findDeskWeeks,
  type WhichDesks,
} from './find-desk-weeks/find-desk-weeks.query.ts'
export {
  findDeskIdsOfLibraries,
  findDesks,
  findDesksEver,
  findDesksOutsideLibraries,
} from './find-desks/find-desks.query.ts'
export { findFinancingElsewhere } from './find-financing/find-financing.query.ts'
export { findOpenings } from './find-openings/find-openings.query.ts'
export {
  hourClasses,
  type OpeningFigures,
  openingFigures,
} from './hours-week.ts'
export { desksPermissions } from './permissions.ts'
export { publicHolidays } from './public-holidays.ts'
export { deskPath } from './venue.ts'
