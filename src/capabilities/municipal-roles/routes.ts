import type { Route } from '../../platform/http/route.ts'
import { contactRoutes } from './contact-routes.ts'
import { directionRoutes } from './direction-routes.ts'
import { promotionRoutes } from './promotion-routes.ts'
import { townHallRoutes } from './town-hall-routes.ts'

export const municipalRolesRoutes: Route[] = [
  ...directionRoutes,
  ...contactRoutes,
  ...promotionRoutes,
  ...townHallRoutes,
]
