import { publicRoutes, type Route } from '../../platform/http/route.ts'
import { showAskCallBack, submitAskCallBack } from './ask-call-back/ask-call-back.handler.ts'
import { showBookAlone, showFreeTimes, submitBookAlone } from './book-alone/book-alone.handler.ts'
import {
  sendAppointmentFile,
  showAskCode,
  showByLink,
  submitCancel,
  submitCode,
  submitMove,
  submitWithdrawCallBack,
} from './show-appointment/show-appointment.handler.ts'

const publicDesk = '/informatiepunt/:desk'

/** Appointments and call backs: what visitors do alone, and what the desk does. */
export const appointmentRoutes: Route[] = [
  ...publicRoutes('GET', `${publicDesk}/afspraak`, showFreeTimes),
  ...publicRoutes('GET', `${publicDesk}/afspraak/maken`, showBookAlone),
  ...publicRoutes('POST', `${publicDesk}/afspraak/maken`, submitBookAlone),
  ...publicRoutes('GET', `${publicDesk}/bel-mij-terug`, showAskCallBack),
  ...publicRoutes('POST', `${publicDesk}/bel-mij-terug`, submitAskCallBack),
  ...publicRoutes('GET', '/afspraak', showAskCode),
  ...publicRoutes('POST', '/afspraak', submitCode),
  ...publicRoutes('GET', '/afspraak/:token', showByLink),
  ...publicRoutes('POST', '/afspraak/verzetten', submitMove),
  ...publicRoutes('POST', '/afspraak/afzeggen', submitCancel),
  ...publicRoutes('POST', '/afspraak/niet-bellen', submitWithdrawCallBack),
  ...publicRoutes('POST', '/afspraak/agenda.ics', sendAppointmentFile),
]
