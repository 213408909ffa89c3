import { beforeEach, expect, test } from 'vitest'
import { csvOf, importPage, importSteps, stopUnfinished } from '../../../../tests/support/import-history.ts'
import { testApp } from '../../../../tests/support/test-app.ts'

const balie = await testApp()
const { owner, as, runJobs, world } = balie
const manager = await as('manager')
const steps = importSteps(balie, manager)
beforeEach(() => stopUnfinished(owner))
const header = ['Datum', 'Informatiepunt', 'Vraag', 'Toelichting vraag', 'Wijze van hulp']
const good = ['4-3-2022', 'Eemdal Centrum', 'DigiD', '', 'Samen gedaan']
const page = async (address: string, query = ''): Promise<string> =>
  (await manager.get(`${address}/controle${query}`)).text()

test.each([
  [['4 ooit 2022', ...good.slice(1)], '&quot;4 ooit 2022&quot; is geen dag'],
  [['30-2-2022', ...good.slice(1)], 'Datum: &quot;30-2-2022&quot; is geen dag.'],
  [['', ...good.slice(1)], 'Datum: dit mag niet leeg zijn.'],
  [['30-6-2019', ...good.slice(1)], '&quot;30-6-2019&quot; is voor 1 juli 2019.'],
  [['25-11-2026', ...good.slice(1)], 'Datum: &quot;25-11-2026&quot; moet nog komen.'],
  [
    ['4-3-2026', good[1] ?? '', 'Energietoeslag', '', ''],
    '&quot;Energietoeslag&quot; bestond niet op die dag.',
  ],
  [['4-3-2022', '', 'DigiD', '', ''], 'Informatiepunt: dit mag niet leeg zijn.'],
  [['4-3-2022', 'Eemdal Centrum', '', '', ''], 'Vraag of onderwerp: dit mag niet leeg zijn.'],
  [
    ['4-3-2022', 'Eemdal Centrum', 'Andere vraag', 'x'.repeat(121), ''],
    'maak de tekst korter dan 120 tekens',
  ],
  [
    ['4-3-2022', 'Eemdal Centrum', 'Andere vraag', 'bel 06 12345678', ''],
    'hier lijkt een telefoonnummer te staan',
  ],
])('a row as %j is an error that says what to do', async (row, message) => {
  const address = await steps.prepare(csvOf([header, good, row]))
  const html = await page(address)
  expect(html).toContain(message)
  expect(html).toContain('1 regel heeft een fout')
})

test('a text with another topic is left out, one with something else is kept', async () => {
  const address = await steps.run(
    csvOf([
      header,
      [...good.slice(0, 3), 'zomaar', ''],
      ['5-3-2022', 'Eemdal Centrum', 'Andere vraag', 'over bomen', ''],
    ]),
  )
  const { rows } = await owner.query(
    `select q.topic_code, q.other_text from contacts.questions q join contacts.contacts c on c.id = q.contact_id
     where c.import_id = $1 order by q.occurred_on`,
    [address.split('/').at(-1)],
  )
  expect(rows).toEqual([
    { topic_code: 'digid', other_text: null },
    { topic_code: 'other', other_text: 'over bomen' },
  ])
})

test('the same error is told once, with how many rows; rows come a page at a time', async () => {
  const wrong = Array.from({ length: 60 }, () => ['morgen', ...good.slice(1)])
  const address = await steps.prepare(csvOf([header, ...wrong]))
  expect(await page(address)).toMatch(/is geen dag\. Schrijf bijvoorbeeld 4-3-2022\..*>60</s)
  expect([...(await page(address)).matchAll(/id="rows"/g)]).toHaveLength(1)
  const leaveOut = async (query: string) =>
    [...(await page(address, query)).matchAll(/weglaten(?:\?pagina=\d)?"/g)].length
  expect(await leaveOut('')).toBe(51)
  expect(await leaveOut('?pagina=2')).toBe(11)
  // After one is left out, the list stands where it was.
  const left = await manager.post(`${address}/regels/60/weglaten?pagina=2`, {})
  expect(left.headers.get('location')).toBe(`${address}/controle?weggelaten=1&pagina=2#wrong-rows`)
})

test('what is wrong is told once for every value, with the first few', async () => {
  const rows = ['ooit', 'later', 'morgen', 'nooit'].map((day) => [day, ...good.slice(1)])
  const html = await page(await steps.prepare(csvOf([header, ...rows])))
  expect(html).toMatch(/&quot;later&quot;, &quot;morgen&quot;, &quot;nooit&quot; is geen dag.*>4</s)
})

test('a row is mended on its page, and only then counts; a wrong mend comes back as it was typed', async () => {
  const address = await steps.prepare(csvOf([header, good, ['4-3', ...good.slice(1)]]))
  const again = await steps.submit(`${address}/regels/3`, { 'cell-0': '4 foo 2022' })
  expect(again.status).toBe(422)
  expect(await again.text()).toMatch(/value="4 foo 2022"/)
  const mended = await steps.submit(`${address}/regels/3`, { 'cell-0': '5-3-2022' })
  expect(mended.headers.get('location')).toBe(`${address}/controle?verbeterd=3#wrong-rows`)
  expect(await page(address)).toContain('2 hulpcontacten komen erbij')
  // A row that is right has no page to mend.
  expect((await manager.get(`${address}/regels/3`)).headers.get('location')).toBe(`${address}/controle`)
})

test('rows are left out by choice, one or all, and come back as a file without formulas', async () => {
  const address = await steps.prepare(
    csvOf([
      header,
      good,
      ['=1+1', ...good.slice(1)],
      ['morgen', ...good.slice(1)],
      ['later', ...good.slice(1)],
    ]),
  )
  await manager.post(`${address}/regels/3/weglaten`, {})
  expect(await page(address)).toContain('Met een fout (2)')
  await manager.post(`${address}/fouten-weglaten`, {})
  expect(await page(address, '?soort=weggelaten')).toContain('Weggelaten (3)')
  await manager.post(`${address}/inlezen`, {})
  await runJobs()
  const response = await manager.get(`${address}/weggelaten.csv`)
  expect(response.headers.get('content-disposition')).toContain('niet-ingelezen.csv')
  const csv = await response.text()
  expect(csv.split('\r\n')[0]).toBe('Regel;Datum;Informatiepunt;Vraag;Toelichting vraag;Wijze van hulp;Fout')
  expect(csv).toContain("3;'=1+1;Eemdal Centrum;DigiD;;Samen gedaan;")
  expect(csv).toContain('is geen dag')
  expect(csv.trim().split('\r\n')).toHaveLength(4)
})

test('rows that were read in before are told beforehand', async () => {
  const rows = [header, ['8-3-2022', ...good.slice(1)], ['9-3-2022', ...good.slice(1)]]
  await steps.run(csvOf(rows))
  const html = await page(await steps.prepare(csvOf([...rows, ['10-3-2022', ...good.slice(1)]])))
  expect(html).toMatch(/Klaar om in te lezen<\/dt><dd>1<.*Staat er al in<\/dt><dd>2</s)
})

test('a desk that is closed now can still be the one of a row; one that moves is told', async () => {
  await owner.query('update desks.desks set active = false where id = $1', [world.secondDesk])
  const file = [
    header,
    ['12-3-2022', 'Eemdal Noord', ...good.slice(2)],
    ['13-3-2022', 'Eemdal op de markt', ...good.slice(2)],
  ]
  const sent = await steps.send(csvOf(file))
  const columns = await (await manager.get(`${sent}/kolommen`)).text()
  expect(columns).toContain(`<option value="${world.secondDesk}">Eemdal Noord (gesloten)</option>`)
  const address = await steps.prepare(csvOf(file))
  const html = await page(address)
  expect(html).toContain('2 hulpcontacten komen erbij')
  expect(html).toContain('Eemdal op de markt staat niet altijd op dezelfde plaats')
  await manager.post(`${address}/inlezen`, {})
  await runJobs()
  expect(await (await manager.get(`${address}/ongedaan`)).text()).toContain(
    '2 hulpcontacten verdwijnen uit alle tellingen',
  )
  const { rows } = await owner.query(
    'select count(*)::int as number from contacts.contacts where desk_id = $1 and import_id = $2',
    [world.secondDesk, address.split('/').at(-1)],
  )
  expect(rows).toEqual([{ number: 1 }])
  await owner.query('update desks.desks set active = true where id = $1', [world.secondDesk])
})

test('a place of an import that is past it leads on to where it is', async () => {
  const address = await steps.run(csvOf([header, ['11-3-2022', ...good.slice(1)]]))
  for (const place of ['/kolommen', '/antwoorden', '/controle'])
    expect((await manager.get(`${address}${place}`)).headers.get('location')).toBe(address)
  for (const place of ['/kolommen', '/antwoorden', '/inlezen', '/fouten-weglaten', '/stoppen'])
    expect((await manager.post(`${address}${place}`, {})).status).toBe(303)
  expect(await (await manager.get(address)).text()).toContain('1 hulpcontact ingelezen')
  expect((await manager.get(`${importPage}/geen-nummer`)).status).toBe(404)
  expect(world.library).toBeTruthy()
})
