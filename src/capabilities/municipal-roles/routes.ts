import type { Route } from '../../platform/http/route.ts'
import { townHallRoutes } from './town-hall-routes.ts'

export const municipalRolesRoutes: Route[] = [...townHallRoutes]
