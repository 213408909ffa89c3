import { launchBrowser } from '../tests/support/browser.ts'
import type { Application } from './application.ts'
import { median, quantile } from './figures.ts'
import { HttpClient } from './http-client.ts'
import { get } from './pages.ts'

/** What a visitor opens: weighed and timed. */
export const publicPaths = [
  '/',
  '/?waar=3811',
  '/?waar=amersfort',
  '/?waar=3811&dag=za&deel=avond',
  // Few or none fit these: all spots around are looked at.
  '/?waar=3811&hulp=afspraak&deel=ochtend',
  '/?waar=3811&spreekt=so',
  '/?waar=3811&alleen=drempelvrij',
  '/ar?waar=3811',
  '/doorverwijzen?waar=3811',
  '/gemeente/amersfoort',
] as const

export interface FinderTime {
  readonly path: string
  /** By the server's own log. */
  readonly server: number
  readonly serverP99: number
}

export interface Paint {
  readonly path: string
  /** Until the largest thing on the first screen stands there, in milliseconds: the median of some visits. */
  readonly largestMs: number
}

export interface FinderFigures {
  readonly times: readonly FinderTime[]
  /** A page for everybody that asks nothing of the database: the lower bound. */
  readonly bound: FinderTime
  readonly paints: readonly Paint[]
}

/** How long the finder takes with the desks of a nation, on the server and on a slow phone. */
export async function measureFinder(application: Application, requests: number): Promise<FinderFigures> {
  const client = new HttpClient(application.address, 1)
  const desk = await deskPath(client)
  const ask = async (path: string): Promise<FinderTime> => {
    // The first ones warm up.
    for (let number = 0; number < requests / 10; number += 1) await get(client, path)
    for (let number = 0; number < requests; number += 1) await get(client, path)
    const server = await application.millisecondsOf('GET', routeOf(path), requests)
    return { path, server: median(server), serverP99: quantile(server, 0.99) }
  }
  const bound = await ask('/voor-websites')
  const times: FinderTime[] = []
  for (const path of [...publicPaths, desk]) times.push(await ask(path))
  client.close()
  return { bound, times, paints: await measurePaints(application.address, ['/', '/?waar=3811', desk]) }
}

/** The page of the desk that is found first. */
async function deskPath(client: HttpClient): Promise<string> {
  const html = (await get(client, '/?waar=3811', undefined, 'identity')).body.toString()
  const path = /href="(\/informatiepunt\/[^"]+)"/.exec(html)?.[1]
  if (!path) throw new Error('The finder found no desk')
  return path
}

function routeOf(path: string): string {
  const [route = path] = path.split('?')
  if (route.startsWith('/informatiepunt/')) return '/informatiepunt/:desk'
  return route.startsWith('/gemeente/') ? '/gemeente/:municipality' : route
}

const visits = 5

/**
 * A phone of some years old: a processor four times as slow as this one, 1.6 Mbit/s down and 150 ms there and back, as
 * Lighthouse takes for slow 4G. Each visit is the first: nothing is kept.
 */
async function measurePaints(address: string, paths: readonly string[]): Promise<Paint[]> {
  const browser = await launchBrowser()
  try {
    const paints: Paint[] = []
    for (const path of paths) {
      const largest: number[] = []
      for (let visit = 0; visit < visits; visit += 1) {
        const context = await browser.newContext({
          viewport: { width: 360, height: 640 },
          deviceScaleFactor: 2,
        })
        const page = await context.newPage()
        const devtools = await context.newCDPSession(page)
        await devtools.send('Network.enable')
        await devtools.send('Network.emulateNetworkConditions', {
          offline: false,
          latency: 150,
          downloadThroughput: (1.6 * 1024 * 1024) / 8,
          uploadThroughput: (750 * 1024) / 8,
        })
        await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
        await page.goto(`${address}${path}`, { waitUntil: 'load' })
        largest.push(
          await page.evaluate(
            () =>
              new Promise<number>((done) => {
                new PerformanceObserver((list) =>
                  done(list.getEntries().at(-1)?.startTime ?? Number.NaN),
                ).observe({
                  type: 'largest-contentful-paint',
                  buffered: true,
                })
              }),
          ),
        )
        await context.close()
      }
      paints.push({ path, largestMs: median(largest) })
    }
    return paints
  } finally {
    await browser.close()
  }
}
