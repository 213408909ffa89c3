import { mayOf, type Route, route } from '../../platform/http/route.ts'
import {
  showProposal,
  showProposals,
  submitAdopt,
  submitReject,
  submitRetry,
  submitUndo,
} from './decide-proposal/decide-proposal.handler.ts'
import { triagePermissions } from './permissions.ts'
import { deskProposalsAddress, proposalsAddress, textsAddress } from './proposal.ts'
import { showProposeOption, submitProposeOption } from './propose-option/propose-option.handler.ts'
import {
  showDeskProposal,
  showDeskProposals,
  submitReact,
} from './react-to-proposal/react-to-proposal.handler.ts'
import { showTexts, submitBlankText } from './show-texts/show-texts.handler.ts'

const may = mayOf(triagePermissions)
const oneProposal = `${proposalsAddress}/:proposal`

export const triageRoutes: readonly Route[] = [
  route('GET', textsAddress, may('triage.open'), showTexts),
  route('POST', `${textsAddress}/wissen`, may('triage.read-desk'), submitBlankText),
  route('GET', `${textsAddress}/voorstel`, may('triage.propose'), showProposeOption),
  route('POST', `${textsAddress}/voorstel`, may('triage.propose'), submitProposeOption),
  route('GET', proposalsAddress, may('triage.propose'), showProposals),
  route('GET', oneProposal, may('triage.propose'), showProposal),
  route('POST', `${oneProposal}/overnemen`, may('triage.propose'), submitAdopt),
  route('POST', `${oneProposal}/afwijzen`, may('triage.propose'), submitReject),
  route('POST', `${oneProposal}/terugdraaien`, may('triage.propose'), submitUndo),
  route('POST', `${oneProposal}/opnieuw`, may('triage.propose'), submitRetry),
  route('GET', deskProposalsAddress, may('triage.see'), showDeskProposals),
  route('GET', `${deskProposalsAddress}/:proposal`, may('triage.see'), showDeskProposal),
  route('POST', `${deskProposalsAddress}/:proposal`, may('triage.answer'), submitReact),
]
