import { importPath } from '../../src/capabilities/directory/import-run.ts'
import { runWaitingJobs } from '../../src/platform/jobs/work-jobs.ts'
import { createLog } from '../../src/platform/logging/log.ts'
import { jobs } from '../../src/work.ts'
import { testKeys } from './keys.ts'
import type { TestApp } from './test-app.ts'
import type { Person } from './world.ts'

/** Sends a file, or the address of a feed, and lets the worker read it. Gives the address of the import. */
export async function start(
  balie: TestApp,
  person: Person,
  sent: { readonly content?: string; readonly address?: string; readonly source?: string },
  fetchesPrivately = false,
): Promise<string> {
  const browser = await balie.as(person)
  const body = new FormData()
  if (sent.content !== undefined) body.set('file', new File([sent.content], 'kaart.json'))
  body.set('adres', sent.address ?? '')
  body.set('bron', sent.source ?? 'Kaart van buiten')
  const response = await balie.app.request(`http://balie.test${importPath}`, {
    method: 'POST',
    body,
    headers: {
      cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      origin: 'http://balie.test',
      'accept-language': 'nl',
    },
  })
  const location = response.headers.get('location')
  if (!location)
    throw new Error(`${response.status}: ${(await response.text()).match(/<main.*<\/main>/s)?.[0]}`)
  await work(balie, fetchesPrivately)
  return location
}
export const work = (balie: TestApp, fetchesPrivately = false) =>
  runWaitingJobs(balie.workerPool, jobs, {
    database: balie.workerDatabase,
    clock: balie.clock,
    log: createLog('silent'),
    keys: testKeys,
    fetchesPrivately,
  })
export async function confirm(
  balie: TestApp,
  person: Person,
  path: string,
  choice: Record<string, string> = {},
): Promise<void> {
  const { status } = await (await balie.as(person)).post(`${path}/inlezen`, choice)
  if (status !== 303) throw new Error(`Not taken in: ${status}`)
  await work(balie)
}
export const page = async (balie: TestApp, person: Person, path: string): Promise<string> =>
  (await (await balie.as(person)).get(path)).text()
export const countsIn = (html: string): Record<string, number> =>
  Object.fromEntries(
    [...html.matchAll(/\?welke=\w+"[^>]*>([^<(]+) \((\d+)\)/g)].map(([, name = '', count]) => [
      name.trim(),
      Number(count),
    ]),
  )

export type Told = Record<string, unknown> & { readonly id: string; readonly name: string }
export const told = async (balie: TestApp, query = ''): Promise<Told[]> =>
  (
    (await (
      await balie.anonymous().get(`/hsds/organizations?full=true&full_service=true&per_page=500${query}`)
    ).json()) as {
      contents: Told[]
    }
  ).contents
/** When something was written differs with each installation. */
export const bare = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (name, inside) => (name === 'last_modified' ? undefined : inside)))
