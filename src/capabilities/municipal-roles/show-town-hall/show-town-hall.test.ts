import { beforeEach, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, owner } = await testApp()
const home = '/sturing/gemeente'

beforeEach(() => owner.query('truncate municipal_roles.first_steps'))

test('an official begins with what asks for attention, six roles and six tips', async () => {
  const html = await (await (await as('official')).get(home)).text()
  expect(html).toContain('Gemeente Amersfoort en de informatiepunten')
  expect(html).toContain('De verantwoording over 2025')
  expect(html).toContain('Er is nu geen contactpersoon')
  for (const role of [
    'Financier',
    'Promotor',
    'Regievoerder',
    'Doorverwijzer',
    'Digitale dienstverlener',
    'Beleidsmaker',
  ])
    expect(html).toContain(role)
  // There are desks; of the rest nothing is known yet.
  expect(html).toContain('Nog 5 tips zijn open')
})

test('every page of the six roles is there', async () => {
  const browser = await as('official')
  const html = await (await browser.get(home)).text()
  const links = [...new Set([...html.matchAll(/href="(\/sturing\/[^"]+)"/g)].map(([, href]) => href ?? ''))]
  expect(links.length).toBeGreaterThan(14)
  for (const href of links) expect((await browser.get(href.replaceAll('&amp;', '&'))).status, href).toBe(200)
})

test('a tip is marked with a reason, and what a colleague saved first is shown', async () => {
  const browser = await as('official')
  const step = `${home}/stap/4`
  expect((await browser.post(step, { state: 'done', note: '', version: '0' })).status).toBe(422)
  expect((await browser.post(step, { state: '', note: 'Audit gelezen.', version: '0' })).status).toBe(422)
  const kept = await browser.post(step, { state: 'done', note: 'Audit gelezen.', version: '0' })
  expect(kept.headers.get('location')).toBe(`${home}?gemeente=GM0307&bericht=bewaard`)
  const late = await browser.post(step, { state: 'not-needed', note: 'Wij doen niet mee.', version: '0' })
  expect(late.status).toBe(409)
  const html = await late.text()
  expect(html).toContain('Audit gelezen.')
  expect(html).toContain('Wij doen niet mee.')
  expect((await browser.post(step, { state: 'not-needed', note: 'Toch niet.', version: '1' })).status).toBe(
    303,
  )
  expect(await (await browser.get(home)).text()).toContain('Nog 4 tips zijn open')
})

test('a contact person is seen by itself', async () => {
  await owner.query(
    `insert into municipal_roles.contact_persons (id, municipality_code, deputy, department, job_title, name, email, from_day, created_at)
     values (gen_random_uuid(), 'GM0307', false, 'Sociaal domein', 'Beleidsmedewerker', 'Het aanspreekpunt', 'ido@amersfoort.example', '2026-01-01', now())`,
  )
  const html = await (await (await as('official')).get(home)).text()
  expect(html).not.toContain('Er is nu geen contactpersoon')
  expect(html).toContain('Nog 4 tips zijn open')
})
