export { type Desk, type DeskKind, deskKinds } from './desk.ts'
export { findDeskIdsOfLibraries, findDesks } from './find-desks/find-desks.query.ts'
export { desksPermissions } from './permissions.ts'
