export { triageJobs } from './jobs.ts'
export { triagePermissions } from './permissions.ts'
export { resumeRecodings } from './recode-past/recode-past.command.ts'
export { isSameWord, stemOf, tellingWords } from './text-words.ts'
