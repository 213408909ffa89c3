import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { loadReference } from '../../db/reference/load.ts'
import { startEmbeddedServer } from '../../src/platform/database/embedded/embedded-server.ts'
import { migrate } from '../../src/platform/database/migrate.ts'
import { prepareQueues } from '../../src/platform/jobs/prepare-queues.ts'
import { createLog } from '../../src/platform/logging/log.ts'
import { jobs } from '../../src/work.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server's template database, migrated and with the reference data. */
    templateUrl: string
  }
}

let putAway = async (): Promise<void> => {}

/**
 * Once for a run: a PostgreSQL (DATABASE_URL, or an embedded one in a temporary folder) with one migrated database,
 * that every worker clones for itself in a moment.
 */
export async function setup(project: TestProject): Promise<void> {
  const given = process.env.DATABASE_URL
  const folder = given ? undefined : await mkdtemp(join(tmpdir(), 'balie-test-'))
  const server = folder ? await startEmbeddedServer({ folder, log: createLog('warn') }) : undefined
  // A run that is stopped half-way must not leave its server behind.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void server?.stop().finally(() => process.exit(1)))
  const serverUrl = new URL(given ?? server?.url ?? '')
  const name = `balie_template_${process.pid}_${Date.now()}`
  const owner = new pg.Client({ connectionString: serverUrl.href })
  await owner.connect()
  await owner.query(`create database ${name}`)

  const templateUrl = new URL(serverUrl)
  templateUrl.pathname = `/${name}`
  const client = new pg.Client({ connectionString: templateUrl.href })
  await client.connect()
  await migrate(client, 'db/migrations')
  await loadReference(client, { folder: 'db/reference' })
  await prepareQueues(
    client,
    jobs.map(({ name }) => name),
  )
  await client.end()
  project.provide('templateUrl', templateUrl.href)

  putAway = async () => {
    await owner.query(`drop database ${name} with (force)`)
    await owner.end()
    await server?.stop()
    if (folder) await rm(folder, { recursive: true, force: true })
  }
}

export const teardown = (): Promise<void> => putAway()
