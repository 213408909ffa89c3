export { type Agreement, agreementPath, agreementsPath, libraryAgreementsPath } from './agreement.ts'
export { changeStatus, type StatusChange } from './change-status/change-status.command.ts'
export { chooseBlocks } from './choose-blocks/choose-blocks.command.ts'
export { chooseParties } from './choose-parties/choose-parties.command.ts'
export { fillBlock } from './fill-block/fill-block.command.ts'
export { findAgreedBlock } from './find-agreed-block/find-agreed-block.query.ts'
export {
  findAgreement,
  findAgreements,
  type NamedAgreement,
} from './find-agreements/find-agreements.query.ts'
export { findDueDeliverables } from './find-due/find-due.query.ts'
export { findAgreementAddress, watchAgreements } from './jobs.ts'
export { addDeliverable } from './keep-deliverable/keep-deliverable.command.ts'
export { contentOf } from './known-blanks.ts'
export { makeVersion } from './make-version/make-version.command.ts'
export { markDelivery } from './mark-delivery/mark-delivery.command.ts'
export { agreementsPermissions } from './permissions.ts'
export { setTerms } from './set-terms/set-terms.command.ts'
export { startAgreement } from './start-agreement/start-agreement.command.ts'
export type { Upcoming } from './upcoming.ts'
