import { expect, test } from 'vitest'
import { type TestBrowser, testApp } from '../../../../tests/support/test-app.ts'
import { documentLimits } from '../../../platform/documents/document-check.ts'

const { as, app, owner } = await testApp()
const address = '/sturing/geld/stuk?gemeente=GM0307&jaar=2025'
const pdf = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n'

async function send(
  browser: TestBrowser,
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
  to = address,
) {
  const body = new FormData()
  body.set('id', '0193a1b2-0000-7000-8000-00000000000a')
  body.set('file', new File([content], name))
  const cookie = [...browser.cookies].map(([key, value]) => `${key}=${value}`).join('; ')
  return app.request(`http://balie.test${to}`, {
    method: 'POST',
    body,
    headers: { cookie, origin: 'http://balie.test', 'accept-language': 'nl' },
  })
}
const documents = async () => (await owner.query('select * from funding.documents')).rows

test.each([
  ['factuur.pdf', '<html><script>alert(1)</script>', 422, 'iets anders dan de naam zegt'],
  ['factuur.exe', 'MZ', 422, 'Dit soort bestand kan hier niet'],
  ['leeg.pdf', '', 422, 'Kies een bestand'],
  ['groot.pdf', new Uint8Array(documentLimits.bytes + 1), 422, 'groter dan 10 MB'],
  ['reus.pdf', new Uint8Array(documentLimits.bytes + 1024 * 1024), 413, 'groter dan 10 MB'],
])('%s that lies or is too much is refused at the field', async (name, content, status, message) => {
  const response = await send(await as('official'), name, content)
  expect(response.status).toBe(status)
  const page = await response.text()
  expect(page).toContain(message)
  expect(page).toContain('href="#file"')
  expect(await documents()).toEqual([])
})

test('a paper is kept once, given back to be saved, and taken out of sight', async () => {
  const official = await as('official')
  expect((await send(official, '../Beschikking "2025".pdf', pdf)).headers.get('location')).toContain(
    'bericht=stuk',
  )
  await send(official, 'nog eens.pdf', pdf)
  // Another paper from the same form is not dropped unseen.
  const other = await send(official, 'ander.pdf', pdf.replace('%%EOF', '% 2\n%%EOF'))
  expect(other.status).toBe(409)
  expect(await other.text()).toContain('Je hebt dit formulier al verstuurd')
  expect(await documents()).toMatchObject([
    { file_name: 'Beschikking -2025.pdf', media_type: 'application/pdf' },
  ])
  const year = await (await official.get('/sturing/geld?jaar=2025')).text()
  expect(year).toContain('Beschikking -2025.pdf')
  const file = '/sturing/geld/stuk/0193a1b2-0000-7000-8000-00000000000a'
  const given = await official.get(`${file}?gemeente=GM0307&jaar=2025`)
  expect(given.headers.get('content-disposition')).toBe('attachment; filename="Beschikking -2025.pdf"')
  expect(given.headers.get('x-content-type-options')).toBe('nosniff')
  expect(given.headers.get('content-type')).toBe('application/pdf')
  expect(await given.text()).toBe(pdf)
  await owner.query(`update funding.documents set municipality_code = 'GM0344'`)
  expect((await official.get(`${file}?gemeente=GM0307&jaar=2025`)).status).toBe(404)
  await owner.query(`update funding.documents set municipality_code = 'GM0307'`)
  const gone = await official.post(`${file}/weghalen?gemeente=GM0307&jaar=2025`, {})
  expect(gone.headers.get('location')).toContain('bericht=weg')
  expect(await documents()).toMatchObject([{ removed_at: expect.anything() }])
  expect((await official.get(`${file}?gemeente=GM0307&jaar=2025`)).status).toBe(404)
})

test('a paper of a booking stands with it, and not with that of another', async () => {
  const official = await as('official')
  const to = `${address}&boeking=0193a1b2-0000-7000-8000-00000000000b`
  expect((await send(official, 'a.pdf', pdf, to)).status).toBe(404)
})
