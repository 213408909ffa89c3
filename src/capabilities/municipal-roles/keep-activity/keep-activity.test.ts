import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { addHistory } from '../../../../tests/support/history.ts'
import { type Fields, testApp } from '../../../../tests/support/test-app.ts'

const { as, app, owner, world, runJobs, clock } = await testApp()
await addHistory(owner, world)
await runJobs()

const official = await as('official')
const day = (name: string, text: string): Record<string, string> => {
  const [year = '', month = '', date = ''] = text.split('-')
  return { [`${name}.day`]: date, [`${name}.month`]: month, [`${name}.year`]: year }
}
const fields = (more: Fields = {}): Fields => ({
  id: randomUUID(),
  name: 'Artikel in de krant',
  channel: 'local-paper',
  ...day('startsOn', '2026-03-02'),
  ...more,
})
const add = (more: Fields = {}) => official.post('/sturing/promotie/nieuw?gemeente=GM0307', fields(more))
const addressOf = async (more: Fields = {}): Promise<string> => {
  const response = await add(more)
  expect(response.status).toBe(303)
  return (response.headers.get('location') ?? '').replace('&bericht=bewaard', '')
}
const stored = async (name: string) =>
  (await owner.query('select * from municipal_roles.activities where name = $1', [name])).rows

/** Sends a file as a browser does. */
async function upload(address: string, name: string, content: BlobPart, id: string = randomUUID()) {
  const body = new FormData()
  body.append('id', id)
  body.append('file', new File([content], name))
  return app.request(`http://balie.test${address}`, {
    method: 'POST',
    body,
    headers: {
      origin: 'http://balie.test',
      'accept-language': 'nl',
      cookie: [...official.cookies].map(([key, value]) => `${key}=${value}`).join('; '),
    },
  })
}

test('what is wrong is told at each field, and nothing that was typed is lost', async () => {
  const wrong = await add({
    name: '',
    channel: 'rooksignalen',
    ...day('endsOn', '2026-03-01'),
    reached: 'veel',
    cost: '-12',
    desks: world.otherDesk,
    note: 'van 123456782',
    audience: 'Mantelzorgers',
  })
  expect(wrong.status).toBe(422)
  const page = await wrong.text()
  for (const field of ['name', 'channel', 'reached', 'cost', 'desks', 'note'])
    expect(page).toContain(`href="#${field}"`)
  for (const typed of ['Mantelzorgers', 'van 123456782', 'value="veel"', 'value="-12"'])
    expect(page).toContain(typed)
  for (const far of ['2018-12-31', '2029-01-01'])
    expect(await (await add(day('startsOn', far))).text(), far).toContain('Kijk het jaar na')
  const order = await add(day('endsOn', '2026-03-01'))
  expect(await order.text()).toContain('ligt voor de eerste')
})

test('the letter of Tiel stands ready as an example', async () => {
  expect(await (await official.get('/sturing/promotie')).text()).toContain('voorbeeld=dankbrief')
  const form = await (
    await official.get('/sturing/promotie/nieuw?gemeente=GM0307&voorbeeld=dankbrief')
  ).text()
  expect(form).toContain('dankbrief aan mantelzorgers')
  expect(form).toMatch(/value="letter" selected/)
})

test.each([
  ['1.234,56', 123456],
  ['1,234.56', 123456],
  ['€ 1234', 123400],
])('a cost typed as %s is kept as it was meant', async (cost, cents) => {
  await addressOf({ name: `Kosten ${cost}`, cost })
  expect(await stored(`Kosten ${cost}`)).toMatchObject([{ cost_cents: cents }])
})

test('an activity shows its facts and counts in the year; twice the same form is one', async () => {
  const twice = fields({
    name: 'Brief',
    channel: 'letter',
    cost: '450',
    reached: '1.200',
    materials: '1200 brieven\nbanner',
    desks: [world.desk, world.secondDesk],
    ...day('endsOn', '2026-03-09'),
  })
  for (const _ of [1, 2])
    expect((await official.post('/sturing/promotie/nieuw?gemeente=GM0307', twice)).status).toBe(303)
  const response = await official.post('/sturing/promotie/nieuw?gemeente=GM0307', {
    ...twice,
    name: 'Een andere actie',
  })
  expect(response.status).toBe(409)
  const again = await response.text()
  for (const text of ['Een andere actie', 'Je hebt dit formulier al verstuurd']) expect(again).toContain(text)
  const [activity, other] = await stored('Brief')
  expect(other).toBeUndefined()
  const page = await (await official.get(`/sturing/promotie/${activity.id}`)).text()
  for (const text of [
    '1.200 × brieven',
    'banner',
    'Eemdal Centrum, Eemdal Noord',
    '2 maart 2026 tot en met 9 maart',
  ])
    expect(page).toContain(text)
  expect(page.replaceAll('\u00a0', ' ')).toContain('€ 450,00')
  const list = await (await official.get('/sturing/promotie?gemeente=GM0307&jaar=2026')).text()
  expect(list).toContain('Brief')
  expect(list).toContain('1.200')
})

test('before and after come to what was counted, beside a year earlier; what is few is not told', async () => {
  const count = async (desk: string, from: string, until: string): Promise<number> =>
    (
      await owner.query(
        `select count(*)::int as number from contacts.contacts where desk_id = $1 and occurred_on between $2 and $3`,
        [desk, from, until],
      )
    ).rows[0].number
  const address = await addressOf({ name: 'Gewogen', desks: world.desk })
  const page = await (await official.get(address)).text()
  const [, table = ''] =
    /<table[^>]*>\s*<caption[^>]*id="voor-en-na-caption"([\s\S]*?)<\/table>/.exec(page) ?? []
  const numbers = [...table.matchAll(/numeric-data">([\d.]+|[a-z0-9 ]+)<\/td>/g)].map(([, number]) => number)
  expect(numbers).toEqual([
    String(await count(world.desk, '2026-02-02', '2026-03-01')),
    String(await count(world.desk, '2026-03-02', '2026-03-29')),
    String(await count(world.desk, '2025-02-03', '2025-03-02')),
    String(await count(world.desk, '2025-03-03', '2025-03-30')),
  ])
  expect(page).toContain('Dit is geen bewijs')
  // The second desk began in January 2026: a year earlier there was nothing, and nothing is few.
  const second = await addressOf({ name: 'Tweede', desks: world.secondDesk })
  expect(await (await official.get(second)).text()).toContain('minder dan 10')
  const recent = await addressOf({ name: 'Net', ...day('startsOn', '2026-11-16') })
  expect(await (await official.get(recent)).text()).toContain('Vanaf 14 december 2026')
})

test('of two officials at once the second sees what the first made of it, and loses nothing', async () => {
  const address = (await addressOf({ name: 'Samen' })).replace('?', '/wijzigen?')
  const sent = (note: string, version: string) => fields({ name: 'Samen', note, version })
  expect((await official.post(address, sent('de eerste', '1'))).status).toBe(303)
  const second = await official.post(address, sent('de tweede', '1'))
  expect(second.status).toBe(409)
  const page = await second.text()
  for (const text of ['de eerste', 'de tweede', 'name="version" value="2"']) expect(page).toContain(text)
  expect((await official.post(address, sent('de tweede', '2'))).status).toBe(303)
})

test('material is added as a file that is what it says, given back, and taken away', async () => {
  const address = await addressOf({ name: 'Met bestand' })
  const files = address.replace('?', '/bestand?')
  expect(await (await upload(files, 'poster.pdf', 'geen pdf')).text()).toContain(
    'iets anders dan de naam zegt',
  )
  expect((await upload(files, 'leeg.txt', '')).status).toBe(422)
  const id = randomUUID()
  for (const _ of [1, 2])
    expect((await upload(files, 'brief.txt', 'Beste mantelzorger', id)).status).toBe(303)
  const other = await upload(files, 'brief.txt', 'Beste vrijwilliger', id)
  expect(other.status).toBe(409)
  expect(await other.text()).toContain('Je hebt dit formulier al verstuurd')
  const page = await (await official.get(address)).text()
  expect(page.match(/>brief\.txt<\/a>/g)).toHaveLength(1)
  const path = address.replace('?', `/bestand/${id}?`)
  const file = await official.get(path)
  expect(file.headers.get('content-disposition')).toContain('attachment')
  expect(await file.text()).toBe('Beste mantelzorger')
  await official.post(address.replace('?', `/bestand/${id}/weg?`), {})
  expect((await official.get(path)).status).toBe(404)
  expect(await (await official.get(address)).text()).not.toContain('brief.txt')
})

test('what was taken away is in no list; what is of another municipality is not there', async () => {
  const address = await addressOf({ name: 'Vergissing' })
  expect((await official.post(address.replace('?', '/weg?'), {})).status).toBe(303)
  expect(await (await official.get('/sturing/promotie')).text()).not.toContain('Vergissing')
  expect((await official.get(address)).status).toBe(404)
  const other = await addressOf({ name: 'Van Utrecht' })
  await owner.query(
    `update municipal_roles.activities set municipality_code = 'GM0344' where name = 'Van Utrecht'`,
  )
  expect((await official.get(other)).status).toBe(404)
  expect((await official.get('/sturing/promotie?gemeente=GM0344')).status).toBe(404)
  for (const person of ['manager', 'coordinator', 'analyst'] as const)
    expect((await (await as(person)).get('/sturing/promotie')).status).toBe(403)
  clock.moveTo('2026-11-24T10:00:00Z')
})
