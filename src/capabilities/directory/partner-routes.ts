import { mayOf, publicRoutes, type Route, route } from '../../platform/http/route.ts'
import {
  showAddAgreement,
  showChangeAgreement,
  submitAddAgreement,
  submitChangeAgreement,
} from './keep-agreement/keep-agreement.handler.ts'
import {
  showAddContactPerson,
  showChangeContactPerson,
  submitAddContactPerson,
  submitChangeContactPerson,
  submitRemoveContactPerson,
} from './keep-contact-person/keep-contact-person.handler.ts'
import {
  showAddLocation,
  showChangeLocation,
  submitAddLocation,
  submitChangeLocation,
  submitRemoveLocation,
} from './keep-location/keep-location.handler.ts'
import {
  showAddPartner,
  showChangePartner,
  submitAddPartner,
  submitChangePartner,
  submitEndPartner,
} from './keep-partner/keep-partner.handler.ts'
import {
  showAddService,
  showChangeService,
  submitAddService,
  submitChangeService,
} from './keep-service/keep-service.handler.ts'
import { showPartners } from './list-partners/list-partners.handler.ts'
import { directoryPermissions } from './permissions.ts'
import { showSearch } from './search-services/search-services.handler.ts'
import { showPartner } from './show-partner/show-partner.handler.ts'
import { showPublicService } from './show-public-service/show-public-service.handler.ts'
import { showService } from './show-service/show-service.handler.ts'

const may = mayOf(directoryPermissions)
const read = may('directory.read')
const keep = may('directory.open-keeping')
const partner = '/beheer/sociale-kaart/organisatie/:partner'

export const partnerRoutes: Route[] = [
  route('GET', '/balie/sociale-kaart', read, showSearch),
  route('GET', '/balie/sociale-kaart/:service', read, showService),
  ...publicRoutes('GET', '/sociale-kaart/:service', showPublicService),
  route('GET', '/beheer/sociale-kaart', keep, showPartners),
  route('GET', '/beheer/sociale-kaart/organisatie', keep, showAddPartner),
  route('POST', '/beheer/sociale-kaart/organisatie', keep, submitAddPartner),
  route('GET', partner, keep, showPartner),
  route('GET', `${partner}/gegevens`, keep, showChangePartner),
  route('POST', `${partner}/gegevens`, keep, submitChangePartner),
  route('POST', `${partner}/stoppen`, keep, submitEndPartner),
  route('GET', `${partner}/aanbod`, keep, showAddService),
  route('POST', `${partner}/aanbod`, keep, submitAddService),
  route('GET', `${partner}/aanbod/:service`, keep, showChangeService),
  route('POST', `${partner}/aanbod/:service`, keep, submitChangeService),
  route('GET', `${partner}/plaats`, keep, showAddLocation),
  route('POST', `${partner}/plaats`, keep, submitAddLocation),
  route('GET', `${partner}/plaats/:location`, keep, showChangeLocation),
  route('POST', `${partner}/plaats/:location`, keep, submitChangeLocation),
  route('POST', `${partner}/plaats/:location/verwijderen`, keep, submitRemoveLocation),
  route('GET', `${partner}/contact`, keep, showAddContactPerson),
  route('POST', `${partner}/contact`, keep, submitAddContactPerson),
  route('GET', `${partner}/contact/:person`, keep, showChangeContactPerson),
  route('POST', `${partner}/contact/:person`, keep, submitChangeContactPerson),
  route('POST', `${partner}/contact/:person/verwijderen`, keep, submitRemoveContactPerson),
  route('GET', `${partner}/afspraak`, keep, showAddAgreement),
  route('POST', `${partner}/afspraak`, keep, submitAddAgreement),
  route('GET', `${partner}/afspraak/:agreement`, keep, showChangeAgreement),
  route('POST', `${partner}/afspraak/:agreement`, keep, submitChangeAgreement),
]
