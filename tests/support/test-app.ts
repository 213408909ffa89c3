import type { Hono } from 'hono'
import { createApp } from '../../src/app.ts'
import { openSession } from '../../src/capabilities/people/public.ts'
import { foldFigures, watchCoverage } from '../../src/capabilities/reports/public.ts'
import { signInScope } from '../../src/platform/auth/scope.ts'
import { runWaitingJobs } from '../../src/platform/jobs/work-jobs.ts'
import { createLog, type Log } from '../../src/platform/logging/log.ts'
import { createPdfMaker } from '../../src/platform/pdf/pdf-maker.ts'
import { fixedClock } from '../../src/platform/time/clock.ts'
import { jobs } from '../../src/work.ts'
import { testKeys } from './keys.ts'
import { pdfFonts } from './pdf-fonts.ts'
import { cloneDatabase, type TestDatabase } from './test-database.ts'
import { makeWorld, type Person, type World } from './world.ts'

export type Fields = Readonly<Record<string, string | readonly string[]>>

/** A browser without a screen: keeps its cookies, asks the application without a network. */
export interface TestBrowser {
  get(path: string): Promise<Response>
  post(path: string, fields: Fields): Promise<Response>
  postJson(path: string, body: unknown): Promise<Response>
  readonly cookies: Map<string, string>
}

export interface TestApp extends TestDatabase {
  readonly app: Hono<never>
  readonly world: World
  readonly clock: ReturnType<typeof fixedClock>
  /** A browser in which this person has signed in. */
  as(person: Person): Promise<TestBrowser>
  /** Does everything that waits for the worker: jobs, the fold of the figures, and the reach of the desks. */
  runJobs(): Promise<void>
  /** A browser in which nobody has signed in. */
  anonymous(): TestBrowser
}

// The pages name their assets; which files those are is not what these tests are about.
export const assets = {
  folder: 'build/assets',
  version: 'test',
  imports: {},
  files: new Proxy({}, { get: (_files, entry) => String(entry) }),
}
const origin = 'http://balie.test'

/** The whole application on a database of its own, on Tuesday 24 November 2026, 10:00 local time. */
export async function testApp({
  demo = false,
  sendsMail = false,
  passesOnTo,
  log = createLog('silent'),
}: {
  demo?: boolean
  sendsMail?: boolean
  passesOnTo?: { name: string; area: string }
  /** To look at what is told. */
  log?: Log
} = {}): Promise<TestApp> {
  const own = await cloneDatabase()
  const world = await makeWorld(own.owner)
  const clock = fixedClock('2026-11-24T09:00:00Z')
  const app = createApp({
    database: own.database,
    clock,
    log,
    assets,
    demo,
    trustProxy: false,
    pdf: createPdfMaker(await pdfFonts()),
    keys: testKeys,
    sendsMail,
    passesOnTo,
  })

  const reckonCoverage = watchCoverage()

  const anonymous = (): TestBrowser => {
    const cookies = new Map<string, string>()
    const ask = async (path: string, init: RequestInit): Promise<Response> => {
      const headers = new Headers(init.headers)
      headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
      headers.set('accept-language', 'nl')
      if (init.method === 'POST') headers.set('origin', origin)
      const response = await app.request(`${origin}${path}`, { ...init, headers })
      for (const cookie of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
        if (/max-age=0/i.test(cookie)) cookies.delete(name)
        else cookies.set(name, value)
      }
      return response
    }
    return {
      cookies,
      get: (path) => ask(path, { method: 'GET' }),
      post: (path, fields) => {
        const body = new URLSearchParams()
        for (const [name, value] of Object.entries(fields))
          for (const each of [value].flat()) body.append(name, each as string)
        return ask(path, { method: 'POST', body })
      },
      postJson: (path, body) =>
        ask(path, {
          method: 'POST',
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json' },
        }),
    }
  }

  return {
    ...own,
    runJobs: async () => {
      const parts = { database: own.workerDatabase, clock, log, keys: testKeys }
      await runWaitingJobs(own.workerPool, jobs, parts)
      await foldFigures(own.workerDatabase)
      await reckonCoverage(own.workerDatabase, clock.now())
    },
    app,
    world,
    clock,
    anonymous,
    as: async (person) => {
      const browser = anonymous()
      const token = await own.database.write(signInScope, (tx) =>
        openSession(tx, signInScope, world.accounts[person], clock.now(), 'password'),
      )
      browser.cookies.set('balie_session', token)
      return browser
    },
  }
}
