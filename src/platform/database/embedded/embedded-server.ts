import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Log } from '../../logging/log.ts'
import { type Cluster, clusterIn, databaseName } from './cluster.ts'
import { postmasterPid, type StartedServer, serverUrl, spawnServer } from './postmaster.ts'

/** Held, shared, by each process that uses the server; any number, the same for all. */
const usersLock = 7_402_118
/** Recovery after a crash replays what was written since the last checkpoint. */
const longestStartMs = 60_000

export interface EmbeddedServer {
  /** postgres:// address of the database `balie`, with the superuser who owns it. */
  readonly url: string
  /** Ends this process's use. The last of all processes shuts the server down, and waits for it. */
  stop(): Promise<void>
}

/**
 * The PostgreSQL that lives in `folder` (DATA_DIR): made, started, or joined when it runs already because another
 * process uses it or a killed one left it. Any number of processes of one machine may do so at once.
 * A server that is killed is started again as long as one of them lives.
 * @throws when it does not start within a minute, with the last lines of its log; see also clusterIn.
 */
export async function startEmbeddedServer({
  folder,
  log,
}: {
  folder: string
  log: Log
}): Promise<EmbeddedServer> {
  const cluster = await clusterIn(folder)
  let stopped: Promise<void> | undefined
  let use = Promise.resolve(await joinServer(cluster, log))
  use.then(startAgainWhenGone)

  function startAgainWhenGone(client: pg.Client): void {
    client.once('end', () => {
      if (stopped) return
      log.error({ folder: cluster.home }, 'the embedded database server is gone, starting it again')
      use = joinServer(cluster, log)
      use.then(startAgainWhenGone, (error: Error) =>
        log.fatal(
          { folder: cluster.home, error: error.message },
          'the embedded database server does not start',
        ),
      )
    })
  }

  return {
    url: await urlOf(cluster, databaseName),
    stop: () => {
      stopped ??= use.then(
        (client) => leaveServer(cluster, client, log),
        () => {},
      )
      return stopped
    },
  }
}

async function urlOf(cluster: Cluster, database: string): Promise<string> {
  const url = await serverUrl(cluster, database)
  if (!url) throw Object.assign(new Error('No embedded server runs'), { code: 'ECONNREFUSED' })
  return url
}

/** Connects to the cluster's server, starting it when none answers, and waits for its recovery. */
async function joinServer(cluster: Cluster, log: Log): Promise<pg.Client> {
  const deadline = performance.now() + longestStartMs
  let started: StartedServer | undefined
  // Slower by and by: during a long recovery each try is a line in the server's log.
  for (let pause = 15; ; pause = Math.min(pause * 1.3, 500)) {
    const problem = await connect(cluster).catch((error: Error & { code?: string }) => error)
    if (problem instanceof pg.Client) return problem
    if (isFinal(problem)) throw refused(cluster, problem)
    const failed = started?.state() === 'failed' && !isOtherServer(await started.output())
    if (failed || performance.now() > deadline) {
      throw notStarted(cluster, (await started?.output()) || problem.message)
    }
    if (started && started.state() !== 'running') {
      started = undefined
    } else if (!started && isNoServer(problem)) {
      log.debug({ folder: cluster.home }, 'starting the embedded database server')
      started = await spawnServer(cluster)
    }
    await sleep(pause)
  }
}

/**
 * A connection that counts this process among the users for as long as it lives: the system closes it with the
 * process, so nothing stays behind after a kill.
 */
async function connect(cluster: Cluster): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: await urlOf(cluster, 'postgres'),
    connectionTimeoutMillis: 5_000,
    application_name: 'balie: uses this server',
  })
  // Each failure reaches whoever asks or watches 'end'.
  client.on('error', () => {})
  try {
    await client.connect()
    // Waits while the last user shuts the server down, and ends with it.
    await client.query('select pg_advisory_lock_shared($1)', [usersLock])
    await createDatabase(client)
    return client
  } catch (error) {
    await client.end().catch(() => {})
    throw error
  }
}

async function createDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName])
  if (rowCount) return
  await client.query(`create database ${databaseName}`).catch((error: Error & { code?: string }) => {
    // Another process was first: duplicate_database, or unique_violation when both were half-way.
    if (error.code !== '42P04' && error.code !== '23505') throw error
  })
}

async function leaveServer(cluster: Cluster, client: pg.Client, log: Log): Promise<void> {
  try {
    await client.query('select pg_advisory_unlock_shared($1)', [usersLock])
    const { rows } = await client.query<{ last: boolean }>('select pg_try_advisory_lock($1) as last', [
      usersLock,
    ])
    if (rows[0]?.last) await shutDown(cluster, log)
  } catch (error) {
    log.warn(
      { folder: cluster.home, error: (error as Error).message },
      'the embedded database server could not be stopped',
    )
  } finally {
    await client.end().catch(() => {})
  }
}

/** A fast shutdown: open transactions are rolled back, everything committed is written. */
async function shutDown(cluster: Cluster, log: Log): Promise<void> {
  const pid = await postmasterPid(cluster)
  if (pid === undefined) return
  process.kill(pid, 'SIGINT')
  const deadline = performance.now() + longestStartMs
  while ((await postmasterPid(cluster)) === pid) {
    if (performance.now() > deadline)
      return log.warn({ folder: cluster.home, pid }, 'the embedded database server is slow to stop')
    await sleep(10)
  }
}

function isNoServer(error: { code?: string }): boolean {
  return error.code === 'ECONNREFUSED' || error.code === 'ENOENT'
}

/** A password that does not fit, or a folder that is another user's: waiting does not help. */
function isFinal(error: { code?: string }): boolean {
  return error.code === 'EACCES' || Boolean(error.code?.startsWith('28'))
}

/**
 * PostgreSQL's own words (in English, for we set its locale) when another server is in the way: one that starts, one
 * that ends, or processes of one that was killed.
 */
function isOtherServer(output: string): boolean {
  return /lock file|pre-existing shared memory block|could not create any TCP\/IP sockets/.test(output)
}

function refused(cluster: Cluster, cause: Error): Error {
  return new Error(`The embedded database in ${cluster.home} lets nobody in: ${cause.message}`, { cause })
}

function notStarted(cluster: Cluster, output: string): Error {
  return new Error(`The embedded database in ${cluster.home} did not start. The end of its log:\n${output}`)
}
