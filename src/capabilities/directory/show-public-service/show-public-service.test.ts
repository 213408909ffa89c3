import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'

const { anonymous, owner } = await testApp()
const { rows } = await owner.query<{ id: string; partner_id: string }>(
  `select id, partner_id from directory.services where source_id = 'digihulplijn'`,
)
const { id = '', partner_id: partner = '' } = rows[0] ?? {}

test.each([
  ['', 'Maandag: 09.00 tot 17.00 uur', 'Gratis'],
  ['/en', 'Monday: 09:00', 'Free'],
  ['/ar', 'اثنين', 'DigiHulplijn'],
])('everybody reads in the language of the address %s when and how', async (language, ...texts) => {
  const response = await anonymous().get(`${language}/sociale-kaart/${id}`)
  expect(response.status).toBe(200)
  const html = await response.text()
  for (const text of [...texts, 'href="tel:08001508"', `${language}/sociale-kaart/${id}/klopt-niet`])
    expect(html).toContain(text)
})

test('tells nobody whom one calls there by name', async () => {
  await owner.query(
    `insert into directory.contact_persons (id, partner_id, name, created_at) values (gen_random_uuid(), $1, 'Naamgenoot Vast', now())`,
    [partner],
  )
  expect(await (await anonymous().get(`/sociale-kaart/${id}`)).text()).not.toContain('Naamgenoot')
})

test('says to call first when nobody looked at it in time, and is gone when it has ended', async () => {
  await owner.query(`update directory.partners set review_on = '2026-11-01' where id = $1`, [partner])
  expect(await (await anonymous().get(`/sociale-kaart/${id}`)).text()).toContain('Bel eerst')
  await owner.query(`update directory.partners set ended_on = '2026-11-01' where id = $1`, [partner])
  expect((await anonymous().get(`/sociale-kaart/${id}`)).status).toBe(404)
})
