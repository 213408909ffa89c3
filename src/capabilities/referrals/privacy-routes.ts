import { mayOf, type Route, route } from '../../platform/http/route.ts'
import {
  downloadAccessFile,
  showAccessOverview,
  showAccessRequest,
  submitAccessRequest,
  submitEraseOnRequest,
} from './answer-access-request/answer-access-request.handler.ts'
import {
  showPassOnCallBack,
  showPassOnReferral,
  submitPassOnCallBack,
  submitPassOnReferral,
} from './pass-on/pass-on.handler.ts'
import { referralsPermissions } from './permissions.ts'
import { downloadReadLog, showReadLog } from './read-log/read-log.handler.ts'
import { downloadRegister, showRegister } from './read-register/read-register.handler.ts'
import { showRetention, submitRetention } from './set-retention/set-retention.handler.ts'

const may = mayOf(referralsPermissions)
const access = '/beheer/privacy/inzage'

export const privacyRoutes: Route[] = [
  route('GET', '/beheer/privacy', may('referrals.read-log'), showReadLog),
  route('GET', '/beheer/privacy/gelezen.csv', may('referrals.read-log'), downloadReadLog),
  route('GET', access, may('referrals.read-log'), showAccessRequest),
  route('POST', access, may('referrals.read-log'), submitAccessRequest),
  route('POST', `${access}/overzicht`, may('referrals.read-log'), showAccessOverview),
  route('POST', `${access}/bestand`, may('referrals.read-log'), downloadAccessFile),
  route('POST', `${access}/wissen`, may('referrals.read-log'), submitEraseOnRequest),
  route('GET', '/beheer/privacy/register', may('referrals.read-log'), showRegister),
  route('GET', '/beheer/privacy/register.csv', may('referrals.read-log'), downloadRegister),
  route('GET', '/balie/doorverwijzingen/:item/doorzetten', may('referrals.refer'), showPassOnReferral),
  route('POST', '/balie/doorverwijzingen/:item/doorzetten', may('referrals.refer'), submitPassOnReferral),
  route('GET', '/balie/terugbellen/:item/doorzetten', may('referrals.refer'), showPassOnCallBack),
  route('POST', '/balie/terugbellen/:item/doorzetten', may('referrals.refer'), submitPassOnCallBack),
  route('GET', '/beheer/bewaartermijnen', may('referrals.set-retention'), showRetention),
  route('POST', '/beheer/bewaartermijnen', may('referrals.set-retention'), submitRetention),
]
