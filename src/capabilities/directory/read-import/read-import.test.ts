import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { countsIn, page, start, told } from '../../../../tests/support/directory-import.ts'
import { testApp } from '../../../../tests/support/test-app.ts'

const here = await testApp()
const there = await testApp()

const server = createServer((request, answer) => {
  if (request.url?.startsWith('/weg')) return answer.writeHead(302, { location: 'http://127.0.0.1:9/' }).end()
  if (request.url?.startsWith('/tekst')) return answer.end('<html>')
  void Promise.resolve(there.app.request(`http://balie.test${request.url}`)).then(async (response) => {
    answer.writeHead(response.status, { 'content-type': 'application/json' })
    answer.end(await response.text())
  })
})
const listening = new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
afterAll(() => server.close())
const address = async (path: string): Promise<string> => {
  await listening
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`
}
const problemOf = async (path: string) =>
  (
    await here.owner.query('select status, problem from directory.import_runs where id = $1', [
      path.split('/').at(-1),
    ])
  ).rows[0]

test('is read page by page: another Balie, with its desks', async () => {
  const path = await start(here, 'otherManager', { address: await address('/hsds'), source: '' }, true)
  expect(await problemOf(path)).toEqual({ status: 'preview', problem: null })
  const counts = countsIn(await page(here, 'otherManager', `${path}?welke=alles`))
  expect(counts.Alles).toBe((await told(there)).length)
})

test.each<readonly [string, () => Promise<string>, boolean, string]>([
  ['in a private network', () => address('/hsds'), false, 'private'],
  [
    'in a private network by its name',
    async () => (await address('/hsds')).replace('127.0.0.1', 'localhost'),
    false,
    'private',
  ],
  ['that leads elsewhere', async () => address('/weg'), true, 'not-found'],
  ['that tells something else', async () => address('/tekst'), true, 'not-json'],
  ['where nothing listens', async () => 'http://127.0.0.1:9/hsds', true, 'not-found'],
  [
    'of another kind',
    async () => (await address('/hsds')).replace('http://', 'http://naam:geheim@'),
    true,
    'address',
  ],
])('%s is refused', async (_what, of, fetchesPrivately, problem) => {
  const path = await start(here, 'manager', { address: await of() }, fetchesPrivately)
  expect(await problemOf(path)).toEqual({ status: 'refused', problem })
  expect(await page(here, 'manager', path)).toContain('Dit is niet te lezen')
})
