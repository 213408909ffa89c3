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
export { desksPermissions } from './permissions.ts'
