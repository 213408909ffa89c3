import type { AddressInfo, Socket } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import type { BrowserContext } from 'playwright-core'
import { afterAll } from 'vitest'
import { createApp } from '../../src/app.ts'
import { openSession } from '../../src/capabilities/people/public.ts'
import { signInScope } from '../../src/platform/auth/scope.ts'
import type { MapTiles } from '../../src/platform/config/config.ts'
import { ApplicationDatabase } from '../../src/platform/database/application-database.ts'
import { connectAs } from '../../src/platform/database/connect.ts'
import { type Assets, readAssets } from '../../src/platform/http/assets.ts'
import { createLog } from '../../src/platform/logging/log.ts'
import { createPdfMaker } from '../../src/platform/pdf/pdf-maker.ts'
import { type Clock, systemClock } from '../../src/platform/time/clock.ts'
import { startWork } from '../../src/work.ts'
import { testKeys } from './keys.ts'
import { pdfFonts } from './pdf-fonts.ts'
import { cloneDatabase, type TestDatabase } from './test-database.ts'
import { makeWorld, type Person, type World } from './world.ts'

/** What happens to a request on its way: `answer` lets the application do its work. */
export type Intercept = (
  request: Request,
  answer: () => Promise<Response>,
  socket: Socket,
) => Promise<Response> | Response

export interface TestServer extends TestDatabase {
  readonly world: World
  readonly origin: string
  /** Stands between the browser and the application while it is set. */
  intercept: Intercept | undefined
  /** Which build the server gives out; another version makes browsers update. */
  assets: Assets
  /** Opens a session for this person in a browser. */
  signIn(context: BrowserContext, person: Person): Promise<void>
  /** As `kill -9`: connections break off, and so does the work in the database. */
  kill(): Promise<void>
  /** Starts again, on the same port. */
  start(): Promise<void>
}

/** The whole application on a port, on a database of its own, with the built assets of build/. */
export async function startTestServer({
  clock = systemClock,
  demo = false,
  worker = false,
  mapTiles,
}: {
  clock?: Clock
  demo?: boolean
  /** Also does the background work, in this process. */
  worker?: boolean
  mapTiles?: MapTiles
} = {}): Promise<TestServer> {
  const own = await cloneDatabase()
  const world = await makeWorld(own.owner)
  const pdf = createPdfMaker(await pdfFonts())
  let running: { web: ServerType; database: ApplicationDatabase; sockets: Set<Socket> } | undefined
  let port = 0

  const server: TestServer = {
    ...own,
    world,
    get origin() {
      return `http://localhost:${port}`
    },
    intercept: undefined,
    assets: readAssets('build/assets'),
    signIn: async (context, person) => {
      const token = await own.database.write(signInScope, (tx) =>
        openSession(tx, signInScope, world.accounts[person], systemClock.now(), 'password'),
      )
      await context.addCookies([
        { name: 'balie_session', value: token, url: server.origin, httpOnly: true, sameSite: 'Lax' },
      ])
    },
    start: async () => {
      const database = new ApplicationDatabase(connectAs('balie_app', own.url, 5))
      const { assets } = server
      const app = createApp({
        database,
        clock,
        log: createLog('silent'),
        assets,
        demo,
        trustProxy: false,
        mapTiles,
        pdf,
        keys: testKeys,
      })
      const sockets = new Set<Socket>()
      const web = serve({
        port,
        hostname: 'localhost',
        fetch: (request, env) => {
          const answer = async (): Promise<Response> => app.fetch(request, env as never)
          const { socket } = (env as { incoming: { socket: Socket } }).incoming
          return server.intercept ? server.intercept(request, answer, socket) : answer()
        },
      })
      web.on('connection', (socket: Socket) => {
        sockets.add(socket)
        socket.on('close', () => sockets.delete(socket))
      })
      await new Promise((listening) => web.once('listening', listening))
      port = (web.address() as AddressInfo).port
      running = { web, database, sockets }
    },
    kill: async () => {
      if (!running) return
      const { web, database, sockets } = running
      running = undefined
      const closed = new Promise((done) => web.close(done))
      for (const socket of sockets) socket.destroy()
      await own.owner.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and application_name = 'balie_app' and state <> 'idle'`,
      )
      await closed
      await database.close()
    },
  }
  await server.start()
  const parts = { database: own.workerDatabase, clock, log: createLog('silent'), keys: testKeys }
  const working = worker ? await startWork(own.workerPool, parts) : undefined
  afterAll(async () => {
    await server.kill()
    await working?.stop()
  })
  return server
}
