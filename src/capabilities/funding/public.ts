export { accountedValue } from './account-words.ts'
export {
  type Booking,
  type BookingKind,
  bookingKinds,
  type Purpose,
  purposeLetters,
  purposes,
} from './booking.ts'
export { findStatementState, type StatementState } from './find-statement-state/find-statement-state.query.ts'
export type { Grant } from './grant.ts'
export { findSharedCosts, findSharingKeys } from './list-sharing/list-sharing.query.ts'
export { fundingPermissions } from './permissions.ts'
export { readAccount } from './read-account/read-account.query.ts'
export { findMunicipalityInYear } from './read-counts/read-counts.query.ts'
export {
  findBookings,
  findYearsWithMoney,
  readYearAccount,
} from './read-year-account/read-year-account.query.ts'
export type { Scheme, SchemeKind } from './scheme.ts'
export { findTaken } from './share-cost/share-cost.query.ts'
export type { SignedBalance } from './statement.ts'
export type { Forecast, YearAccount, YearBalance } from './year-account.ts'
export type { YearWithMoney } from './year-chain.ts'
