export { directoryJobs, findDirectoryAddress, watchDirectory } from './jobs.ts'
export { directoryPermissions } from './permissions.ts'
