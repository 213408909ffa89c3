import { anyone, publicRoutes, type Route, route } from '../../platform/http/route.ts'
import { sendMap } from './draw-map/draw-map.handler.ts'
import { sendNearby, showEmbedding } from './embed-finder/embed-finder.handler.ts'
import { showNearby, showNearPosition } from './find-nearby/find-nearby.handler.ts'
import { sendCalendar } from './follow-calendar/follow-calendar.handler.ts'
import { showRobots, showSitemap } from './list-public-pages/list-public-pages.handler.ts'
import { showLeaflet } from './print-leaflet/print-leaflet.handler.ts'
import { showWaysToHelp } from './refer-visitor/refer-visitor.handler.ts'
import { sendHours } from './share-hours/share-hours.handler.ts'
import { showPublicDesk } from './show-desk/show-desk.handler.ts'
import { showMunicipality } from './show-municipality/show-municipality.handler.ts'

const desk = '/informatiepunt/:desk'

/** The finder and what belongs to it: for everybody, each page in every language. */
export const finderRoutes: readonly Route[] = [
  ...publicRoutes('GET', '/', showNearby),
  ...publicRoutes('POST', '/', showNearPosition),
  ...publicRoutes('GET', desk, showPublicDesk),
  ...publicRoutes('GET', `${desk}/folder`, showLeaflet),
  ...publicRoutes('GET', `${desk}/agenda.ics`, sendCalendar),
  ...publicRoutes('GET', '/gemeente/:municipality', showMunicipality),
  ...publicRoutes('GET', '/doorverwijzen', showWaysToHelp),
  ...publicRoutes('GET', '/voor-websites', showEmbedding),
  route('GET', '/kaart.svg', anyone(), sendMap),
  route('GET', `${desk}/openingstijden.json`, anyone(), sendHours),
  route('GET', '/informatiepunten.json', anyone(), sendNearby),
  route('GET', '/sitemap.xml', anyone(), showSitemap),
  route('GET', '/robots.txt', anyone(), showRobots),
]
