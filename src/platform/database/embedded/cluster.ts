import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { type Binaries, platformPackage, runnableBinaries } from './binaries.ts'
import { folderMadeOnce } from './folder-made-once.ts'
import { giveTo, type ServerUser, serverUserFor } from './server-user.ts'

const run = promisify(execFile)

/** The embedded server's superuser and database have one name. */
export const databaseName = 'balie'

export interface Cluster {
  /** Holds the cluster, the password and the server's log. */
  readonly home: string
  /** PostgreSQL's data directory. */
  readonly data: string
  /** How the server's own processes name that directory, when they start with it as working directory. */
  readonly dataForServer: string
  readonly password: string
  readonly user: ServerUser
  readonly binaries: Binaries
}

/**
 * The cluster in `folder`/postgresql, made when it is not there.
 * @throws when another major version of PostgreSQL made it, with how to move the data; when it is another user's.
 */
export async function clusterIn(folder: string): Promise<Cluster> {
  const home = join(resolve(folder), 'postgresql')
  const data = join(home, 'cluster')
  const user = await serverUserFor(data)
  const binaries = await runnableBinaries(platformPackage(), user)
  if (!(await exists(data)))
    await folderMadeOnce(home, (unfinished) => initialise(unfinished, user, binaries))
  const owner = await stat(data)
  if (owner.uid === 0) await giveTo(user, home)
  await refuseOtherMajor(home, data, binaries.major)
  const password = await readFile(join(home, 'password'), 'utf8')
  return { home, data, dataForServer: dataForServer(data), password, user, binaries }
}

/**
 * The server's user cannot follow a path through root's closed home, and PostgreSQL looks up its folder by an
 * absolute path. The working directory, entered as root before the change of user, is open to it by this name.
 */
function dataForServer(data: string): string {
  return process.platform === 'linux' && process.getuid?.() === 0 ? '/proc/self/cwd' : data
}

async function initialise(home: string, user: ServerUser, binaries: Binaries): Promise<void> {
  const data = join(home, 'cluster')
  await chmod(home, 0o700)
  await mkdir(data, { mode: 0o700 })
  await writeFile(join(home, 'password'), randomBytes(24).toString('hex'), { mode: 0o600, flush: true })
  await giveTo(user, home)
  // Order by code point: an index never depends on the version of ICU or of the C library that made it.
  // What people read is ordered by its query, with collate "nl-NL-x-icu".
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  const access = [`--username=${databaseName}`, '--auth=scram-sha-256', '--pwfile=../password']
  await run(
    join(binaries.folder, 'bin/initdb'),
    [`--pgdata=${dataForServer(data)}`, '--no-instructions', ...locale, ...access],
    {
      ...user,
      cwd: data,
      env: { LC_ALL: 'C', TZ: 'UTC' },
    },
  )
}

async function refuseOtherMajor(home: string, data: string, major: number): Promise<void> {
  const found = (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim()
  if (found === String(major)) return
  throw new Error(
    `De database in ${home} is van PostgreSQL ${found}; deze versie van Balie draait PostgreSQL ${major}. ` +
      `Zet de gegevens over: voer met de vorige versie van Balie 'script/export BESTAND' uit, verplaats ${home}, ` +
      `en voer met deze versie 'script/import BESTAND' uit.\n` +
      `The database in ${home} was made by PostgreSQL ${found}; this version of Balie runs PostgreSQL ${major}. ` +
      `Move the data: run 'script/export FILE' with the previous version of Balie, move ${home} away, ` +
      `and run 'script/import FILE' with this version.`,
  )
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )
}
