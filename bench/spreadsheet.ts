import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SpreadsheetRun } from './spreadsheet-process.ts'

export interface SpreadsheetFigures {
  readonly written: SpreadsheetRun
  /** Of the file that was written, and of the one that was read. */
  readonly writtenMegabytes: number
  readonly read: SpreadsheetRun
  readonly readMegabytes: number
}

/** Writing and reading .xlsx files, each in a process of its own that does nothing else. */
export async function measureSpreadsheets(sizes: {
  readonly written: number
  readonly read: number
}): Promise<SpreadsheetFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'balie-spreadsheet-'))
  const [out, shared] = [join(folder, 'out.xlsx'), join(folder, 'shared.xlsx')]
  const megabytes = async (file: string): Promise<number> => (await stat(file)).size / 1e6
  try {
    const written = await run('write', out, sizes.written)
    await run('share', shared, sizes.read)
    return {
      written,
      writtenMegabytes: await megabytes(out),
      read: await run('read', shared, sizes.read),
      readMegabytes: await megabytes(shared),
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** @throws when the process fails or did not do all rows */
async function run(act: string, file: string, count: number): Promise<SpreadsheetRun> {
  // With the flags of script/server.
  const execArgv = ['--enable-source-maps', '--max-old-space-size=256']
  const child = fork('build/spreadsheet-process.js', [act, file, String(count)], { execArgv })
  let result: SpreadsheetRun | undefined
  child.on('message', (message) => {
    result = message as SpreadsheetRun
  })
  await once(child, 'exit')
  if (result?.rows !== count) throw new Error(`${act}: ${result?.rows} of ${count} rows`)
  return result
}
