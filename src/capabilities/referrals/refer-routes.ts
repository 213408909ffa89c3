import { anyone, mayOf, publicRoutes, type Route, route } from '../../platform/http/route.ts'
import {
  openByLink,
  openPassed,
  showByLink,
  showPassed,
  submitByLink,
  submitPassed,
} from './answer-referral/answer-referral.handler.ts'
import { showFollowReferrals } from './follow-referrals/follow-referrals.handler.ts'
import { submitGiveLeaflet, submitMailLeaflet } from './give-leaflet/give-leaflet.handler.ts'
import { showListPassed } from './list-passed/list-passed.handler.ts'
import {
  showAskMyCode,
  showMyReferral,
  submitMyCode,
  submitMyReferral,
} from './my-referral/my-referral.handler.ts'
import { passedAddress } from './passed-address.ts'
import { referralsPermissions } from './permissions.ts'
import { showProposeHelp } from './propose-help/propose-help.handler.ts'
import { referAddress, referralsAddress } from './referring-desk.ts'
import { showSendReferral, submitSendReferral } from './send-referral/send-referral.handler.ts'
import { downloadReferralFigures, showReferralFigures } from './show-figures/show-figures.handler.ts'
import { figuresAddress } from './show-figures/show-figures.page.tsx'
import {
  showReferral,
  submitAnswer,
  submitClose,
  submitOpen,
  submitRemind,
  submitSaid,
  submitWithdraw,
} from './show-referral/show-referral.handler.ts'

const oneReferral = `${referralsAddress}/:referral`
const onePassed = `${passedAddress}/doorverwijzing/:referral`
const may = mayOf(referralsPermissions)

export const referRoutes: Route[] = [
  route('GET', referAddress, may('referrals.refer'), showProposeHelp),
  route('GET', `${referAddress}/:service`, may('referrals.refer'), showSendReferral),
  route('POST', `${referAddress}/:service`, may('referrals.refer'), submitSendReferral),
  route('POST', `${referAddress}/:service/folder`, may('referrals.refer'), submitGiveLeaflet),
  route('POST', `${referAddress}/:service/folder/mailen`, may('referrals.refer'), submitMailLeaflet),
  route('GET', referralsAddress, may('referrals.refer'), showFollowReferrals),
  route('GET', oneReferral, may('referrals.refer'), showReferral),
  route('POST', `${oneReferral}/tonen`, may('referrals.refer'), submitOpen),
  route('POST', `${oneReferral}/antwoord`, may('referrals.refer'), submitAnswer),
  route('POST', `${oneReferral}/herinneren`, may('referrals.refer'), submitRemind),
  route('POST', `${oneReferral}/intrekken`, may('referrals.refer'), submitWithdraw),
  route('POST', `${oneReferral}/afronden`, may('referrals.refer'), submitClose),
  route('POST', `${oneReferral}/bezoeker`, may('referrals.refer'), submitSaid),
  route('GET', '/antwoord/:token', anyone(), showByLink),
  route('POST', '/antwoord/:token', anyone(), submitByLink),
  route('POST', '/antwoord/:token/tonen', anyone(), openByLink),
  route('GET', passedAddress, may('referrals.answer'), showListPassed),
  route('GET', onePassed, may('referrals.answer'), showPassed),
  route('POST', onePassed, may('referrals.answer'), submitPassed),
  route('POST', `${onePassed}/tonen`, may('referrals.answer'), openPassed),
  route('GET', figuresAddress, may('referrals.open-figures'), showReferralFigures),
  route('GET', `${figuresAddress}/bestand.csv`, may('referrals.open-figures'), downloadReferralFigures),
  ...publicRoutes('GET', '/mijn-doorverwijzing', showAskMyCode),
  ...publicRoutes('POST', '/mijn-doorverwijzing', submitMyCode),
  ...publicRoutes('GET', '/mijn-doorverwijzing/:token', showMyReferral),
  ...publicRoutes('POST', '/mijn-doorverwijzing/:token', submitMyReferral),
]
