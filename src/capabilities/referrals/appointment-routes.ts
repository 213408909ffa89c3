import { publicRoutes, type Route } from '../../platform/http/route.ts'
import { showBookAlone, showFreeTimes, submitBookAlone } from './book-alone/book-alone.handler.ts'

const publicDesk = '/informatiepunt/:desk'

/** Appointments and call backs: what visitors do alone, and what the desk does. */
export const appointmentRoutes: Route[] = [
  ...publicRoutes('GET', `${publicDesk}/afspraak`, showFreeTimes),
  ...publicRoutes('GET', `${publicDesk}/afspraak/maken`, showBookAlone),
  ...publicRoutes('POST', `${publicDesk}/afspraak/maken`, submitBookAlone),
]
