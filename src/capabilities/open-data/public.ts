export { makeReleases, type ReleaseSettings } from './make-releases/make-releases.command.ts'
