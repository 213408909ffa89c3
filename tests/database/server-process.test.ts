import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSession } from '../../src/capabilities/people/public.ts'
import { signInScope } from '../../src/platform/auth/scope.ts'
import { ApplicationDatabase } from '../../src/platform/database/application-database.ts'
import { connectAs } from '../../src/platform/database/connect.ts'
import {
  type EmbeddedServer,
  startEmbeddedServer,
} from '../../src/platform/database/embedded/embedded-server.ts'
import { createLog } from '../../src/platform/logging/log.ts'
import { systemClock } from '../../src/platform/time/clock.ts'
import { makeWorld, type World } from '../support/world.ts'

const rounds = Number(process.env.ROUNDS ?? 3)
let folder: string
let database: EmbeddedServer
let world: World
let session: string
const running = new Set<ChildProcess>()

interface Balie {
  readonly process: ChildProcess
  readonly origin: string
  readonly lines: string[]
}

/** Starts the built program, as script/server does, and waits until it listens. */
async function start(env: Record<string, string> = {}): Promise<Balie> {
  const { DATABASE_URL: _theirs, ...rest } = process.env
  const child = spawn('node', ['build/main.js'], {
    env: { ...rest, DATA_DIR: folder, PORT: '0', DEMO: 'off', ...env },
  })
  running.add(child)
  const lines: string[] = []
  const origin = await new Promise<string>((listening, failed) => {
    child.stdout.on('data', (data: Buffer) => {
      for (const line of data.toString().split('\n').filter(Boolean)) {
        lines.push(line)
        const address = /"address":"([^"]+)"/.exec(line)?.[1]
        if (address) listening(address)
      }
    })
    child.stderr.on('data', (data: Buffer) => lines.push(data.toString()))
    child.once('exit', () => failed(new Error(lines.join('\n'))))
  })
  return { process: child, origin, lines }
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((done) => child.once('exit', (code) => done(code)))

async function register(origin: string, id: string): Promise<boolean> {
  const body = new URLSearchParams({
    id,
    desk: world.desk,
    channel: 'channel-desk',
    'occurred-at': new Date().toISOString(),
    'topic-0': 'digid',
    help: 'help-answered',
  })
  const response = await fetch(`${origin}/balie`, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { cookie: `balie_session=${session}`, origin },
  }).catch(() => undefined)
  return response?.status === 303
}

/** The process in which the background work is done, once it is at work. */
async function workerOf(lines: readonly string[]): Promise<number> {
  const find = () => lines.map((line) => /"process":(\d+)/.exec(line)?.[1]).findLast(Boolean)
  await expect.poll(find, { timeout: 20_000 }).toBeDefined()
  return Number(find())
}

/** What still waits to be added up, and by how many contacts the nation's figures differ from the contacts. */
async function figuresAndContacts(owner: pg.Client): Promise<{ waiting: number; missed: number }> {
  const { rows } = await owner.query<{ waiting: number; missed: number }>(
    `select (select count(*)::int from contacts.figure_changes) as waiting,
       (select count(*)::int from contacts.contacts where deleted_at is null)
       - (select coalesce(sum((cells ->> 'contacts')::int), 0)::int from reports.figures where level = 'nation' and grain = 'day') as missed`,
  )
  return rows[0] ?? { waiting: -1, missed: -1 }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'balie-process-'))
  database = await startEmbeddedServer({ folder, log: createLog('silent') })
  const first = await start()
  first.process.kill('SIGTERM')
  await ended(first.process)
  const owner = new pg.Client({ connectionString: database.url })
  await owner.connect()
  world = await makeWorld(owner)
  await owner.end()
  const app = new ApplicationDatabase(connectAs('balie_app', database.url, 1))
  session = await app.write(signInScope, (tx) =>
    openSession(tx, signInScope, world.accounts.volunteer, systemClock.now(), 'password'),
  )
  await app.close()
}, 120_000)

afterAll(async () => {
  for (const child of running) if (child.exitCode === null) child.kill('SIGKILL')
  await database.stop()
  await rm(folder, { recursive: true, force: true })
})

describe('the program', () => {
  test('says that it lives and that it is ready, and logs no more of a request than its route', async () => {
    const { origin, lines, process: child } = await start({ LOG_LEVEL: 'info' })
    expect(await (await fetch(`${origin}/healthz`)).json()).toEqual({ status: 'ok' })
    expect(await (await fetch(`${origin}/readyz`)).json()).toEqual({ status: 'ok' })
    await fetch(`${origin}/balie/contacten/geheim-nummer?naam=jansen`, {
      headers: { 'user-agent': 'jansen', cookie: 'balie_session=geheim' },
    })
    await fetch(`${origin}/inloggen`, {
      method: 'POST',
      headers: { origin },
      body: new URLSearchParams({ email: 'jansen@voorbeeld.test', password: 'geheim' }),
    })
    await sleep(100)
    const log = lines.join('\n')
    expect(log).toContain('"route":"/balie/contacten/:id"')
    expect(log).not.toMatch(/jansen|geheim|127\.0\.0\.1|::1/)
    for (const line of lines) expect(() => JSON.parse(line), line).not.toThrow()
    child.kill('SIGTERM')
    expect(await ended(child)).toBe(0)
  })

  test('finishes a request under way when it is told to stop, takes no new one, and ends well', async () => {
    const { origin, process: child } = await start()
    const { port } = new URL(origin)
    const body = new URLSearchParams({ email: '', password: '' }).toString()
    const socket = connect(Number(port), '127.0.0.1')
    let answer = ''
    socket.on('data', (data) => {
      answer += data.toString()
    })
    socket.write(
      `POST /inloggen HTTP/1.1\r\nHost: localhost:${port}\r\nOrigin: ${origin}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body.slice(0, 5)}`,
    )
    await sleep(200)
    const exit = ended(child)
    child.kill('SIGTERM')
    await sleep(200)
    expect(await fetch(`${origin}/healthz`).catch(() => 'closed')).toBe('closed')
    socket.write(body.slice(5))
    expect(await exit).toBe(0)
    expect(answer).toMatch(/^HTTP\/1\.1 422/)
  })

  test('says so when its port is taken, and stops', async () => {
    const { origin, process: child } = await start()
    const second = await start({ PORT: new URL(origin).port }).catch((error: Error) => error)
    expect(second).toBeInstanceOf(Error)
    expect((second as Error).message).toContain('PORT chooses another')
    expect((await fetch(`${origin}/readyz`)).status).toBe(200)
    child.kill('SIGTERM')
    expect(await ended(child)).toBe(0)
  })

  test('in production has no demo and no one-click sign-in', async () => {
    const { origin, process: child } = await start({ NODE_ENV: 'production', DEMO: '' })
    const response = await fetch(`${origin}/inloggen/oefenen`, {
      method: 'POST',
      headers: { origin },
      body: new URLSearchParams({ account: world.accounts.administrator }),
    })
    expect(response.status).toBe(404)
    expect(await (await fetch(`${origin}/inloggen`)).text()).not.toContain('/inloggen/oefenen')
    child.kill('SIGTERM')
    await ended(child)
  })
})

describe('kill -9 while contacts come in', () => {
  test.each(
    Array.from({ length: rounds }, (_, round) => [
      (['the program', 'the database server', 'the worker'] as const)[round % 3],
      round + 1,
    ]),
  )(
    'of %s (round %i): every contact that was answered is there once, and in the figures once',
    async (victim) => {
      const { origin, process: child, lines } = await start()
      const worker = await workerOf(lines)
      const acknowledged: string[] = []
      let going = true
      const clients = Array.from({ length: 8 }, async () => {
        while (going) {
          const id = uuidv7()
          if (await register(origin, id)) acknowledged.push(id)
          else await sleep(20)
        }
      })
      // In the midst of it: however long the first ones take on a busy machine.
      await expect.poll(() => acknowledged.length, { timeout: 30_000, interval: 20 }).toBeGreaterThan(20)
      if (victim === 'the program') child.kill('SIGKILL')
      else if (victim === 'the worker') process.kill(worker, 'SIGKILL')
      else
        process.kill(
          Number((await readFile(join(folder, 'postgresql/cluster/postmaster.pid'), 'utf8')).split('\n')[0]),
          'SIGKILL',
        )
      await sleep(300)
      going = false
      await Promise.all(clients)
      const second = victim === 'the program' ? await start() : undefined
      const again = second?.origin ?? origin
      await expect
        .poll(async () => (await fetch(`${again}/readyz`).catch(() => undefined))?.status, {
          timeout: 60_000,
          interval: 100,
        })
        .toBe(200)

      const owner = new pg.Client({ connectionString: database.url })
      await owner.connect()
      const { rows } = await owner.query<{ id: string; questions: number; audits: number }>(
        `select id, (select count(*)::int from contacts.questions q where q.contact_id = c.id) as questions,
           (select count(*)::int from platform.audit_lines a where a.subject_id = c.id::text) as audits
         from contacts.contacts c where id = any ($1)`,
        [acknowledged],
      )
      await expect
        .poll(() => figuresAndContacts(owner), { timeout: 30_000 })
        .toEqual({ waiting: 0, missed: 0 })
      await owner.end()
      expect(acknowledged.filter((id) => !rows.some((row) => row.id === id))).toEqual([])
      expect(rows.every(({ questions, audits }) => questions === 1 && audits === 1)).toBe(true)
      for (const each of [child, second?.process]) {
        if (each && each.exitCode === null && each.signalCode === null) {
          each.kill('SIGTERM')
          await ended(each)
        }
      }
    },
    120_000,
  )
})
