export { triageJobs } from './jobs.ts'
export { triagePermissions } from './permissions.ts'
