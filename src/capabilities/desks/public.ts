export { type Desk, type DeskKind, deskKinds, type KnownDesk, movingKinds } from './desk.ts'
export { findDeskIdsOfLibraries, findDesks, findDesksEver } from './find-desks/find-desks.query.ts'
export { desksPermissions } from './permissions.ts'
