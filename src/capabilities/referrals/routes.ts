import type { Route } from '../../platform/http/route.ts'
import { appointmentRoutes } from './appointment-routes.ts'
import { privacyRoutes } from './privacy-routes.ts'
import { referRoutes } from './refer-routes.ts'
import { senderRoutes } from './sender-routes.ts'

export const referralsRoutes: Route[] = [
  ...referRoutes,
  ...appointmentRoutes,
  ...senderRoutes,
  ...privacyRoutes,
]
