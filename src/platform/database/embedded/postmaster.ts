import { spawn } from 'node:child_process'
import { open, readFile, rename, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { type Cluster, databaseName } from './cluster.ts'

/** Above this a path does not fit in every system's socket address (104 bytes on macOS, 108 on Linux). */
const longestSocketPath = 100
const socketName = '.s.PGSQL.5432'
const largestLog = 1_000_000

/** What PostgreSQL wrote in postmaster.pid; it outlives a killed server. */
async function readPostmasterFile(cluster: Cluster): Promise<{ pid: number; port: number } | undefined> {
  const text = await readFile(join(cluster.data, 'postmaster.pid'), 'utf8').catch(() => '')
  const lines = text.split('\n')
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  return pid > 0 ? { pid, port } : undefined
}

/** The process id of the running server, or of the one that was killed. */
export async function postmasterPid(cluster: Cluster): Promise<number | undefined> {
  return (await readPostmasterFile(cluster))?.pid
}

/**
 * Where the server of this cluster is found: at a socket in its folder or, when that path is too long, at a port of
 * this machine. Undefined: certainly not running.
 */
export async function serverUrl(cluster: Cluster, database: string): Promise<string | undefined> {
  const login = `postgres://${databaseName}:${cluster.password}@`
  if (hasSocket(cluster)) return `${login}${encodeURIComponent(cluster.data)}/${database}`
  const found = await readPostmasterFile(cluster)
  // Another program may listen at the port of a server that is gone.
  return found?.port && isAlive(found.pid) ? `${login}127.0.0.1:${found.port}/${database}` : undefined
}

function hasSocket(cluster: Cluster): boolean {
  return Buffer.byteLength(join(cluster.data, socketName)) <= longestSocketPath
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

export interface StartedServer {
  /** 'ended': shut down properly, by another process that used it meanwhile, or killed. */
  state(): 'running' | 'ended' | 'failed'
  /** The last lines that the log got since this start. */
  output(): Promise<string>
}

/**
 * Starts the server, and lets it live on when this process ends: others may work on it.
 * If there is one already PostgreSQL itself refuses, so a race of several processes ends in one server.
 */
export async function spawnServer(cluster: Cluster): Promise<StartedServer> {
  const logFile = join(cluster.home, 'server.log')
  const size = await stat(logFile).then(
    ({ size }) => size,
    () => 0,
  )
  if (size > largestLog) await rename(logFile, `${logFile}.1`)
  const log = await open(logFile, 'a', 0o600)
  if (cluster.user.uid !== undefined) await log.chown(cluster.user.uid, cluster.user.gid)
  const { size: offset } = await log.stat()
  const child = spawn(
    join(cluster.binaries.folder, 'bin/postgres'),
    ['-D', cluster.dataForServer, ...(await settings(cluster))],
    {
      ...cluster.user,
      cwd: cluster.data,
      env: { LC_ALL: 'C', TZ: 'UTC' },
      // Its own session: Ctrl-C in the terminal must reach the application first.
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    },
  )
  child.on('error', () => {})
  child.unref()
  await log.close()
  return {
    state: () => {
      if (child.pid === undefined || child.exitCode) return 'failed'
      return child.exitCode === 0 || child.signalCode ? 'ended' : 'running'
    },
    output: async () => {
      const text = (await readFile(logFile)).subarray(offset).toString('utf8')
      return text.trimEnd().split('\n').slice(-20).join('\n')
    },
  }
}

async function settings(cluster: Cluster): Promise<string[]> {
  const values: Record<string, string | number> = {
    ...(hasSocket(cluster)
      ? { listen_addresses: '', unix_socket_directories: cluster.dataForServer, port: 5432 }
      : { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: await freePort(cluster) }),
    cluster_name: databaseName,
    // An acknowledged contact is on the disk.
    fsync: 'on',
    synchronous_commit: 'on',
    shared_buffers: '256MB',
    max_connections: 100,
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Errors belong to who asked, and may hold values; the log keeps what happens to the server itself.
    log_min_messages: 'log',
    log_checkpoints: 'off',
  }
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** The port of the server that was here before, so that who still knows its address finds this one; else any. */
async function freePort(cluster: Cluster): Promise<number> {
  const before = (await readPostmasterFile(cluster))?.port
  return (before && (await tryPort(before))) || tryPort(0)
}

function tryPort(port: number): Promise<number> {
  return new Promise((done) => {
    const probe = createServer()
    probe.once('error', () => done(0))
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
