import { mayOf, type Route, route } from '../../platform/http/route.ts'
import {
  showAddMeeting,
  showMeeting,
  submitAddMeeting,
  submitMeeting,
} from './keep-meeting/keep-meeting.handler.ts'
import {
  showAddNetworkAction,
  showNetworkAction,
  submitAddNetworkAction,
  submitNetworkAction,
} from './keep-network-action/keep-network-action.handler.ts'
import {
  showAddNetworkPartner,
  showNetworkPartner,
  submitAddNetworkPartner,
  submitNetworkPartner,
} from './keep-network-partner/keep-network-partner.handler.ts'
import { directoryPermissions } from './permissions.ts'
import { showNetwork } from './show-network/show-network.handler.ts'

const may = mayOf(directoryPermissions)
const direct = may('directory.direct-network')

export const networkRoutes: Route[] = [
  route('GET', '/sturing/netwerk', direct, showNetwork),
  route('GET', '/sturing/netwerk/partner', direct, showAddNetworkPartner),
  route('POST', '/sturing/netwerk/partner', direct, submitAddNetworkPartner),
  route('GET', '/sturing/netwerk/partner/:member', direct, showNetworkPartner),
  route('POST', '/sturing/netwerk/partner/:member', direct, submitNetworkPartner),
  route('GET', '/sturing/netwerk/overleg', direct, showAddMeeting),
  route('POST', '/sturing/netwerk/overleg', direct, submitAddMeeting),
  route('GET', '/sturing/netwerk/overleg/:meeting', direct, showMeeting),
  route('POST', '/sturing/netwerk/overleg/:meeting', direct, submitMeeting),
  route('GET', '/sturing/netwerk/actie', direct, showAddNetworkAction),
  route('POST', '/sturing/netwerk/actie', direct, submitAddNetworkAction),
  route('GET', '/sturing/netwerk/actie/:action', direct, showNetworkAction),
  route('POST', '/sturing/netwerk/actie/:action', direct, submitNetworkAction),
]
