import { chmod, mkdir, mkdtemp, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { systemClock } from '../../time/clock.ts'

const abandonedAfterMs = 10 * 60_000

/**
 * Makes a folder that is either whole or absent, whoever else makes it at the same time and whenever a process is
 * killed: `fill` works on a neighbour under another name, and renaming that one is the only step others see.
 * Who comes second throws its own away. Costs double work in a race, and needs no lock that could be left behind.
 */
export async function folderMadeOnce(
  folder: string,
  fill: (unfinished: string) => Promise<void>,
): Promise<void> {
  const parent = dirname(folder)
  await mkdir(parent, { recursive: true })
  await removeAbandoned(parent, `${basename(folder)}.new-`)
  const unfinished = await mkdtemp(`${folder}.new-`)
  try {
    await chmod(unfinished, 0o755)
    await fill(unfinished)
    await rename(unfinished, folder)
    await syncFolder(parent)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    const code = (error as NodeJS.ErrnoException).code
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error
  }
}

/** Without this the name, and with it all that was acknowledged after, could be gone after a power failure. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

async function removeAbandoned(parent: string, prefix: string): Promise<void> {
  const now = systemClock.now().epochMilliseconds
  for (const name of await readdir(parent)) {
    if (!name.startsWith(prefix)) continue
    const found = await stat(join(parent, name)).catch(() => undefined)
    if (found && now - found.mtimeMs > abandonedAfterMs)
      await rm(join(parent, name), { recursive: true, force: true })
  }
}
