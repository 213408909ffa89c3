import { mayOf, type Route, route } from '../../platform/http/route.ts'
import { municipalRolesPermissions } from './permissions.ts'
import { showQuotes, submitQuote, submitQuoteChange } from './share-quotes/share-quotes.handler.ts'

const may = mayOf(municipalRolesPermissions)
const meet = may('municipal-roles.meet')

/** What all roles come together in, and what the desk gives for it. */
export const townHallRoutes: Route[] = [
  route('GET', '/balie/uitspraken', meet, showQuotes),
  route('POST', '/balie/uitspraken', meet, submitQuote),
  route('POST', '/balie/uitspraken/:quote', meet, submitQuoteChange),
]
