import { mayOf, type Route, route } from '../../platform/http/route.ts'
import { deskHandOver, municipalHandOver } from './hand-over/hand-over.handler.ts'
import { contactPersonHandlers } from './keep-contact-person/keep-contact-person.handler.ts'
import { ownContactHandlers } from './keep-own-contact/keep-own-contact.handler.ts'
import { listContactPersons } from './list-contact-persons/list-contact-persons.handler.ts'
import { meetMunicipality } from './meet-municipality/meet-municipality.handler.ts'
import { municipalRolesPermissions } from './permissions.ts'

const may = mayOf(municipalRolesPermissions)
const keep = may('municipal-roles.keep')
const meet = may('municipal-roles.meet')

export const contactRoutes: Route[] = [
  route('GET', '/sturing/contactpersonen', keep, listContactPersons),
  route('GET', '/sturing/contactpersonen/persoon', keep, contactPersonHandlers.showAdd),
  route('POST', '/sturing/contactpersonen/persoon', keep, contactPersonHandlers.submitAdd),
  route('GET', '/sturing/contactpersonen/persoon/:person', keep, contactPersonHandlers.showChange),
  route('POST', '/sturing/contactpersonen/persoon/:person', keep, contactPersonHandlers.submitChange),
  route('GET', '/sturing/contactpersonen/persoon/:person/overdragen', keep, municipalHandOver.show),
  route('POST', '/sturing/contactpersonen/persoon/:person/overdragen', keep, municipalHandOver.submit),
  route('GET', '/balie/gemeente', meet, meetMunicipality),
  route('GET', '/balie/gemeente/contactpersoon', meet, ownContactHandlers.showAdd),
  route('POST', '/balie/gemeente/contactpersoon', meet, ownContactHandlers.submitAdd),
  route('GET', '/balie/gemeente/contactpersoon/:person', meet, ownContactHandlers.showChange),
  route('POST', '/balie/gemeente/contactpersoon/:person', meet, ownContactHandlers.submitChange),
  route('GET', '/balie/gemeente/contactpersoon/:person/overdragen', meet, deskHandOver.show),
  route('POST', '/balie/gemeente/contactpersoon/:person/overdragen', meet, deskHandOver.submit),
]
