import { mayOf, type Route, route } from '../../platform/http/route.ts'
import { submitGiveLeaflet, submitMailLeaflet } from './give-leaflet/give-leaflet.handler.ts'
import { referralsPermissions } from './permissions.ts'
import { showProposeHelp } from './propose-help/propose-help.handler.ts'
import { referAddress } from './referring-desk.ts'
import { showSendReferral, submitSendReferral } from './send-referral/send-referral.handler.ts'

const may = mayOf(referralsPermissions)

export const referRoutes: Route[] = [
  route('GET', referAddress, may('referrals.refer'), showProposeHelp),
  route('GET', `${referAddress}/:service`, may('referrals.refer'), showSendReferral),
  route('POST', `${referAddress}/:service`, may('referrals.refer'), submitSendReferral),
  route('POST', `${referAddress}/:service/folder`, may('referrals.refer'), submitGiveLeaflet),
  route('POST', `${referAddress}/:service/folder/mailen`, may('referrals.refer'), submitMailLeaflet),
]
