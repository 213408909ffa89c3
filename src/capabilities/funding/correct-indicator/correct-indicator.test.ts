import { beforeEach, expect, test } from 'vitest'
import { addContacts, figuresOn, sign } from '../../../../tests/support/account-world.ts'
import { hiddenField } from '../../../../tests/support/send-file.ts'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, owner, world } = await testApp()
const account = '/sturing/verantwoording'
const address = `${account}/indicator/4/verbeteren`
const rows = async () => (await owner.query('select * from funding.indicator_corrections')).rows

beforeEach(async () => {
  await owner.query('truncate funding.statements, funding.indicator_corrections, contacts.contacts cascade')
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
})

test('stands in the place of what was counted, with the reason, until it is withdrawn', async () => {
  const official = await as('official')
  const id = hiddenField(await (await official.get(address)).text(), 'id')
  for (const [value, reason, wrong] of [
    ['', 'x', 'value'],
    ['-4', 'x', 'value'],
    ['2,5', 'x', 'value'],
    ['10', '', 'reason'],
  ] as const) {
    const refused = await official.post(address, { id, value, reason })
    expect(refused.status).toBe(422)
    const html = await refused.text()
    expect(html).toContain(`href="#${wrong}"`)
    expect(hiddenField(html, 'id')).toBe(id)
  }
  const fields = { id, over: '', value: '1.234', reason: 'Een week op papier' }
  // Sent twice it is one correction.
  expect((await official.post(address, fields)).status).toBe(303)
  expect((await official.post(address, fields)).status).toBe(303)
  expect(await rows()).toMatchObject([{ indicator: 4, value: 1234, counted: 3, after_signing: false }])
  const figure = figuresOn(await (await official.get(account)).text())[3]
  expect(figure).toMatchObject({ number: '1.234' })
  expect(figure?.remarks).toContain('Geteld: 3. Met de hand verbeterd.')
  expect(await (await official.get(`${account}/indicator/4`)).text()).toContain('Een week op papier')

  await official.post(`${account}/indicator/4/intrekken`, { id })
  expect(figuresOn(await (await official.get(account)).text())[3]?.number).toBe('3')
  expect((await official.post(`${account}/indicator/4/intrekken`, { id })).status).toBe(404)
})

test('of two officials at once the second sees what the first made of it, and loses nothing', async () => {
  const official = await as('official')
  const forms = [await (await official.get(address)).text(), await (await official.get(address)).text()]
  const [first, second] = forms.map((html) => ({
    id: hiddenField(html, 'id'),
    over: hiddenField(html, 'over'),
  }))
  await official.post(address, { ...first, value: '7', reason: 'De eerste' })
  const late = await official.post(address, { ...second, value: '8', reason: 'De tweede' })
  expect(late.status).toBe(409)
  const html = await late.text()
  expect(html).toContain('De eerste')
  expect(html).toContain('De tweede')
  expect(await rows()).toHaveLength(1)
  const again = { id: hiddenField(html, 'id'), over: hiddenField(html, 'over') }
  expect((await official.post(address, { ...again, value: '8', reason: 'De tweede' })).status).toBe(303)
  expect(figuresOn(await (await official.get(account)).text())[3]?.number).toBe('8')
})

test('money is corrected by a booking, not by hand', async () => {
  const official = await as('official')
  for (const number of [1, 2])
    expect((await official.get(`${account}/indicator/${number}/verbeteren`)).status).toBe(404)
})

test('after signing it stands beside what was signed', async () => {
  const official = await as('official')
  expect((await sign(official, `${account}/ondertekenen`, 'Haast')).status).toBe(303)
  const html = await (await official.get(address)).text()
  expect(html).toContain('Dit jaar is ondertekend')
  await official.post(address, { id: hiddenField(html, 'id'), value: '5', reason: 'Nagekomen turflijst' })
  expect(await rows()).toMatchObject([{ after_signing: true }])
  const figure = figuresOn(await (await official.get(account)).text())[3]
  expect(figure).toMatchObject({ number: '3' })
  expect(figure?.remarks).toContain('Na ondertekenen: +2')
})

test('of another municipality is not there', async () => {
  const official = await as('official')
  const id = hiddenField(await (await official.get(address)).text(), 'id')
  await official.post(address, { id, value: '5', reason: 'Papier' })
  await owner.query("update funding.indicator_corrections set municipality_code = 'GM0344'")
  expect((await official.post(`${account}/indicator/4/intrekken`, { id })).status).toBe(404)
})
