import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, owner } = await testApp()
const of = 'gemeente=GM0307&jaar=2025'

async function book(): Promise<string> {
  const id = randomUUID()
  const response = await (await as('official')).post(`/sturing/geld/boeking?${of}`, {
    id,
    kind: 'spending',
    purpose: 'promotion',
    description: 'Folders',
    amount: '80',
    'day.day': '1',
    'day.month': '2',
    'day.year': '2025',
  })
  expect(response.status).toBe(303)
  return id
}

test('what was struck out stays to be read, with the reason, and counts no more', async () => {
  const official = await as('official')
  const id = await book()
  const address = `/sturing/geld/boeking/${id}/doorhalen?${of}`
  expect(await (await official.get(address)).text()).toContain('Folders')
  const without = await official.post(address, { version: '1', reason: '' })
  expect(without.status).toBe(422)
  expect(await without.text()).toContain('Schrijf op waarom je doorhaalt')
  expect((await official.post(address, { version: '1', reason: 'Dubbel' })).status).toBe(303)
  const year = await (await official.get(`/sturing/geld?${of}&bericht=doorgehaald`)).text()
  expect(year).toMatch(/<del>€\s?80,00<\/del>/)
  expect(year).toMatch(/Besteed<\/dt><dd[^>]*>€\s?0,00/)
  const booking = await (await official.get(`/sturing/geld/boeking/${id}?${of}`)).text()
  expect(booking).toContain('Dubbel')
  expect(booking).not.toContain('name="amount"')
  // Twice is told, and nothing changes.
  expect((await official.post(address, { version: '1', reason: 'Nog eens' })).status).toBe(409)
})

test('of somebody else changed it meanwhile, and in a signed year, it is told and not done', async () => {
  const official = await as('official')
  const id = await book()
  const address = `/sturing/geld/boeking/${id}/doorhalen?${of}`
  await owner.query('update funding.bookings set version = 2 where id = $1', [id])
  const late = await official.post(address, { version: '1', reason: 'Dubbel' })
  expect(late.status).toBe(409)
  expect(await late.text()).toContain('Dubbel')
  await owner.query(
    `insert into funding.statements (municipality_code, year, state, figures, signed_at) values ('GM0307', 2025, 'signed', '{}', now())`,
  )
  expect((await official.post(address, { version: '2', reason: 'Dubbel' })).status).toBe(409)
  const { rows } = await owner.query('select struck_out_at from funding.bookings where id = $1', [id])
  expect(rows).toEqual([{ struck_out_at: null }])
})
