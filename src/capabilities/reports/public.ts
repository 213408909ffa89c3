export { foldBatch, isFullBatch } from './fold-figures/fold-figures.command.ts'
export { reportsPermissions } from './permissions.ts'
