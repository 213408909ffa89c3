export { findAddressProblems, sayProblems } from './address-check.ts'
export { countDesksOnDays, countStaff, type Staff } from './count-desks/count-desks.query.ts'
export {
  type Desk,
  type DeskKind,
  deskKinds,
  type KnownDesk,
  movingKinds,
  tidyPostcode,
  tidyWebsite,
} from './desk.ts'
export {
  type DeskPoint,
  type FreeBranch,
  findDeskPoints,
  findFreeBranches,
  findStopPoints,
  type StopPoint,
} from './find-desk-points/find-desk-points.query.ts'
export {
  type DeskWithWeeks,
  findDeskWeeks,
  type WhichDesks,
} from './find-desk-weeks/find-desk-weeks.query.ts'
export {
  findDeskIdsOfLibraries,
  findDesks,
  findDesksEver,
  findDesksOutsideLibraries,
  findDeskVariants,
} from './find-desks/find-desks.query.ts'
export {
  type FinancedDesk,
  findDesksToPayFor,
  findFinancingElsewhere,
} from './find-financing/find-financing.query.ts'
export { whereProblem } from './find-nearby/find-nearby.form.ts'
export { findPlaceMeant } from './find-nearby/find-nearby.query.ts'
export { findOpenings } from './find-openings/find-openings.query.ts'
export { findPublicDesks } from './find-venues/find-venues.query.ts'
export { type HoursProblem, type HoursSpan, readHoursText, writeHoursText } from './hours-text.ts'
export {
  hourClasses,
  type OpeningFigures,
  openingFigures,
} from './hours-week.ts'
export { hsdsSchedules } from './hsds-schedules.ts'
export { keepOnlineRequests } from './keep-online-requests/keep-online-requests.command.ts'
export {
  findOnlineRequests,
  type OnlineRequests,
} from './keep-online-requests/keep-online-requests.query.ts'
export { nowOf, secondsUntil } from './keep-until.ts'
export {
  type DeskLanguage,
  deskLanguages,
  languageMeant,
  languageName,
  languagesByName,
} from './languages.ts'
export { type MapPoint, readPoint, writePoint } from './map-point.ts'
export {
  type DeskHours,
  type Hours,
  isForVisitors,
  type Opening,
  openingsBetween,
  openingsOn,
} from './opening-hours.ts'
export { clock, distanceWords, type Now, upperFirst } from './opening-words.ts'
export { desksPermissions } from './permissions.ts'
export { callLink, tidyPhone, unbroken } from './phone-number.ts'
export { publicHolidays } from './public-holidays.ts'
export { findHours, noHours } from './read-hours/read-hours.query.ts'
export { findWaysToHelp } from './refer-visitor/refer-visitor.query.ts'
export { readShownDesk } from './show-desk/show-desk.handler.ts'
export { phoneOf, type ShownDesk } from './show-desk/show-desk.query.ts'
export { addressLine, deskPath, type PublicDesk, type Venue } from './venue.ts'
