export { findReferralAddress, referralsJobs, watchReferrals } from './jobs.ts'
export { referralsPermissions } from './permissions.ts'
