import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEmbeddedServer } from '../../src/platform/database/embedded/embedded-server.ts'
import { createLog } from '../../src/platform/logging/log.ts'
import { type Program, startProgram } from '../support/child-process.ts'
import { type Checkout, makeCheckout } from './checkout.ts'
import { hasEnded, isAlive, newDataFolder, postmasterPid } from './data-folder.ts'

const log = createLog('silent')
let checkout: Checkout
beforeAll(async () => {
  checkout = await makeCheckout({ closed: false })
})
afterAll(() => checkout.remove())

function start(folder: string, ...rest: string[]): Program {
  return startProgram(process.execPath, [checkout.program, folder, ...rest])
}

test('a server that a killed process left behind is taken over, and shut down after', async () => {
  const folder = await newDataFolder()
  const killed = start(folder)
  await killed.nextLine()
  const pid = await postmasterPid(folder)
  await killed.end('SIGKILL')
  expect(await isAlive(pid)).toBe(true)

  const next = await startEmbeddedServer({ folder, log })
  expect(await postmasterPid(folder)).toBe(pid)
  await next.stop()
  expect(await hasEnded(pid)).toBe(true)
})

test('two processes write to one server; only the last that stops takes it along', async () => {
  const folder = await newDataFolder()
  const writers = [start(folder, 'write', '1'), start(folder, 'write', '2')]
  const acknowledged: string[] = []
  for (const [index, writer] of writers.entries()) {
    await writer.nextLine()
    for (let line = 0; line < 50; line++) acknowledged.push(`${index + 1}:${await writer.nextLine()}`)
  }
  const pid = await postmasterPid(folder)
  for (const [index, writer] of writers.entries()) {
    expect(await isAlive(pid)).toBe(true)
    for (const line of await writer.end('SIGTERM')) acknowledged.push(`${index + 1}:${line}`)
    expect(await writer.ended).toBe(0)
  }
  expect(await hasEnded(pid)).toBe(true)

  const server = await startEmbeddedServer({ folder, log })
  const client = new pg.Client(server.url)
  await client.connect()
  const { rows } = await client.query<{ row: string }>(`select writer || ':' || number as row from written`)
  await client.end()
  await server.stop()
  const found = new Set(rows.map(({ row }) => row))
  expect(acknowledged.filter((row) => !found.has(row))).toEqual([])
})

test('a race of five on a folder that is not there yet ends in one server', async () => {
  const folder = await newDataFolder()
  const racers = Array.from({ length: 5 }, () => start(folder))
  await Promise.all(racers.map((racer) => racer.nextLine()))
  const pid = await postmasterPid(folder)
  await Promise.all(racers.map((racer) => racer.end('SIGTERM')))
  expect(await Promise.all(racers.map((racer) => racer.ended))).toEqual([0, 0, 0, 0, 0])
  expect(await hasEnded(pid)).toBe(true)
  expect(await postmasterPid(folder)).toBeUndefined()
})

test('starts and stops that cross each other always find a server', async () => {
  const folder = await newDataFolder()
  await (await startEmbeddedServer({ folder, log })).stop()
  const comeAndGo = async (first: number) => {
    for (let turn = 0; turn < 5; turn++) {
      await sleep((first * 13 + turn * 29) % 40)
      const server = await startEmbeddedServer({ folder, log })
      const client = new pg.Client(server.url)
      client.on('error', () => {})
      await client.connect()
      expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }])
      await client.end()
      await server.stop()
    }
  }
  await Promise.all([comeAndGo(1), comeAndGo(2), comeAndGo(3)])
  expect(await postmasterPid(folder)).toBeUndefined()
})

test('a server that is killed while in use is started again', async () => {
  const folder = await newDataFolder()
  const server = await startEmbeddedServer({ folder, log })
  const before = await postmasterPid(folder)
  process.kill(before ?? 0, 'SIGKILL')
  let answer: unknown
  for (let attempt = 0; attempt < 100 && !answer; attempt++) {
    await sleep(100)
    const client = new pg.Client(server.url)
    client.on('error', () => {})
    answer = await client.connect().then(
      async () => (await client.query('select 1 as one')).rows[0],
      () => undefined,
    )
    await client.end().catch(() => {})
  }
  expect(answer).toEqual({ one: 1 })
  expect(await postmasterPid(folder)).not.toBe(before)
  await server.stop()
  expect(await postmasterPid(folder)).toBeUndefined()
})
