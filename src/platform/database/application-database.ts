import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { type Scope, scopeSettings } from '../auth/scope.ts'
import { translatePostgresError } from '../errors/postgres-errors.ts'
import { auditedHandles } from './audited-handles.ts'
import type { ReadHandle, WriteHandle } from './handle.ts'
import { preparing } from './prepared-statements.ts'
import type { DB } from './schema.generated.ts'

/**
 * The way to the data. Every reading and writing happens in one transaction that carries the settings of one
 * scope, so that row-level security holds whatever a query forgets.
 */
export class ApplicationDatabase {
  private readonly kysely: Kysely<DB>

  constructor(pool: pg.Pool) {
    this.kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool: preparing(pool) }) })
  }

  /** Reads within a scope, all from one snapshot of the database. */
  read<Result>(scope: Scope, work: (db: ReadHandle) => Promise<Result>): Promise<Result> {
    return this.inTransaction('begin isolation level repeatable read read only', scope, work)
  }

  /** Changes within a scope. Without an audit line the whole change is undone: an account that may fail in silence is none. */
  write<Result>(scope: Scope, work: (tx: WriteHandle) => Promise<Result>): Promise<Result> {
    return this.inTransaction('begin', scope, async (db) => {
      const result = await work(db as WriteHandle)
      if (!auditedHandles.has(db)) throw new Error('A command changed something without an audit line')
      return result
    })
  }

  /** Technical bookkeeping (sessions, throttling) that is nobody's act and needs no audit line. */
  keep<Result>(scope: Scope, work: (tx: WriteHandle) => Promise<Result>): Promise<Result> {
    return this.inTransaction('begin', scope, (db) => work(db as WriteHandle))
  }

  /** Whether the database answers: for the readiness check of whoever runs Balie. */
  async isReady(): Promise<boolean> {
    try {
      await sql`select 1`.execute(this.kysely)
      return true
    } catch {
      return false
    }
  }

  close(): Promise<void> {
    return this.kysely.destroy()
  }

  private async inTransaction<Result>(
    begin: string,
    scope: Scope,
    work: (db: ReadHandle) => Promise<Result>,
  ): Promise<Result> {
    try {
      return await this.kysely.connection().execute(async (db) => {
        try {
          await sql.raw(beginWith(begin, scope)).execute(db)
          const result = await work(db)
          await sql.raw('commit').execute(db)
          return result
        } catch (error) {
          await sql
            .raw('rollback')
            .execute(db)
            .catch(() => {})
          throw error
        }
      })
    } catch (error) {
      throw translatePostgresError(error)
    }
  }
}

/** The start of the transaction and its settings in one message: a round trip costs more than the work. */
function beginWith(begin: string, scope: Scope): string {
  const settings = Object.entries(scopeSettings(scope)).map(
    ([name, value]) => `set local ${name} = ${pg.escapeLiteral(value)}`,
  )
  // Nobody waits for a job, but the queue gives one up after ten minutes and starts another; a page is given up after the
  // time that connectAs sets.
  const patience = scope.kind === 'job' ? ["set local statement_timeout = '5min'"] : []
  return [begin, ...settings, ...patience].join('; ')
}
