export { makeReleases, type ReleaseSettings } from './make-releases/make-releases.command.ts'
export { findCells, listReleases, type NamedCell } from './read-published/read-published.query.ts'
