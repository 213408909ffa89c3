import type { Route } from '../../platform/http/route.ts'
import { hsdsRoutes } from './hsds-routes.ts'
import { networkRoutes } from './network-routes.ts'
import { partnerRoutes } from './partner-routes.ts'
import { upkeepRoutes } from './upkeep-routes.ts'

export const directoryRoutes: Route[] = [...partnerRoutes, ...upkeepRoutes, ...hsdsRoutes, ...networkRoutes]
