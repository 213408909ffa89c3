export type { FigureChange } from './append-figures/append-figures.command.ts'
export { blankText, countContactsWithText } from './blank-text/blank-text.command.ts'
export { addCells, type Cells, sumCells } from './contact-cells.ts'
export { type CellNarrowing, countCells } from './count-cells/count-cells.query.ts'
export { countQuestions, type DeskMonth } from './count-questions/count-questions.query.ts'
export { countSlices } from './count-slices/count-slices.query.ts'
export { countWithinHours, type WithinHours } from './count-within-hours/count-within-hours.query.ts'
export { eraseOldExports } from './erase-exports/erase-exports.command.ts'
export { eraseOldImports } from './erase-imports/erase-imports.command.ts'
export {
  type ContactBehind,
  type ContactsBehind,
  findContactsBehind,
} from './find-contacts-behind/find-contacts-behind.query.ts'
export { resumeExports } from './follow-export/follow-export.command.ts'
export { resumeImports } from './follow-import/follow-import.command.ts'
export { contactsJobs } from './jobs.ts'
export { contactsPermissions } from './permissions.ts'
export {
  countOthersWithoutText,
  leastInCommon,
  type OtherCodes,
  type OtherText,
  readCommonOtherTexts,
  readDistinctOtherTexts,
  readOwnOtherTexts,
} from './read-other-texts/read-other-texts.query.ts'
export {
  readPendingFigures,
  readWaiting,
  type Waiting,
  waitsUpTo,
} from './read-pending-figures/read-pending-figures.query.ts'
export {
  askRecoding,
  beginRecoding,
  countRecodable,
  recodeBatch,
} from './recode-answers/recode-answers.command.ts'
export { findRecodings, findUnfinishedRecodings } from './recode-answers/recode-answers.query.ts'
export type { Recoding } from './recoding.ts'
export { recountChanges } from './recount-changes/recount-changes.command.ts'
export { takeFigureChanges } from './take-figure-changes/take-figure-changes.command.ts'
export { askUndoRecoding, undoRecodingBatch } from './undo-recoding/undo-recoding.command.ts'
