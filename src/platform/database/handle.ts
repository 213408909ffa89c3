import type { Kysely } from 'kysely'
import type { DB } from './schema.generated.ts'

declare const mayWrite: unique symbol

/** The database as a query sees it: within one transaction, behind the row-level security of one scope. */
export type ReadHandle = Kysely<DB>

/** The same, in a transaction that may change something. Commands take this one, so that no query hands them theirs. */
export type WriteHandle = Kysely<DB> & { readonly [mayWrite]: true }
