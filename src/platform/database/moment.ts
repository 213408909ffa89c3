import type { ColumnType } from 'kysely'
import type { Instant } from '../time/local-time.ts'

/** A timestamptz column: read as an instant, written as its ISO text. */
export type Moment = ColumnType<Instant, string, string>
