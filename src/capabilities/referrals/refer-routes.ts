import { anyone, mayOf, type Route, route } from '../../platform/http/route.ts'
import {
  openByLink,
  openPassed,
  showByLink,
  showPassed,
  submitByLink,
  submitPassed,
} from './answer-referral/answer-referral.handler.ts'
import { submitGiveLeaflet, submitMailLeaflet } from './give-leaflet/give-leaflet.handler.ts'
import { showListPassed } from './list-passed/list-passed.handler.ts'
import { passedAddress } from './passed-address.ts'
import { referralsPermissions } from './permissions.ts'
import { showProposeHelp } from './propose-help/propose-help.handler.ts'
import { referAddress } from './referring-desk.ts'
import { showSendReferral, submitSendReferral } from './send-referral/send-referral.handler.ts'

const onePassed = `${passedAddress}/doorverwijzing/:referral`
const may = mayOf(referralsPermissions)

export const referRoutes: Route[] = [
  route('GET', referAddress, may('referrals.refer'), showProposeHelp),
  route('GET', `${referAddress}/:service`, may('referrals.refer'), showSendReferral),
  route('POST', `${referAddress}/:service`, may('referrals.refer'), submitSendReferral),
  route('POST', `${referAddress}/:service/folder`, may('referrals.refer'), submitGiveLeaflet),
  route('POST', `${referAddress}/:service/folder/mailen`, may('referrals.refer'), submitMailLeaflet),
  route('GET', '/antwoord/:token', anyone(), showByLink),
  route('POST', '/antwoord/:token', anyone(), submitByLink),
  route('POST', '/antwoord/:token/tonen', anyone(), openByLink),
  route('GET', passedAddress, may('referrals.answer'), showListPassed),
  route('GET', onePassed, may('referrals.answer'), showPassed),
  route('POST', onePassed, may('referrals.answer'), submitPassed),
  route('POST', `${onePassed}/tonen`, may('referrals.answer'), openPassed),
]
