import { mayOf, type Route, route } from '../../platform/http/route.ts'
import { submitCancelStop, submitRemoveStop, submitRestoreStop } from './cancel-stop/cancel-stop.handler.ts'
import { showNewWeek, showWeek, submitNewWeek, submitWeek } from './change-week/change-week.handler.ts'
import { showCopyHours } from './copy-hours/copy-hours.handler.ts'
import { showHoursList } from './list-hours/list-hours.handler.ts'
import { desksPermissions } from './permissions.ts'
import {
  showClosure,
  showNewClosure,
  submitClosure,
  submitNewClosure,
} from './plan-closure/plan-closure.handler.ts'
import { showHolidays, submitHolidays } from './plan-holidays/plan-holidays.handler.ts'
import { showNewStops, submitStops } from './plan-stops/plan-stops.handler.ts'
import { showRemoveTimetable, submitRemoveTimetable } from './remove-timetable/remove-timetable.handler.ts'
import { showHours } from './show-hours/show-hours.handler.ts'

const keepHours = mayOf(desksPermissions)('desks.keep-hours')
const all = '/balie/openingstijden'
const desk = `${all}/:desk`

/** The pages on which a library keeps the hours of its desks. */
export const hoursRoutes: readonly Route[] = [
  route('GET', all, keepHours, showHoursList),
  route('GET', desk, keepHours, showHours),
  route('GET', `${desk}/week/nieuw`, keepHours, showNewWeek),
  route('POST', `${desk}/week/nieuw`, keepHours, submitNewWeek),
  route('GET', `${desk}/week/:timetable`, keepHours, showWeek),
  route('POST', `${desk}/week/:timetable`, keepHours, submitWeek),
  route('GET', `${desk}/week/:timetable/verwijderen`, keepHours, showRemoveTimetable),
  route('POST', `${desk}/week/:timetable/verwijderen`, keepHours, submitRemoveTimetable),
  route('GET', `${desk}/dicht/nieuw`, keepHours, showNewClosure),
  route('POST', `${desk}/dicht/nieuw`, keepHours, submitNewClosure),
  route('GET', `${desk}/dicht/:timetable`, keepHours, showClosure),
  route('POST', `${desk}/dicht/:timetable`, keepHours, submitClosure),
  route('GET', `${desk}/feestdagen`, keepHours, showHolidays),
  route('POST', `${desk}/feestdagen`, keepHours, submitHolidays),
  route('GET', `${desk}/haltes/nieuw`, keepHours, showNewStops),
  route('POST', `${desk}/haltes/nieuw`, keepHours, submitStops),
  route('POST', `${desk}/haltes/:stop/vervalt`, keepHours, submitCancelStop),
  route('POST', `${desk}/haltes/:stop/door`, keepHours, submitRestoreStop),
  route('POST', `${desk}/haltes/:stop/verwijderen`, keepHours, submitRemoveStop),
  route('GET', `${desk}/overnemen`, keepHours, showCopyHours),
]
