import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { dayBoxes, hiddenIn, startDecision } from '../../../../tests/support/agreement-world.ts'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, owner, world, clock } = await testApp()
const official = await as('official')
const decision = await startDecision(official, world.library)
const id = decision.split('/').at(-1)
const add = `${decision}/levering`
const report = {
  what: 'Cijfers van het kwartaal',
  owedBy: 'library',
  ...dayBoxes('first', '2027-01-31'),
  repeats: 'quarterly',
  ...dayBoxes('last', '2027-12-31'),
  goal: '',
}
const agree = () =>
  owner.query(
    `with made as (insert into agreements.versions (id, agreement_id, number, content, document, agreed_on, made_by, made_at)
       values (gen_random_uuid(), $1, 1, '{}', '', '2026-11-20', $2, now()))
     update agreements.agreements set status = 'agreed' where id = $1`,
    [id, world.accounts.official],
  )

test('what must be delivered is added once, and says at each field what is wrong', async () => {
  const wrong = await official.post(add, {
    ...report,
    what: '',
    ...dayBoxes('first', '2027-02-31'),
    repeats: 'vaak',
    goal: randomUUID(),
  })
  expect(wrong.status).toBe(422)
  const page = await wrong.text()
  for (const field of ['what', 'first', 'repeats', 'goal']) expect(page).toContain(`href="#${field}"`)
  expect(await (await official.post(add, { ...report, ...dayBoxes('last', '2027-01-01') })).text()).toContain(
    'href="#last"',
  )
  const form = hiddenIn(await (await official.get(add)).text(), 'id')
  for (const _time of [1, 2]) expect((await official.post(add, { ...report, id: form })).status).toBe(303)
  const other = await official.post(add, { ...report, id: form, what: 'Jaarverslag' })
  expect(other.status).toBe(409)
  const again = await other.text()
  for (const text of ['Jaarverslag', 'Je hebt dit formulier al verstuurd']) expect(again).toContain(text)
  expect((await owner.query('select from agreements.deliverables')).rowCount).toBe(1)
})

test('of a draft nothing is due; once agreed each time is on the list, what is late first', async () => {
  expect(await (await official.get('/sturing/overeenkomsten')).text()).not.toContain(
    'Cijfers van het kwartaal',
  )
  await agree()
  clock.moveTo('2027-05-10T09:00:00Z')
  const later = await as('official')
  const list = await (await later.get('/sturing/overeenkomsten')).text()
  expect(list.match(/Cijfers van het kwartaal/g)).toHaveLength(3)
  expect(list.match(/badge--danger/g)).toHaveLength(2)
  expect(list).toMatch(/31 januari 2027.*30 april 2027.*30 juni 2027.*31 juli 2027/s)
  const manager = await as('manager')
  expect(await (await manager.get('/sturing/overeenkomsten/bibliotheek')).text()).toMatch(/te laat/)
})

test('a time is marked, with a remark, by one at a time', async () => {
  const later = await as('official')
  const [deliverable] = (await owner.query('select id from agreements.deliverables')).rows
  const mark = `${add}/${deliverable.id}/2027-01-31`
  expect((await later.get(`${add}/${deliverable.id}/2027-02-01`)).status).toBe(404)
  const future = await later.post(mark, {
    done: 'ja',
    ...dayBoxes('doneOn', '2027-06-01'),
    note: 'x',
    version: '0',
  })
  expect(future.status).toBe(422)
  expect(await future.text()).toContain('href="#doneOn"')
  const came = { done: 'ja', ...dayBoxes('doneOn', '2027-02-03'), note: 'Per post', version: '0' }
  expect((await later.post(mark, came)).status).toBe(303)
  const second = await later.post(mark, { done: 'nee', note: 'Van mij', version: '0' })
  expect(second.status).toBe(409)
  const page = await second.text()
  expect(page).toContain('Per post')
  expect(page).toContain('Van mij')
  const overview = await (await later.get(decision)).text()
  expect(overview).toContain('gekomen op 3 februari 2027')
  expect((await (await later.get('/sturing/overeenkomsten')).text()).match(/badge--danger/g)).toHaveLength(1)
})

test('what was marked stays when the days change, and two officials do not go over each other', async () => {
  const later = await as('official')
  const [deliverable] = (await owner.query('select id from agreements.deliverables')).rows
  const address = `${add}/${deliverable.id}`
  const changed = { ...report, ...dayBoxes('first', '2027-03-15'), repeats: 'yearly', version: '1' }
  expect((await later.post(address, changed)).status).toBe(303)
  expect((await later.post(address, { ...changed, what: 'Van mij' })).status).toBe(409)
  const overview = await (await later.get(decision)).text()
  expect(overview).toContain('31 januari 2027')
  expect(overview).toContain('15 maart 2027')
  expect(overview).not.toContain('30 april 2027')
})
