import type { BuildingBlock } from './building-block.ts'
import { chosenBlocks } from './building-blocks.ts'
import type { NamedAgreement } from './find-agreements/find-agreements.query.ts'
import type { Known } from './propose-known/propose-known.query.ts'
import type { Draft } from './read-draft/read-draft.query.ts'
import type { AgreementContent, FilledBlank, FilledBlock, FilledBlocks } from './written-agreement.ts'

/** What stands in the blanks of a block before anybody typed in it: what Balie knows, what is usual, and the fixed rows of a table. */
export function proposedBlock(block: BuildingBlock, known: Known): FilledBlock {
  return Object.fromEntries(
    block.blanks.map((blank): [string, FilledBlank] => {
      if (blank.rows) return [blank.key, blank.rows.map((name) => [name])]
      const proposal = blank.known && known[blank.known]
      return [blank.key, proposal ?? blank.usual ?? (blank.kind === 'table' ? [] : '')]
    }),
  )
}

/** All chosen blocks as they stand: what was typed, and for who typed nothing yet what is proposed. */
export function filledOrProposed(agreement: NamedAgreement, draft: Draft, known: Known): FilledBlocks {
  return Object.fromEntries(
    chosenBlocks(agreement.kind, draft.blocks).map((block) => [
      block.key,
      draft.filled.get(block.key)?.filled ?? proposedBlock(block, known),
    ]),
  )
}

/** What the text of an agreement is made of now. */
export const contentOf = (agreement: NamedAgreement, draft: Draft, known: Known): AgreementContent => ({
  kind: agreement.kind,
  title: agreement.title,
  municipality: agreement.municipality,
  library: agreement.library,
  others: agreement.kind === 'cooperation' ? agreement.partyNames : [],
  fromDay: agreement.fromDay,
  untilDay: agreement.untilDay,
  noticeMonths: agreement.noticeMonths,
  reviewOn: agreement.reviewOn,
  blocks: draft.blocks,
  filled: filledOrProposed(agreement, draft, known),
})
