import { anyone, mayOf, publicRoutes, type Route, route } from '../../platform/http/route.ts'
import {
  showNewOffer,
  showOffer,
  showOffers,
  submitCallBacksOffered,
  submitMakeFeed,
  submitNewOffer,
  submitOffer,
} from './arrange-offers/arrange-offers.handler.ts'
import { showAskCallBack, submitAskCallBack } from './ask-call-back/ask-call-back.handler.ts'
import { showBookAlone, showFreeTimes, submitBookAlone } from './book-alone/book-alone.handler.ts'
import { showBookAtDesk, showDeskTimes, submitBookAtDesk } from './book-at-desk/book-at-desk.handler.ts'
import { sendAppointmentFeed } from './follow-appointments/follow-appointments.handler.ts'
import {
  showAppointmentAtDesk,
  showMoveAtDesk,
  showVisitor,
  submitCancelAtDesk,
  submitMoveAtDesk,
  submitSettle,
  submitVisitorCode,
} from './handle-appointment/handle-appointment.handler.ts'
import {
  showAddCallBack,
  showCallBacks,
  showNumber,
  submitAddCallBack,
  submitDropCallBack,
  submitTry,
} from './handle-call-backs/handle-call-backs.handler.ts'
import { referralsPermissions } from './permissions.ts'
import {
  sendAppointmentFile,
  showAskCode,
  showByLink,
  submitCancel,
  submitCode,
  submitMove,
  submitWithdrawCallBack,
} from './show-appointment/show-appointment.handler.ts'
import { showToday, submitCallNext, submitLetGo, submitTakeNumber } from './show-today/show-today.handler.ts'

const may = mayOf(referralsPermissions)
const book = may('referrals.refer')
const arrange = may('referrals.arrange')
const publicDesk = '/informatiepunt/:desk'
const one = '/balie/afspraken/:appointment'
const call = '/balie/terugbellen/:callBack'

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
  route('GET', '/agenda/:token', anyone(), sendAppointmentFeed),

  route('GET', '/balie/vandaag', book, showToday),
  route('POST', '/balie/vandaag/nummer', book, submitTakeNumber),
  route('POST', '/balie/vandaag/volgende', book, submitCallNext),
  route('POST', '/balie/vandaag/weg', book, submitLetGo),
  route('GET', '/balie/afspraken', book, showDeskTimes),
  route('GET', '/balie/afspraken/maken', book, showBookAtDesk),
  route('POST', '/balie/afspraken/maken', book, submitBookAtDesk),
  route('POST', '/balie/afspraken/code', book, submitVisitorCode),
  route('GET', one, book, showAppointmentAtDesk),
  route('POST', `${one}/persoon`, book, showVisitor),
  route('POST', `${one}/gekomen`, book, submitSettle),
  route('POST', `${one}/afzeggen`, book, submitCancelAtDesk),
  route('GET', `${one}/verzetten`, book, showMoveAtDesk),
  route('POST', `${one}/verzetten`, book, submitMoveAtDesk),
  route('GET', '/balie/terugbellen', book, showCallBacks),
  route('GET', '/balie/terugbellen/nieuw', book, showAddCallBack),
  route('POST', '/balie/terugbellen/nieuw', book, submitAddCallBack),
  route('POST', `${call}/nummer`, book, showNumber),
  route('POST', `${call}/poging`, book, submitTry),
  route('POST', `${call}/niet-meer`, book, submitDropCallBack),

  route('GET', '/beheer/afspraken', arrange, showOffers),
  route('GET', '/beheer/afspraken/nieuw', arrange, showNewOffer),
  route('POST', '/beheer/afspraken/nieuw', arrange, submitNewOffer),
  route('POST', '/beheer/afspraken/terugbellen', arrange, submitCallBacksOffered),
  route('POST', '/beheer/afspraken/agenda', arrange, submitMakeFeed),
  route('GET', '/beheer/afspraken/:offer', arrange, showOffer),
  route('POST', '/beheer/afspraken/:offer', arrange, submitOffer),
]
