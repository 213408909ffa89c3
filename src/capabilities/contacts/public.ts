export { addCells, type Cells } from './contact-cells.ts'
export { contactsPermissions } from './permissions.ts'
export { readPendingFigures, readWaiting } from './read-pending-figures/read-pending-figures.query.ts'
export { takeFigureChanges } from './take-figure-changes/take-figure-changes.command.ts'
