import type { Route } from '../../platform/http/route.ts'
import { accountabilityRoutes } from './accountability-routes.ts'
import { moneyRoutes } from './money-routes.ts'

export const fundingRoutes: Route[] = [...moneyRoutes, ...accountabilityRoutes]
