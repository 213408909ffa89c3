import { mayOf, type Route, route } from '../../platform/http/route.ts'
import { showStep, submitStep } from './mark-step/mark-step.handler.ts'
import { municipalRolesPermissions } from './permissions.ts'
import { showQuotes, submitQuote, submitQuoteChange } from './share-quotes/share-quotes.handler.ts'
import { showTownHall } from './show-town-hall/show-town-hall.handler.ts'
import { downloadYearPage, showYearPage } from './show-year-page/show-year-page.handler.ts'

const may = mayOf(municipalRolesPermissions)
const meet = may('municipal-roles.meet')
const keep = may('municipal-roles.keep')

/** What all roles come together in, and what the desk gives for it. */
export const townHallRoutes: Route[] = [
  route('GET', '/sturing/gemeente', keep, showTownHall),
  route('GET', '/sturing/gemeente/stap/:tip', keep, showStep),
  route('POST', '/sturing/gemeente/stap/:tip', keep, submitStep),
  route('GET', '/sturing/gemeente/wethouder', keep, showYearPage('alderman')),
  route('GET', '/sturing/gemeente/wethouder.pdf', keep, downloadYearPage('alderman')),
  route('GET', '/sturing/gemeente/raad', keep, showYearPage('council')),
  route('GET', '/sturing/gemeente/raad.pdf', keep, downloadYearPage('council')),
  route('GET', '/balie/uitspraken', meet, showQuotes),
  route('POST', '/balie/uitspraken', meet, submitQuote),
  route('POST', '/balie/uitspraken/:quote', meet, submitQuoteChange),
]
