import { beforeEach, expect, test } from 'vitest'
import { hiddenField, sendFile } from '../../../../tests/support/send-file.ts'
import { testApp } from '../../../../tests/support/test-app.ts'

const balie = await testApp()
const { as, owner } = balie
const scheme = '019aa000-0000-7000-8000-000000002023'
const address = `/beheer/geldregelingen/${scheme}/bedragen`
const file = `gemeente;inwoners;lager opgeleiden;bedrag
GM0307;158.531;20000;"145.580,73"
leusden;30030;3000;
`
const preview = async (content: string) => sendFile(balie, await as('administrator'), address, content)
const amounts = async () =>
  (
    await owner.query(
      'select municipality_code, inhabitants, less_educated, amount_cents, source, from_year from funding.amounts order by 1',
    )
  ).rows

beforeEach(async () => {
  await owner.query('truncate funding.amounts')
})

test('the preview says what each row will do, nothing is written before somebody confirms; read again it changes nothing', async () => {
  await owner.query(
    `insert into funding.amounts (scheme_id, municipality_code, from_year, less_educated, amount_cents, source, entered_at) values ($1, 'GM0307', 2023, 5, 10000, 'typed', now())`,
    [scheme],
  )
  const html = await (await preview(file)).text()
  expect(html).toContain('Nieuw: 1. Gewijzigd: 1. Hetzelfde: 0. Fout: 0.')
  expect(html).toMatch(/>Amersfoort<\/td><td[^>]*>€\s?100,00<\/td><td[^>]*>€\s?145\.580,73</)
  expect(html).toContain(`href="/beheer/geldregelingen/${scheme}"`)
  expect(await amounts()).toHaveLength(1)
  const sent = { rows: hiddenField(html, 'rows'), fingerprint: hiddenField(html, 'fingerprint') }
  const response = await (await as('administrator')).post(`${address}/opslaan`, sent)
  expect(response.headers.get('location')).toBe(`${address}?nieuw=1&gewijzigd=1`)
  expect(await amounts()).toEqual([
    {
      municipality_code: 'GM0307',
      inhabitants: 158_531,
      less_educated: 20_000,
      amount_cents: 14_558_073,
      source: 'annex',
      from_year: 2023,
    },
    {
      municipality_code: 'GM0327',
      inhabitants: 30_030,
      less_educated: 3_000,
      amount_cents: null,
      source: 'annex',
      from_year: 2023,
    },
  ])
  expect(await (await preview(file)).text()).toContain('Nieuw: 0. Gewijzigd: 0. Hetzelfde: 2. Fout: 0.')
  expect(await (await (await as('official')).get('/sturing/geld?jaar=2025')).text()).toMatch(
    /€\s?145\.580,73/,
  )
})

test.each([
  ['Nergenshuizen;1;1;1', 'Er is geen gemeente Nergenshuizen|De gemeente Nergenshuizen is er niet'],
  ['Weesp;1;1;1', 'Weesp ging voor het eerste jaar op in Amsterdam'],
  ['GM0307;veel;1;1', 'Vul het aantal inwoners in als heel getal'],
  ['GM0307;1;1,5;1', 'Vul het aantal lager opgeleiden in als heel getal'],
  ['GM0307;1;1;-5', 'zonder minteken'],
  ['GM0307;1;;', 'Vul een bedrag in, of het aantal lager opgeleiden'],
  ['GM0307;1;1;1\nAmersfoort;1;1;1', 'Deze gemeente staat ook op regel 2'],
])('the wrong row %j is named, and there is nothing to confirm', async (row, message) => {
  const response = await preview(`gemeente;inwoners;lager opgeleiden;bedrag\n${row}\n`)
  expect(response.status).toBe(422)
  const html = await response.text()
  expect(html).toMatch(new RegExp(message))
  const sent = { rows: hiddenField(html, 'rows'), fingerprint: hiddenField(html, 'fingerprint') }
  expect((await (await as('administrator')).post(`${address}/opslaan`, sent)).status).toBe(422)
  expect(await amounts()).toEqual([])
})

test('over which somebody else made a change it is shown again; the example can be read itself', async () => {
  const example = await (await (await as('administrator')).get(`${address}/voorbeeld`)).text()
  const html = await (await preview(example)).text()
  expect(html).toContain('Nieuw: 2.')
  const sent = { rows: hiddenField(html, 'rows'), fingerprint: hiddenField(html, 'fingerprint') }
  await owner.query(
    `insert into funding.amounts (scheme_id, municipality_code, from_year, less_educated, source, entered_at) values ($1, 'GM0307', 2023, 5, 'typed', now())`,
    [scheme],
  )
  const response = await (await as('administrator')).post(`${address}/opslaan`, sent)
  expect(response.status).toBe(422)
  expect(await response.text()).toContain('is er iets veranderd')
})

test('an official may not', async () => {
  expect((await sendFile(balie, await as('official'), address, file)).status).toBe(403)
})
