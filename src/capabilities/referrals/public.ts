export { countMade, type QuarterMade } from './count-made/count-made.query.ts'
export { countSent } from './count-sent/count-sent.query.ts'
export { eraseExpired } from './erase-expired/erase-expired.command.ts'
export { findReferralAddress, referralsJobs, watchReferrals } from './jobs.ts'
export { referralsPermissions } from './permissions.ts'
export { rotateKeys } from './rotate-keys/rotate-keys.command.ts'
export {
  daysOfQuarters,
  lastQuarters,
  type SentEnding,
  type SentInQuarter,
  sentByQuarter,
  sentEndings,
} from './sent-figures.ts'
