import { expect, test } from 'vitest'
import {
  dayBoxes,
  hiddenIn,
  makeVersionOf,
  startDecision,
} from '../../../../tests/support/agreement-world.ts'
import { type TestBrowser, testApp } from '../../../../tests/support/test-app.ts'

const app = await testApp()
const { as, owner, world } = app
const official = await as('official')
const decision = await startDecision(official, world.library)
await makeVersionOf(official, decision)
const address = `${decision}/versie/1/papier`
const pdf = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n'

async function hang(browser: TestBrowser, name: string, content: string, id: string): Promise<Response> {
  const body = new FormData()
  body.set('id', id)
  body.set('paper', new File([content], name))
  return app.app.request(`http://balie.test${address}`, {
    method: 'POST',
    body,
    headers: {
      cookie: [...browser.cookies].map(([key, value]) => `${key}=${value}`).join('; '),
      origin: 'http://balie.test',
      'accept-language': 'nl',
    },
  })
}

test('what is no paper, or not what it says, is refused with what to do', async () => {
  expect((await official.post(address, {})).status).toBe(422)
  const wrong = await hang(official, 'getekend.pdf', '<html><script>alert(1)</script>', '')
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('iets anders dan de naam zegt')
  expect(await (await hang(official, 'getekend.exe', 'MZ', '')).text()).toContain('Sla het op als pdf')
  const large = await hang(official, 'groot.pdf', '%PDF-1.7'.padEnd(12 * 1024 * 1024), '')
  expect(large.status).toBe(422)
  expect(await large.text()).toContain('groter dan 10 MB')
})

test('the signed paper hangs on its version, once, and says what was agreed where the text was open', async () => {
  const id = hiddenIn(await (await official.get(address)).text(), 'id')
  for (const _time of [1, 2]) expect((await hang(official, 'Getekend stuk.pdf', pdf, id)).status).toBe(303)
  const other = await hang(official, 'Getekend stuk.pdf', pdf.replace('%%EOF', '% 2\n%%EOF'), id)
  expect(other.status).toBe(409)
  expect(await other.text()).toContain('Je hebt dit formulier al verstuurd')
  expect((await owner.query('select from agreements.papers')).rowCount).toBe(1)
  const fetched = await official.get(`${decision}/papier/${id}`)
  expect(await fetched.text()).toBe(pdf)
  expect(fetched.headers.get('content-disposition')).toMatch(/^attachment.*Getekend stuk\.pdf/)

  const manager = await as('manager')
  const forLibrary = decision.replace('overeenkomsten/', 'overeenkomsten/bibliotheek/')
  expect((await manager.get(`${forLibrary}/papier/${id}`)).status).toBe(404)
  const agreed = await official.post(`${decision}/status`, {
    status: 'agreed',
    number: '1',
    ...dayBoxes('agreed', '2026-11-20'),
    version: '3',
  })
  expect(agreed.status).toBe(303)
  expect(await (await manager.get(`${forLibrary}/papier/${id}`)).text()).toBe(pdf)
})

test('is removed for good after it was asked once more', async () => {
  const [{ id }] = (await owner.query('select id from agreements.papers')).rows
  expect(await (await official.get(`${decision}/papier/${id}/verwijderen`)).text()).toContain(
    'Getekend stuk.pdf',
  )
  expect((await official.post(`${decision}/papier/${id}/verwijderen`, {})).status).toBe(303)
  expect((await official.get(`${decision}/papier/${id}`)).status).toBe(404)
  expect((await owner.query('select length(content) as bytes from agreements.papers')).rows).toEqual([
    { bytes: 0 },
  ])
  expect(await (await official.get(decision)).text()).not.toContain('Getekend stuk.pdf')
})
