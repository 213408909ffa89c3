import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { ApplicationDatabase } from '../../src/platform/database/application-database.ts'
import { connectAs } from '../../src/platform/database/connect.ts'

let made = 0

export interface TestDatabase {
  /** With the owner's role: to make records and to look behind row-level security. */
  readonly owner: pg.Client
  /** As the application sees it. */
  readonly database: ApplicationDatabase
  /** As the worker sees it. */
  readonly workerDatabase: ApplicationDatabase
  readonly workerPool: pg.Pool
  readonly url: string
}

/** A database of one's own, cloned from the template; gone after the file's tests. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const template = new URL(inject('templateUrl'))
  const maintenance = new URL(template)
  maintenance.pathname = '/postgres'
  const name = `balie_test_${process.pid}_${made++}_${Math.floor(performance.now())}`
  const admin = new pg.Client({ connectionString: maintenance.href })
  await admin.connect()
  await admin.query(`create database ${name} template ${template.pathname.slice(1)}`)

  const url = new URL(template)
  url.pathname = `/${name}`
  const owner = new pg.Client({ connectionString: url.href })
  await owner.connect()
  const database = new ApplicationDatabase(connectAs('balie_app', url.href, 5))
  const workerPool = connectAs('balie_worker', url.href, 3)
  const workerDatabase = new ApplicationDatabase(workerPool)
  afterAll(async () => {
    await database.close()
    await workerDatabase.close()
    await owner.end()
    await admin.query(`drop database ${name} with (force)`)
    await admin.end()
  })
  return { owner, database, workerDatabase, workerPool, url: url.href }
}
