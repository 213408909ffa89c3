import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MasterKeys } from './master-keys.ts'

/**
 * The keys for personal data, as text: from the environment, or for who tries Balie out from a file that is made at the first start.
 * @param dataDir where that file stands; it is not part of the database, nor of its backup
 */
export async function readMasterKeys(fromEnvironment: string | undefined, dataDir: string): Promise<string> {
  if (fromEnvironment) return fromEnvironment
  const file = join(dataDir, 'personal-data.keys')
  const known = await readFile(file, 'utf8').catch(() => undefined)
  if (known) return known.trim()
  const made = MasterKeys.make('first')
  await writeFile(file, made, { mode: 0o600, flush: true })
  return made
}
