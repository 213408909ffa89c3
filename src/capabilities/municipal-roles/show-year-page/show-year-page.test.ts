import { beforeAll, describe, expect, test } from 'vitest'
import { addContacts, award, book, sign, wordsOf } from '../../../../tests/support/account-world.ts'
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

test('a signal that was answered again belongs to both years, each with what was said in it', async () => {
  const id = '019aa000-0000-7000-8000-0000000000aa'
  await owner.query(
    `insert into signals.signals (id, municipality_code, desk_id, topic_code, service, problem, often, reported_at, status, answer, answered_at, answer_number)
     values ($1, 'GM0307', $2, 'digid', 'Afspraak maken', 'De knop werkt niet', 'weekly', '2025-03-01', 'solved', 'Nu echt opgelost.', '2026-02-02', 3)`,
    [id, world.desk],
  )
  await owner.query(
    `insert into signals.changes (id, signal_id, kind, status, answer, changed_at)
     values (gen_random_uuid(), $1, 'answered', 'looking', 'Wij kijken ernaar.', '2025-03-02'),
       (gen_random_uuid(), $1, 'answered', 'solved', 'De knop werkt weer.', '2025-12-31T22:00:00Z'),
       (gen_random_uuid(), $1, 'answered', 'solved', 'Nu echt opgelost.', '2026-02-02')`,
    [id],
  )
  const official = await as('official')
  const told = async (year: number) =>
    wordsOf(await (await official.get(`/sturing/gemeente/raad?jaar=${year}`)).text())
  expect(await told(2025)).toContain('Afspraak maken: De knop werkt weer.')
  expect(await told(2025)).toContain('1 signaal van informatiepunten beantwoord')
  expect(await told(2026)).toContain('Afspraak maken: Nu echt opgelost.')
  expect(await told(2024)).not.toContain('Afspraak maken')
})

describe('a year that was signed', () => {
  const council = async () =>
    wordsOf(await (await (await as('official')).get('/sturing/gemeente/raad?jaar=2025')).text())

  test('tells the desks and the money as they were signed, whatever changed since', async () => {
    const official = await as('official')
    const signing = '/sturing/verantwoording/ondertekenen?jaar=2025'
    expect((await sign(official, signing, 'De bibliotheek antwoordt niet')).status).toBe(303)
    await book(owner, world.accounts.official, {
      year: 2025,
      cents: 25_000,
      purpose: 'promotion',
      afterSigning: true,
    })
    await owner.query(
      "update desks.desks set active = false, closed_on = '2026-03-01', name = 'Nu anders' where id = $1",
      [world.desk],
    )
    const html = await council()
    expect(html).toContain('besteed € 8.123,45 ')
    expect(html).toContain('waarvan voor de bibliotheek € 8.123,45')
    expect(html).toContain('waarvan voor promotie € 0,00')
    expect(html).toContain('De informatiepunten die de gemeente betaalt')
    expect(html).toContain('Eemdal Centrum nu niet open')
    expect(html).not.toContain('Nu anders')
  })

  test('stays marked as not complete, when it was so', async () => {
    expect(await council()).not.toContain('Het ontvangen bedrag is nog niet volledig.')
    await owner.query(
      "update funding.amounts set amount_cents = null, inhabitants = 1 where municipality_code = 'GM0307'",
    )
    expect(await council()).not.toContain('Het ontvangen bedrag is nog niet volledig.')
  })
})
