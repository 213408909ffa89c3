import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEmbeddedServer } from '../../src/platform/database/embedded/embedded-server.ts'
import { createLog } from '../../src/platform/logging/log.ts'
import { startProgram } from '../support/child-process.ts'
import { type Checkout, makeCheckout } from './checkout.ts'
import { newDataFolder, postmasterPid } from './data-folder.ts'

const rounds = Number(process.env.ROUNDS ?? 3)
let checkout: Checkout
beforeAll(async () => {
  checkout = await makeCheckout({ closed: false })
})
afterAll(() => checkout.remove())

/** The server and the processes it made, all at once: nothing of it can write any more. */
async function killServer(folder: string): Promise<void> {
  const pid = await postmasterPid(folder)
  if (!pid) throw new Error('There is no server to kill')
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')
  for (const each of [pid, ...children.trim().split(' ').filter(Boolean).map(Number)])
    process.kill(each, 'SIGKILL')
}

test(`every acknowledged row is there after kill -9, ${rounds} rounds`, {
  timeout: 20_000 + rounds * 10_000,
}, async () => {
  const folder = await newDataFolder()
  const acknowledged: string[] = []
  for (let round = 0; round < rounds; round++) {
    const writer = startProgram(process.execPath, [checkout.program, folder, 'write', String(round)])
    await writer.nextLine()
    for (let line = 0; line < 100; line++) acknowledged.push(`${round}:${await writer.nextLine()}`)
    // By turns: the server and then who writes, or only who writes, whose server stays and is taken over.
    if (round % 2 === 0) await killServer(folder)
    for (const line of await writer.end('SIGKILL')) acknowledged.push(`${round}:${line}`)
  }
  const server = await startEmbeddedServer({ folder, log: createLog('silent') })
  const client = new pg.Client(server.url)
  await client.connect()
  const { rows } = await client.query<{ row: string }>(`select writer || ':' || number as row from written`)
  await client.end()
  await server.stop()
  const found = new Set(rows.map(({ row }) => row))
  expect(acknowledged.length).toBeGreaterThanOrEqual(rounds * 100)
  expect(acknowledged.filter((row) => !found.has(row))).toEqual([])
})
