import type { Route } from '../../platform/http/route.ts'
import { accountabilityRoutes } from './accountability-routes.ts'

export const fundingRoutes: Route[] = [...accountabilityRoutes]
