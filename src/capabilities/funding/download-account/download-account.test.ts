import { readXlsx } from 'hucre/xlsx'
import { beforeEach, expect, test } from 'vitest'
import { addContacts, award, book, sign } from '../../../../tests/support/account-world.ts'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, owner, world } = await testApp()
const account = '/sturing/verantwoording'

beforeEach(async () => {
  await owner.query(
    'truncate funding.bookings, funding.amounts, funding.statements, contacts.contacts cascade',
  )
  await owner.query(
    'update funding.schemes set code = null, deadline = null, audit_kinds = \'{"","","","",""}\'',
  )
  await addContacts(
    owner,
    {
      desk: world.desk,
      library: world.library,
      municipality: 'GM0307',
      account: world.accounts.volunteer,
    },
    '2025-04-04',
    [1, 2],
  )
  await award(owner, 'GM0307', 1_000_000)
  await book(owner, world.accounts.official, { year: 2025, cents: 765_450 })
})

test('what Balie does not know is said to be not set, never made up', async () => {
  const official = await as('official')
  const csv = await (await official.get(`${account}/bijlage.csv`)).text()
  expect(csv.split('\r\n')[1]?.split(';')).toEqual([
    '2025',
    'concept',
    'Ministerie van Binnenlandse Zaken en Koninkrijksrelaties',
    'niet ingesteld',
    'Specifieke uitkering Informatiepunten Digitale Overheid',
    'Regeling specifieke uitkering Informatiepunten Digitale Overheid, Stcrt. 2022, 33992',
    'Gemeente Amersfoort',
    'niet ingesteld',
    'Het bestede bedrag',
    'niet ingesteld',
    '7655',
    '7654,50',
    '',
    '',
  ])
  const overview = await (await official.get(account)).text()
  expect(overview).toContain('Uiterste dag: niet ingesteld')
  const print = await (await official.get(`${account}/afdrukken`)).text()
  expect(print).toContain('niet ingesteld')
  expect(print).toContain('concept')
  expect(print).toContain('niet ingevuld')
  expect(print).toContain('€\u00a07.655<')
  const rows = print.slice(print.indexOf('id="bijlage"')).split('<tr').slice(2)
  expect(rows.map((row) => row.split('niet ingesteld').length - 1)).toEqual([1, 1, 1, 1, 1])
  expect(csv.split('\r\n')[5]).toContain(';niet ingevuld;')
})

test('the annex has its columns, each indicator its number, kind of audit and value', async () => {
  await owner.query(
    `update funding.schemes set code = 'X99', deadline = '07-15', audit_kinds = '{R,R,"n.v.t.","n.v.t.","n.v.t."}' where first_year = 2023`,
  )
  const official = await as('official')
  await sign(official, `${account}/ondertekenen`, 'Haast')
  const response = await official.get(`${account}/bijlage.xlsx`)
  expect(response.headers.get('content-disposition')).toContain('verantwoording-2025-amersfoort.xlsx')
  const { sheets } = await readXlsx(new Uint8Array(await response.arrayBuffer()))
  expect(sheets.map(({ name }) => name)).toEqual([
    'Bijlage',
    'Cijfers',
    'Informatiepunten',
    'Vragen',
    'Leermiddelen',
  ])
  const [annex, , desks, questions] = sheets
  expect(annex?.rows[0]?.slice(0, 6)).toEqual([
    'Verstrekker',
    'Uitkeringscode',
    'Specifieke uitkering',
    'Juridische grondslag',
    'Ontvanger',
    'Indicator 1',
  ])
  expect(annex?.rows[1]?.[1]).toBe('X99')
  expect(annex?.rows[2]?.slice(5)).toEqual([
    'Aard controle: R',
    'Aard controle: R',
    'Aard controle: n.v.t.',
    'Aard controle: n.v.t.',
    'Aard controle: n.v.t.',
  ])
  expect(annex?.rows[3]?.slice(5)).toEqual([1, 2, 3, 4, 5].map((number) => `Indicator: X99/0${number}`))
  expect(annex?.rows[4]?.slice(5)).toEqual([7655, 2346, 1, 3, 'niet ingevuld'])
  expect(desks?.rows[1]).toEqual(['Eemdal Centrum', 'Bibliotheek Eemdal', 'Amersfoort', 1])
  expect(questions?.rows[1]?.at(-1)).toBe(3)
  const overview = await (await official.get(account)).text()
  expect(overview).toContain('15 juli 2026')
  const print = await (await official.get(`${account}/afdrukken`)).text()
  expect(print).toContain('X99/05')
  expect(print).toContain('afgerond op hele euro')
})
