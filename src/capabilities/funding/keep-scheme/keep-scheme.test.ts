import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Fields } from '../../../../tests/support/test-app.ts'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, owner } = await testApp()
const grant = '019aa000-0000-7000-8000-000000002023'
const fields = (more: Fields = {}): Fields => ({
  id: randomUUID(),
  name: 'Gemeentefonds',
  kind: 'general-fund',
  firstYear: '2026',
  lastYear: '',
  provider: '',
  legalBasis: '',
  centsPerInhabitant: '',
  centsPerLessEducated: '',
  advancePercent: '',
  carryOverPercent: '',
  source: '',
  code: '',
  deadline: '',
  ...more,
})

test('what is not known says so, and is never made up', async () => {
  const administrator = await as('administrator')
  const page = await (await administrator.get('/beheer/geldregelingen')).text()
  expect(page).toContain('Specifieke uitkering Informatiepunten Digitale Overheid')
  expect(page.match(/niet ingesteld/g)).toHaveLength(3)
})

test.each([
  [{ name: '' }, 'name'],
  [{ kind: '' }, 'kind'],
  [{ firstYear: '26' }, 'firstYear'],
  [{ lastYear: '2025' }, 'lastYear'],
  [{ firstYear: '2025' }, 'firstYear'],
  [{ centsPerInhabitant: '-1' }, 'centsPerInhabitant'],
  [{ centsPerInhabitant: '30000000' }, 'centsPerInhabitant'],
  [{ centsPerLessEducated: '1.000,01' }, 'centsPerLessEducated'],
  [{ advancePercent: '101' }, 'advancePercent'],
  [{ carryOverPercent: '25' }, 'carryOverPercent'],
  [{ deadline: '31-02' }, 'deadline'],
  [{ code: 'x'.repeat(21) }, 'code'],
])('wrong as in %j is said at the field', async (wrong, id) => {
  const response = await (await as('administrator')).post('/beheer/geldregelingen/nieuw', fields(wrong))
  expect(response.status).toBe(422)
  expect(await response.text()).toContain(`href="#${id}"`)
})

test('a later year gets a scheme, of which what is left goes to the next year', async () => {
  const administrator = await as('administrator')
  const sent = fields()
  const response = await administrator.post('/beheer/geldregelingen/nieuw', sent)
  expect(response.status).toBe(303)
  // Sent twice it is one scheme.
  expect((await administrator.post('/beheer/geldregelingen/nieuw', sent)).status).toBe(303)
  const other = await administrator.post('/beheer/geldregelingen/nieuw', { ...sent, name: 'Provinciefonds' })
  expect(other.status).toBe(409)
  expect(await other.text()).toContain('Provinciefonds')
  const year = await (await (await as('official')).get('/sturing/geld?jaar=2026')).text()
  expect(year).toContain('Regeling: Gemeentefonds.')
  expect(year).not.toContain('Terug te betalen')
  await (await as('official')).post('/sturing/geld/bedrag?gemeente=GM0307&jaar=2026', {
    amount: '90.000',
    lessEducated: '',
    inhabitants: '',
    note: '',
    version: '0',
  })
  const filled = await (await (await as('official')).get('/sturing/geld?jaar=2026')).text()
  expect(filled).toMatch(/Doorgeschoven naar 2027<\/th><td[^>]*>€\s?90\.000,00/)
})

test('once a year was signed only its end, what the annex is called, by when and how it is audited may change', async () => {
  await owner.query(
    `insert into funding.statements (municipality_code, year, state, figures, signed_at) values ('GM0344', 2023, 'signed', '{}', now())`,
  )
  const administrator = await as('administrator')
  const address = `/beheer/geldregelingen/${grant}`
  const page = await (await administrator.get(address)).text()
  expect(page).toContain('al een jaar ondertekend')
  expect(page).not.toContain('name="carryOverPercent"')
  const changed = {
    ...fields({ carryOverPercent: '50', lastYear: '2025', code: 'X1', deadline: '15-7' }),
    'audit-1': 'R',
    version: '1',
  }
  expect((await administrator.post(address, changed)).status).toBe(303)
  const { rows } = await owner.query(
    'select name, carry_over_percent, code, deadline, audit_kinds from funding.schemes where id = $1',
    [grant],
  )
  expect(rows).toEqual([
    {
      name: 'Specifieke uitkering Informatiepunten Digitale Overheid',
      carry_over_percent: 25,
      code: 'X1',
      deadline: '07-15',
      audit_kinds: ['R', '', '', '', ''],
    },
  ])
  const late = await administrator.post(address, changed)
  expect(late.status).toBe(409)
  expect(await late.text()).toContain('Iemand anders was je voor')
})

test('a scheme of which a year was signed ends when it ends, and no earlier than what was signed', async () => {
  const administrator = await as('administrator')
  const [{ id, version }] = (
    await owner.query('select id, version from funding.schemes where first_year = 2026')
  ).rows
  await owner.query(
    `insert into funding.statements (municipality_code, year, state, figures, signed_at) values ('GM0344', 2027, 'signed', '{}', now())`,
  )
  const address = `/beheer/geldregelingen/${id}`
  expect(await (await administrator.get(address)).text()).toContain('name="lastYear"')
  const early = await administrator.post(address, fields({ lastYear: '2026', version: String(version) }))
  expect(early.status).toBe(422)
  const page = await early.text()
  expect(page).toContain('href="#lastYear"')
  expect(page).toContain('value="2026"')
  const ends = await administrator.post(address, fields({ lastYear: '2027', version: String(version) }))
  expect(ends.status).toBe(303)
  const { rows } = await owner.query('select last_year from funding.schemes where id = $1', [id])
  expect(rows).toEqual([{ last_year: 2027 }])
  const over = await administrator.post(
    `/beheer/geldregelingen/${grant}`,
    fields({ lastYear: '2026', version: '2' }),
  )
  expect(over.status).toBe(422)
  expect(await over.text()).toContain('href="#lastYear"')
})

test('an official may not', async () => {
  expect((await (await as('official')).get('/beheer/geldregelingen')).status).toBe(403)
})
