export { type Desk, type DeskKind, deskKinds, type KnownDesk, movingKinds } from './desk.ts'
export {
  type DeskPoint,
  type FreeBranch,
  findDeskPoints,
  findFreeBranches,
  findStopPoints,
  type StopPoint,
} from './find-desk-points/find-desk-points.query.ts'
export { findDeskIdsOfLibraries, findDesks, findDesksEver } from './find-desks/find-desks.query.ts'
export {
  type DeskWithHours,
  findDesksWithHours,
  type WhichDesks,
} from './find-desks-with-hours/find-desks-with-hours.query.ts'
export {
  type AverageWeek,
  averageWeek,
  countedDays,
  hourClasses,
  isAtDesk,
  isByTelephone,
  minutesAWeek,
  type OpeningFigures,
  openingFigures,
} from './hours-week.ts'
export { timetableOn } from './opening-hours.ts'
export { desksPermissions } from './permissions.ts'
export { deskPath } from './venue.ts'
