import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { dayBoxes, hiddenIn, startDecision } from '../../../../tests/support/agreement-world.ts'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, owner, world } = await testApp()
const official = await as('official')
const start = '/sturing/overeenkomsten/nieuw'

test('an agreement is begun once, however often the form is sent, and says what is missing', async () => {
  expect(await (await official.get('/sturing/overeenkomsten')).text()).toContain('Nog geen overeenkomsten')
  const id = hiddenIn(await (await official.get(start)).text(), 'id')
  const wrong = await official.post(start, { id, kind: 'iets', title: '' })
  expect(wrong.status).toBe(422)
  const page = await wrong.text()
  for (const field of ['kind', 'title']) expect(page).toContain(`href="#${field}"`)
  expect(hiddenIn(page, 'id')).toBe(id)

  const sent = { id, kind: 'subsidy-decision', title: 'Subsidie 2026' }
  for (const _time of [1, 2])
    expect((await official.post(start, sent)).headers.get('location')).toContain(`/${id}/partijen`)
  const other = await official.post(start, { ...sent, title: 'Subsidie 2027' })
  expect(other.status).toBe(409)
  expect(await other.text()).toContain('Subsidie 2027')
  const { rows } = await owner.query('select municipality_code, status from agreements.agreements')
  expect(rows).toEqual([{ municipality_code: 'GM0307', status: 'draft' }])
  expect(await (await official.get('/sturing/overeenkomsten')).text()).toContain('Subsidie 2026')
})

test('who takes part: a library that is there, and municipalities by their names', async () => {
  const id = hiddenIn(await (await official.get(start)).text(), 'id')
  await official.post(start, { id, kind: 'cooperation', title: 'Samen 2027' })
  const address = `/sturing/overeenkomsten/${id}/partijen`
  const wrong = await official.post(address, {
    library: randomUUID(),
    municipalities: 'Atlantis',
    version: '1',
  })
  expect(wrong.status).toBe(422)
  const page = await wrong.text()
  for (const field of ['library', 'municipalities']) expect(page).toContain(`href="#${field}"`)
  expect(page).toContain('Atlantis')
  // One's own is in it already.
  expect(
    (await official.post(address, { library: world.library, municipalities: 'Amersfoort', version: '1' }))
      .status,
  ).toBe(422)
  const right = await official.post(address, {
    library: world.library,
    municipalities: 'gemeente utrecht\nLEUSDEN, Utrecht',
    version: '1',
  })
  expect(right.headers.get('location')).toContain('/looptijd')
  const { rows } = await owner.query('select municipality_code from agreements.parties order by 1')
  expect(rows.map(({ municipality_code }) => municipality_code)).toEqual(['GM0327', 'GM0344'])
  const text = await (await official.get(`/sturing/overeenkomsten/${id}/tekst`)).text()
  expect(text).toContain('Partijen zijn de gemeenten Amersfoort, Leusden en Utrecht')
})

test('the term is days in order, and a notice needs a last day', async () => {
  const address = await startDecision(official, world.library)
  const wrong = await official.post(`${address}/looptijd`, {
    ...dayBoxes('from', '2027-06-01'),
    ...dayBoxes('until', '2027-05-01'),
    notice: 'zes',
    ...dayBoxes('review', '2027-02-30'),
    version: '3',
  })
  expect(wrong.status).toBe(422)
  const page = await wrong.text()
  for (const field of ['notice', 'review']) expect(page).toContain(`href="#${field}"`)
  expect(page).toContain('value="zes"')
  const before = await official.post(`${address}/looptijd`, {
    ...dayBoxes('from', '2027-06-01'),
    ...dayBoxes('until', '2027-05-01'),
    notice: '',
    version: '3',
  })
  expect(await before.text()).toContain('href="#until"')
  const oneDay = {
    ...dayBoxes('from', '2027-06-01'),
    ...dayBoxes('until', '2027-06-01'),
    notice: '',
    version: '3',
  }
  expect(await (await official.post(`${address}/looptijd`, oneDay)).text()).toContain('href="#until"')
  const reviewLate = {
    ...dayBoxes('from', '2027-01-01'),
    ...dayBoxes('until', '2027-12-31'),
    ...dayBoxes('review', '2028-01-01'),
    notice: '',
    version: '3',
  }
  expect(await (await official.post(`${address}/looptijd`, reviewLate)).text()).toContain('href="#review"')
  const endless = { ...dayBoxes('from', '2027-01-01'), notice: '3', version: '3' }
  expect(await (await official.post(`${address}/looptijd`, endless)).text()).toContain('href="#notice"')
})

test('of two officials at once the second sees what the first made of it, at each step, and loses nothing', async () => {
  const address = await startDecision(official, world.library)
  const second = async (step: string, fields: Record<string, string | string[]>, ...seen: string[]) => {
    const response = await official.post(`${address}${step}`, fields)
    expect(response.status, step).toBe(409)
    const page = await response.text()
    expect(page).toContain('id="meanwhile"')
    for (const text of seen) expect(page, step).toContain(text)
  }
  await second(
    '/naam',
    { kind: 'subsidy-decision', title: 'Van mij', version: '1' },
    'Van mij',
    'Subsidie 2027',
  )
  await second('/partijen', { library: world.otherLibrary, version: '1' }, 'Bibliotheek Eemdal')
  await second(
    '/looptijd',
    { ...dayBoxes('from', '2026-05-04'), notice: '', version: '1' },
    '1 januari 2027',
    'value="2026"',
  )
  await official.post(`${address}/bouwstenen`, { blocks: ['term', 'goals'], version: '1' })
  await second('/bouwstenen', { blocks: ['amount'], version: '1' }, 'Doelen, Looptijd en einde')
  const goals = `${address}/invullen/goals`
  expect((await official.post(goals, { goals: 'de eerste', version: '0' })).status).toBe(303)
  await second('/invullen/goals', { goals: 'de tweede', version: '0' }, 'de eerste', 'de tweede')
  expect((await official.post(goals, { goals: 'de tweede', version: '1' })).status).toBe(303)
})

test('the steps go on one after the other, or back for who stops for now', async () => {
  const address = await startDecision(official, world.library)
  const next = await official.post(`${address}/bouwstenen`, { blocks: ['goals', 'term'], version: '1' })
  expect(next.headers.get('location')).toBe(`${address}/invullen/goals?bericht=bewaard`)
  const stop = await official.post(`${address}/invullen/goals`, {
    goals: 'x',
    version: '0',
    daarna: 'overzicht',
  })
  expect(stop.headers.get('location')).toBe(`${address}?bericht=bewaard`)
  // And back to the step before, from each but the first.
  const back = (page: string) => /href="([^"]*)"[^>]*>Vorige stap/.exec(page)?.[1]
  expect(back(await (await official.get(`${address}/invullen/goals`)).text())).toBe(`${address}/bouwstenen`)
  expect(back(await (await official.get(`${address}/tekst`)).text())).toBe(`${address}/invullen/goals`)
  expect(back(await (await official.get(`${address}/naam`)).text())).toBeUndefined()
  expect((await official.get(`${address}/invullen/amount`)).status).toBe(404)
  expect((await official.post(`${address}/bouwstenen`, { version: '2' })).status).toBe(422)
})

test("another municipality's agreements are not there", async () => {
  const address = await startDecision(official, world.library)
  await owner.query("update agreements.agreements set municipality_code = 'GM0344' where id = $1", [
    address.split('/').at(-1),
  ])
  for (const part of ['', '/naam', '/tekst', '/status', '/versie/1', '/vergelijken', '/levering'])
    expect((await official.get(`${address}${part}`)).status, part).toBe(404)
  expect((await official.get('/sturing/overeenkomsten?gemeente=GM0344')).status).toBe(404)
})

test('what a municipality agreed stays when it merges, and its successor makes the next', async () => {
  await owner.query(
    `insert into organisations.municipalities (code, name, province_code, province, valid_from, valid_until, successor_code)
     values ('GM9991', 'Oud-Eemdal', 'PV26', 'Utrecht', '1900-01-01', '2026-01-01', 'GM0307')`,
  )
  const address = await startDecision(official, world.library)
  await owner.query(
    "update agreements.agreements set municipality_code = 'GM9991', title = 'Van vroeger' where id = $1",
    [address.split('/').at(-1)],
  )
  const list = await (await official.get('/sturing/overeenkomsten?gemeente=GM9991')).text()
  expect(list).toContain('Van vroeger')
  expect(list).not.toContain('/nieuw')
  expect((await official.get(`${address}/naam`)).status).toBe(200)
  expect(await (await official.get(`${start}?gemeente=GM9991`)).text()).toContain('nieuw?gemeente=GM0307')
})
