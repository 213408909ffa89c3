import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { onTestFinished } from 'vitest'

/** A new DATA_DIR for one test, which only the user of the test can enter; removed afterwards. */
export async function newDataFolder(): Promise<string> {
  const folder = await makeDataFolder()
  onTestFinished(() => removeDataFolder(folder))
  return folder
}

export function makeDataFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'balie-'))
}

/** Kills the server too, if a test that failed left one. */
export async function removeDataFolder(folder: string): Promise<void> {
  const pid = await postmasterPid(folder)
  if (pid && (await isAlive(pid))) process.kill(pid, 'SIGKILL')
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
}

/** The process id that PostgreSQL wrote down; undefined after a proper shutdown. */
export async function postmasterPid(folder: string): Promise<number | undefined> {
  const text = await readFile(join(folder, 'postgresql/cluster/postmaster.pid'), 'utf8').catch(() => '')
  return Number(text.split('\n')[0]) || undefined
}

/** A process that ended, but that its parent (as process 1 of a container may) did not look at yet, is not alive. */
export async function isAlive(pid: number | undefined): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  return stat !== undefined && !/\) [ZX] /.test(stat)
}

/** PostgreSQL removes its file a moment before it is gone. */
export async function hasEnded(pid: number | undefined): Promise<boolean> {
  for (let attempt = 0; attempt < 100 && (await isAlive(pid)); attempt++) await sleep(20)
  return pid !== undefined && !(await isAlive(pid))
}
