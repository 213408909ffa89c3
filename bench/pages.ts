import type { Application } from './application.ts'
import { inLanes, median, quantile } from './figures.ts'
import { HttpClient } from './http-client.ts'
import type { Colleague, Nation } from './nation.ts'

export interface PageTime {
  readonly name: string
  /** By the server's own log. */
  readonly server: number
  readonly serverP99: number
  /** By a client on the same machine, one request after the other. */
  readonly client: number
  /** For a desk asked about for the first time since the start. */
  readonly first: number
}

/** How long the pages of the desk take at the size of the nation. */
export async function measurePages(
  nation: Nation,
  application: Application,
  requests: number,
): Promise<PageTime[]> {
  const client = new HttpClient(application.address, 1)
  const ask = async (name: string, path: string, people: readonly Colleague[]): Promise<PageTime> => {
    const url = (person: Colleague): string => path.replace('DESK', person.deskId)
    const cold: number[] = []
    for (const person of people) cold.push((await get(client, url(person), person.session)).ms)
    const times: number[] = []
    for (let number = 0; number < requests; number += 1) {
      const person = people[number % people.length] as Colleague
      times.push((await get(client, url(person), person.session)).ms)
    }
    const server = await application.millisecondsOf('GET', path.split('?')[0] ?? path, requests)
    return {
      name,
      server: median(server),
      serverP99: quantile(server, 0.99),
      client: median(times),
      first: median(cold),
    }
  }
  const { employees, coordinators } = nation
  const times = [
    await ask('Desk form, employee', '/balie', employees),
    await ask('Desk form, coordinator with every desk of the library', '/balie', coordinators),
    await ask('Day overview, own registrations', '/balie/registraties', employees),
    await ask(
      'Day overview, everybody’s, busiest desk',
      '/balie/registraties?informatiepunt=DESK',
      coordinators,
    ),
    await ask(
      'Week overview, everybody’s, busiest desk',
      '/balie/registraties?periode=week&informatiepunt=DESK',
      coordinators,
    ),
  ]
  client.close()
  return times
}

export interface CpuTime {
  readonly name: string
  /** Milliseconds a request, of everything that the server's process does; the median over the rounds. */
  readonly ms: number
}

/** CPU time of the server for the desk form, and for two pages that tell where it goes. */
export async function measureCpu(
  nation: Nation,
  application: Application,
  { rounds, requests }: { rounds: number; requests: number },
): Promise<CpuTime[]> {
  const client = new HttpClient(application.address, 4)
  let number = 0
  const ask = async (name: string, path: string, people: readonly Colleague[]): Promise<CpuTime> => {
    const each: number[] = []
    // The first round warms up.
    for (let round = 0; round <= rounds; round += 1) {
      const before = await application.cpuMilliseconds()
      await inLanes(4, requests, async () => {
        number += 1
        await get(client, path, people[number % people.length]?.session)
      })
      if (round > 0) each.push(((await application.cpuMilliseconds()) - before) / requests)
    }
    return { name, ms: median(each) }
  }
  const times = [
    await ask('Desk form', '/balie', nation.employees),
    await ask('Sign-in page: no session, no database', '/inloggen', []),
    await ask('Health check: HTTP and the log line alone', '/healthz', []),
  ]
  client.close()
  return times
}

export async function get(
  client: HttpClient,
  path: string,
  session?: string,
  encoding?: string,
): ReturnType<HttpClient['get']> {
  const answer = await client.get(path, session, encoding)
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
  return answer
}
