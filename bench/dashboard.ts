import type { Application } from './application.ts'
import { median, quantile } from './figures.ts'
import { HttpClient } from './http-client.ts'
import type { Nation } from './nation.ts'
import { get } from './pages.ts'

export interface DashboardTime {
  readonly name: string
  /** Over HTTP, for a client on the same machine, one request after the other. */
  readonly client: number
  readonly clientP99: number
  /** By the server's own log. */
  readonly server: number
  /** The page, compressed. */
  readonly bytes: number
}

/** The figures of the last twelve months, at each level, for who looks at them. */
export async function measureDashboards(
  nation: Nation,
  application: Application,
  requests: number,
): Promise<DashboardTime[]> {
  const client = new HttpClient(application.address, 1)
  const ask = async (name: string, path: string, sessions: readonly string[]): Promise<DashboardTime> => {
    // The first of each warms up.
    for (const session of sessions) await get(client, path, session)
    const times: number[] = []
    let bytes = 0
    for (let number = 0; number < requests; number += 1) {
      const answer = await get(client, path, sessions[number % sessions.length], 'br')
      times.push(answer.ms)
      bytes = answer.body.length
    }
    const server = median(await application.millisecondsOf('GET', '/sturing', requests))
    return { name, client: median(times), clientP99: quantile(times, 0.99), server, bytes }
  }
  const { employees, coordinators, officials, analyst } = nation
  const times = [
    await ask(
      'A desk',
      '/sturing',
      employees.map(({ session }) => session),
    ),
    await ask(
      'A library',
      '/sturing',
      coordinators.map(({ session }) => session),
    ),
    await ask('A municipality', '/sturing', officials),
    await ask('A province', '/sturing?gebied=provincie:PV28', [analyst]),
    await ask('The nation', '/sturing', [analyst]),
  ]
  client.close()
  return times
}
