import { beforeAll, describe, expect, test } from 'vitest'
import { addContacts, award, book } from '../../../../tests/support/account-world.ts'
import { readPdf } from '../../../../tests/support/read-pdf.ts'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, owner, world, runJobs } = await testApp()
const quote = 'Nu durf ik het zelf.'

beforeAll(async () => {
  await addContacts(
    owner,
    {
      desk: world.desk,
      library: world.library,
      municipality: 'GM0307',
      account: world.accounts.employee,
    },
    '2025-05-06',
    Array.from({ length: 40 }, () => 2),
  )
  await award(owner, 'GM0307', 1_000_000)
  await book(owner, world.accounts.official, { year: 2025, cents: 812_345 })
  await owner.query(
    `insert into municipal_roles.quotes (id, library_id, desk_id, municipality_code, text, heard_on, shared_at, made_by, created_at)
     values (gen_random_uuid(), $1, $2, 'GM0307', $3, '2025-06-01', now(), $4, now()),
       (gen_random_uuid(), $1, $2, 'GM0307', 'Dit is niet gedeeld.', '2025-06-01', null, $4, now())`,
    [world.library, world.desk, quote, world.accounts.coordinator],
  )
  await runJobs()
})

describe('one page for the alderman', () => {
  test('fills itself with last year', async () => {
    const html = await (await (await as('official')).get('/sturing/gemeente/wethouder')).text()
    expect(html).toContain('Informatiepunten Digitale Overheid in Amersfoort, 2025')
    expect(html).toContain('8.123,45')
    expect(html).toContain(quote)
    expect(html).not.toContain('Dit is niet gedeeld.')
    expect(html).toContain('Wat levert het op?')
  })

  test('is one A4 that everybody can read', async () => {
    const response = await (await as('official')).get('/sturing/gemeente/wethouder.pdf?jaar=2025')
    expect(response.headers.get('content-type')).toBe('application/pdf')
    const pdf = await readPdf(new Uint8Array(await response.arrayBuffer()))
    expect(pdf).toMatchObject({ pages: 1, pdfUa: '1', marked: true, language: 'nl' })
    expect(pdf.title).toContain('Amersfoort')
    expect(pdf.bookmarks).toContain('In cijfers')
    expect(pdf.text).toContain(quote)
  })
})

test('the overview for the council has the tables, as a PDF too', async () => {
  const browser = await as('official')
  const html = await (await browser.get('/sturing/gemeente/raad?jaar=2025')).text()
  for (const caption of [
    'Vragen en gesprekken per maand',
    'De informatiepunten',
    'De verantwoording, nog niet',
  ])
    expect(html).toContain(caption)
  const response = await browser.get('/sturing/gemeente/raad.pdf?jaar=2025')
  const pdf = await readPdf(new Uint8Array(await response.arrayBuffer()))
  expect(pdf).toMatchObject({ pdfUa: '1', marked: true })
  expect(pdf.roles.TH).toBeGreaterThan(5)
})

test('a year that is not there is not there, and another municipality neither', async () => {
  const browser = await as('official')
  expect((await browser.get('/sturing/gemeente/wethouder?jaar=2027')).status).toBe(404)
  expect((await browser.get('/sturing/gemeente/wethouder?jaar=abc')).status).toBe(404)
  expect((await browser.get('/sturing/gemeente/raad?gemeente=GM0344')).status).toBe(404)
})
