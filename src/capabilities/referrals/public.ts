export { eraseExpired } from './erase-expired/erase-expired.command.ts'
export { findReferralAddress, referralsJobs, watchReferrals } from './jobs.ts'
export { referralsPermissions } from './permissions.ts'
export { rotateKeys } from './rotate-keys/rotate-keys.command.ts'
