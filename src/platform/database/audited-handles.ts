import type { ReadHandle } from './handle.ts'

/** Transactions that have written their audit line. Filled by platform/audit, asked by the database before it commits. */
export const auditedHandles = new WeakSet<ReadHandle>()
