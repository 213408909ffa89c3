import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, owner, world } = await testApp()
const { rows: municipalities } = await owner.query(
  "select id from organisations.organisations where kind = 'municipality'",
)

/** Somebody whom a counter of Amersfoort sent to a desk on a day. */
async function sent(madeOn: string, state: string, times: number) {
  const closed = state === 'closed'
  for (let time = 0; time < times; time += 1)
    await owner.query(
      `insert into referrals.referrals (id, code, direction, warmth, library_id, desk_id, municipality_code, sender_kind, sender_name,
         sender_organisation_id, way, state, state_since, outcome, made_at, made_on, closed_at,
         came_at, refused_at)
       values ($1, $2, 'in', 'warm', $3, $4, 'GM0307', 'municipality', 'Burgerzaken', $5, 'walk-in', $6, $7::timestamptz, $8,
         $7::timestamptz, ($7::timestamptz)::date, $9,
         case when $6 = 'came' then $7::timestamptz end, case when $6 = 'not-for-us' then $7::timestamptz end)`,
      [
        randomUUID(),
        randomUUID(),
        world.library,
        world.desk,
        municipalities[0].id,
        state,
        madeOn,
        closed ? 'helped' : null,
        closed ? madeOn : null,
      ],
    )
}
const row = (page: string, name: string) =>
  new RegExp(`<th[^>]*>${name.replace(/[()]/g, '\\$&')}</th>[\\s\\S]*?</tr>`).exec(page)?.[0] ?? ''
const cells = (page: string, name: string) =>
  [...row(page, name).matchAll(/<td[^>]*>([\s\S]*?)<\/td>/g)].map(([, cell]) => cell)
const day = ([year, month, date]: [string, string, string]) => ({
  'day.day': date,
  'day.month': month,
  'day.year': year,
})

test('tells how many were sent, and how it ended only of a quarter that is settled and of numbers that are not small', async () => {
  await sent('2026-11-03', 'sent', 3)
  await sent('2026-05-06', 'closed', 24)
  await sent('2026-05-07', 'not-for-us', 2)
  await sent('2026-02-03', 'closed', 4)
  const official = await as('official')
  const page = await (await official.get('/sturing/doorverwijzers')).text()
  expect(cells(page, 'kwartaal 4 van 2026 (loopt nog)')).toEqual([
    '3',
    ...Array.from({ length: 5 }, () => 'volgt later'),
  ])
  // Two that could not be helped and the noughts beside them are fewer than ten, so what was helped is hidden along.
  expect(cells(page, 'kwartaal 2 van 2026')).toEqual(['26', ...Array.from({ length: 5 }, () => 'weggelaten')])
  expect(cells(page, 'kwartaal 1 van 2026')[0]).toBe('4')
  expect(page).toContain('Eemdal Centrum (33)')

  await sent('2026-05-08', 'came', 12)
  await sent('2026-05-08', 'not-for-us', 14)
  const more = cells(await (await official.get('/sturing/doorverwijzers')).text(), 'kwartaal 2 van 2026')
  expect(more[0]).toBe('52')
  // The two noughts take the smallest along: the twelve who came.
  expect(more).toEqual(['52', '24', 'weggelaten', '16', 'weggelaten', 'weggelaten'])
})

test('a training is kept with who followed it; who had none in two years is named', async () => {
  const official = await as('official')
  const address = '/sturing/doorverwijzers/training?gemeente=GM0307'
  const start = await (await official.get('/sturing/doorverwijzers')).text()
  expect(start).toContain('Eén collega kan mensen aanmelden.')
  expect(start).toContain('Test referrer: nog geen training')
  const facts = { ...day(['2026', '10', '6']), givenBy: 'Het Taalhuis', department: 'Burgerzaken', note: '' }
  const wrong = await official.post(address, { ...facts, department: '', others: 'veel' })
  expect(wrong.status).toBe(422)
  const page = await wrong.text()
  for (const id of ['department', 'others']) expect(page).toContain(`href="#${id}"`)
  expect(page).toContain('value="veel"')
  expect(await (await official.post(address, { ...facts, others: '0' })).text()).toContain(
    'Vul in hoeveel mensen de training volgden',
  )

  // An account of another organisation cannot be ticked.
  const followers = [world.accounts.referrer, world.accounts.volunteer]
  const sent = { ...facts, id: randomUUID(), others: '12', followers }
  for (const _ of [1, 2]) expect((await official.post(address, sent)).status).toBe(303)
  expect((await official.post(address, { ...sent, followers: [] })).status).toBe(409)
  const overview = await (await official.get('/sturing/doorverwijzers')).text()
  expect(overview).toContain('De laatste twee jaar: één training. Samen 13 deelnemers.')
  expect(overview).not.toContain('nog geen training')

  const { rows } = await owner.query('select id from municipal_roles.trainings')
  const one = `/sturing/doorverwijzers/training/${rows[0].id}?gemeente=GM0307`
  expect(await (await official.get(one)).text()).toMatch(
    new RegExp(`value="${world.accounts.referrer}"[^>]*checked`),
  )
  expect((await official.post(one, { ...facts, others: '12', version: '1' })).status).toBe(303)
  expect((await official.post(one, { ...facts, others: '9', version: '1' })).status).toBe(409)
  expect(await (await official.get('/sturing/doorverwijzers')).text()).toContain(
    'Test referrer: nog geen training',
  )
  await official.post(one, { ...facts, ...day(['2024', '10', '6']), others: '12', version: '2' })
  expect(await (await official.get('/sturing/doorverwijzers')).text()).toContain(
    'Burgerzaken: laatste training op 6 oktober 2024',
  )
})

test('a training that is to come counts nobody yet, and one of another age is a typing error', async () => {
  await owner.query('delete from municipal_roles.training_followers')
  await owner.query('delete from municipal_roles.trainings')
  const official = await as('official')
  const address = '/sturing/doorverwijzers/training?gemeente=GM0307'
  const facts = { givenBy: 'Het Taalhuis', department: 'Burgerzaken', note: '', others: '' }
  for (const year of ['2018', '2029', '2126']) {
    const wrong = await official.post(address, { ...facts, ...day([year, '10', '6']), others: '5' })
    expect(wrong.status, year).toBe(422)
    expect(await wrong.text()).toContain('Kijk het jaar na')
  }
  expect((await official.post(address, { ...facts, ...day(['2027', '3', '2']) })).status).toBe(303)
  const page = await (await official.get('/sturing/doorverwijzers')).text()
  expect(page).toContain('De laatste twee jaar: geen training.')
  expect(page).toMatch(/Burgerzaken · nog niet geweest<\/td>[\s\S]*?<td[^>]*>–<\/td>/)
})

test('is for the official only', async () => {
  for (const person of ['referrer', 'coordinator', 'administrator'] as const)
    expect((await (await as(person)).get('/sturing/doorverwijzers')).status).toBe(403)
})
