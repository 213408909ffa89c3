export {
  type Agreement,
  type AgreementFacts,
  type AgreementWay,
  agreementFor,
  agreementWays,
  isInForce,
} from './agreement.ts'
export { findAgreement, findAgreements } from './find-agreement/find-agreement.query.ts'
export { findKindsHere, type KindHere } from './find-kinds-here/find-kinds-here.query.ts'
export {
  findContactPersons,
  findLocations,
  findPartner,
  findPartners,
} from './find-partner/find-partner.query.ts'
export {
  findOffers,
  findService,
  findServices,
  type Here,
  type ServiceDetails,
} from './find-service/find-service.query.ts'
export { directoryJobs, findDirectoryAddress, watchDirectory } from './jobs.ts'
export { addAgreement, changeAgreement } from './keep-agreement/keep-agreement.command.ts'
export { addContactPerson } from './keep-contact-person/keep-contact-person.command.ts'
export { addLocation } from './keep-location/keep-location.command.ts'
export { tidyTime } from './keep-meeting/keep-meeting.form.ts'
export { networkText } from './keep-network-partner/keep-network-partner.form.ts'
export { addPartner, type KeepScope } from './keep-partner/keep-partner.command.ts'
export { addService } from './keep-service/keep-service.command.ts'
export { type NetworkPartner, type PolicyArea, policyAreas } from './network.ts'
export { networkAddress } from './network-municipality.ts'
export { type ContactPerson, type Partner, type PartnerLocation, partnerKinds, placeLine } from './partner.ts'
export { directoryPermissions } from './permissions.ts'
export type { Proposal, ProposalGround } from './proposal.ts'
export { type ProposalWish, proposeServices } from './propose-services/propose-services.query.ts'
export {
  type SearchResult,
  type SearchWish,
  searchServices,
} from './search-services/search-services.query.ts'
export { reachOf, type Service, type ServiceCapacity, type ServiceOffer } from './service.ts'
export { isOpenAt, minuteOf, type ServiceHours } from './service-hours.ts'
export {
  findMeetings,
  findNetworkActions,
  findNetworkPartners,
} from './show-network/show-network.query.ts'
export { tellCapacity } from './tell-capacity/tell-capacity.command.ts'
