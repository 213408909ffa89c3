import { anyone, mayOf, type Route, route } from '../../platform/http/route.ts'
import { showIncoming, submitAnswer } from './answer-sender/answer-sender.handler.ts'
import { showChooseDesk } from './choose-desk/choose-desk.handler.ts'
import { showAskCode, showSent, submitCode, submitWithdrawal } from './follow-sent/follow-sent.handler.ts'
import { referralsPermissions } from './permissions.ts'
import {
  showOpenSending,
  showSending,
  submitOpenSending,
  submitSending,
} from './send-to-desk/send-to-desk.handler.ts'

const may = mayOf(referralsPermissions)

/** The other way: others send people to a desk, and hear what became of it (guide § 2.3.1, § 4.4). */
export const senderRoutes: Route[] = [
  route('GET', '/samenwerking/aanmelden', may('referrals.send'), showChooseDesk),
  route('GET', '/samenwerking/aanmelden/:desk', may('referrals.send'), showSending),
  route('POST', '/samenwerking/aanmelden/:desk', may('referrals.send'), submitSending),
  route('GET', '/samenwerking/aangemeld', may('referrals.send'), showSent),
  route('POST', '/samenwerking/aangemeld/:referral/intrekken', may('referrals.send'), submitWithdrawal),
  route('GET', '/doorverwijzen/aanmelden/:desk', anyone(), showOpenSending),
  route('POST', '/doorverwijzen/aanmelden/:desk', anyone(), submitOpenSending),
  route('GET', '/doorverwijzen/aanmelding', anyone(), showAskCode),
  route('POST', '/doorverwijzen/aanmelding', anyone(), submitCode),
  route('GET', '/balie/aanmeldingen', may('referrals.refer'), showIncoming),
  route('POST', '/balie/aanmeldingen/:referral', may('referrals.refer'), submitAnswer),
]
