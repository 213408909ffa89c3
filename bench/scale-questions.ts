import { setTimeout as sleep } from 'node:timers/promises'
import { addMonths, firstDayOf, monthOf } from '../src/platform/time/local-month.ts'
import type { Application } from './application.ts'
import { median, quantile } from './figures.ts'
import { HttpClient } from './http-client.ts'
import type { Nation } from './nation.ts'
import { get } from './pages.ts'

type People = Pick<Nation, 'analyst' | 'officials' | 'coordinators'>

export interface QuestionTime {
  readonly name: string
  /** How the answer is found: from what is kept, by counting, or by the worker. */
  readonly way: 'kept' | 'counted' | 'worker'
  readonly medianMs: number
  readonly p99Ms: number
}

/** Pages with figures over HTTP, one client on the same machine, one request after the other. */
export async function measureQuestions(
  application: Application,
  people: People,
  today: string,
  requests: number,
): Promise<QuestionTime[]> {
  const client = new HttpClient(application.address, 1)
  const { analyst } = people
  const years = `periode=eigen&van=${firstDayOf(addMonths(monthOf(today), -35))}&tot=${today}`
  const quarter = 'periode=dit-kwartaal'
  const kept: readonly [string, string][] = [
    ['The nation, twelve months', '/sturing'],
    ['The nation, three years', `/sturing?gebied=nederland&${years}`],
    ['The nation, one topic', '/sturing?gebied=nederland&onderwerp=digid'],
    ['The nation, a group of topics', '/sturing?gebied=nederland&groep=library'],
    ['The nation, one organisation, three years', `/sturing?gebied=nederland&organisatie=uwv&${years}`],
    ['The nation, one channel', '/sturing?gebied=nederland&kanaal=channel-phone'],
    ['The nation, outside the library', '/sturing?gebied=nederland&plek=outside'],
    ['The nation, one size class', '/sturing?gebied=nederland&omvang=50000-100000'],
    ['A province, one way of help', '/sturing?gebied=provincie:PV28&hulp=help-brochure'],
    ['The nation, asked together', '/sturing/samenhang?gebied=nederland'],
    ['The nation, compared with others', '/sturing/vergelijken?gebied=provincie:PV28'],
  ]
  const counted: readonly [string, string][] = [
    [
      'A province, topic and channel, twelve months',
      '/sturing?gebied=provincie:PV28&onderwerp=digid&kanaal=channel-phone',
    ],
    [
      'The nation, topic and channel, this quarter',
      `/sturing?gebied=nederland&onderwerp=digid&kanaal=channel-phone&${quarter}`,
    ],
  ]
  const times: QuestionTime[] = []
  for (const [way, list, count] of [
    ['kept', kept, requests],
    ['counted', counted, Math.max(5, requests / 20)],
  ] as const)
    for (const [name, path] of list) {
      await get(client, path, analyst)
      const ms: number[] = []
      for (let number = 0; number < count; number += 1) ms.push((await get(client, path, analyst)).ms)
      times.push({ name, way, medianMs: median(ms), p99Ms: quantile(ms, 0.99) })
    }
  const ms = await askWorker(client, analyst)
  if (ms !== undefined)
    times.push({
      name: 'The nation, topic and channel, twelve months',
      way: 'worker',
      medianMs: ms,
      p99Ms: ms,
    })
  client.close()
  return times
}

/** From the question until the page has the answer; undefined where there is too little for the worker to be needed. */
async function askWorker(client: HttpClient, session: string): Promise<number | undefined> {
  const query = 'gebied=nederland&onderwerp=digid&kanaal=channel-phone'
  const page = async (): Promise<string> =>
    (await client.get(`/sturing?${query}`, session, 'identity')).body.toString()
  if (!(await page()).includes('action="/sturing/tellen')) return undefined
  const start = performance.now()
  await client.post(`/sturing/tellen?${query}`, [], session)
  while (/action="\/sturing\/tellen|<progress/.test(await page())) await sleep(200)
  return performance.now() - start
}

export interface RecountTime {
  readonly seconds: number
  /** Of the page of the nation meanwhile. */
  readonly medianMs: number
  readonly p99Ms: number
}

/** A recount of a year of the nation, while somebody looks at its figures again and again. */
export async function measureRecount(
  application: Application,
  { analyst }: People,
  recount: () => Promise<void>,
): Promise<RecountTime> {
  const client = new HttpClient(application.address, 1)
  const start = performance.now()
  let busy = true
  const done = recount().finally(() => {
    busy = false
  })
  const ms: number[] = []
  while (busy) {
    ms.push((await get(client, '/sturing', analyst)).ms)
    await sleep(50)
  }
  await done
  client.close()
  return { seconds: (performance.now() - start) / 1000, medianMs: median(ms), p99Ms: quantile(ms, 0.99) }
}
