import { beforeEach, expect, test } from 'vitest'
import { csvOf, importSteps, stopUnfinished } from '../../../../tests/support/import-history.ts'
import { testApp } from '../../../../tests/support/test-app.ts'

const balie = await testApp()
const { owner, as, world, runJobs } = balie
const manager = await as('manager')
const steps = importSteps(balie, manager)
beforeEach(() => stopUnfinished(owner))
const idOf = (address: string): string => address.split('/').at(-1) ?? ''
const fieldFor = (html: string, value: string): string =>
  new RegExp(`<label[^>]*for="([^"]+)"[^>]*>${value}<`).exec(html)?.[1] ?? ''

test('columns must say the day, the topic and the desk, and each of them once', async () => {
  const address = await steps.send('Eerst;Waarover;Nog iets\r\n4-3-2022;DigiD;4-3-2022\r\n')
  const none = await steps.submit(`${address}/kolommen`)
  expect(none.status).toBe(422)
  const html = await none.text()
  for (const message of [
    'in welke kolom de datum staat',
    'in welke kolom de vraag',
    'Kies een informatiepunt',
  ])
    expect(html).toContain(message)
  expect(html).toContain('Bijvoorbeeld: 4-3-2022')
  const twice = { 'column-0': 'day', 'column-1': 'topic', 'column-2': 'day', desk: world.desk }
  expect(await (await steps.submit(`${address}/kolommen`, twice)).text()).toContain(
    'Deze keuze is al gemaakt',
  )
  const good = await steps.submit(`${address}/kolommen`, { ...twice, 'column-2': '' })
  expect(good.headers.get('location')).toBe(address)
})

test('what stands in columns that are not read is gone as soon as the answers are chosen, and not before', async () => {
  const address = await steps.send(
    csvOf([
      ['Datum', 'Vraag', 'Naam'],
      ['4-3-2022', 'DigiD', 'mevrouw Jansen'],
    ]),
  )
  const cells = async () =>
    (await owner.query('select cells from contacts.import_rows where import_id = $1', [idOf(address)])).rows
  await steps.submit(`${address}/kolommen`, { desk: world.desk })
  expect(await cells()).toEqual([{ cells: ['4-3-2022', 'DigiD', 'mevrouw Jansen'] }])
  expect(await (await manager.get(`${address}/kolommen`)).text()).not.toContain('Al gewist')
  await steps.submit(`${address}/antwoorden`)
  expect(await cells()).toEqual([{ cells: ['4-3-2022', 'DigiD', ''] }])
  await runJobs()
  expect(await (await manager.get(`${address}/kolommen`)).text()).toContain('Al gewist: Naam')
})

test('an answer that nobody knows must be chosen; it is remembered for the next file, as are the columns', async () => {
  const rows = [
    ['Wanneer', 'Waarover'],
    ['4-3-2022', 'Iets met een app'],
    ['5-3-2022', 'Iets met een app; DigiD'],
  ]
  const columns = { 'column-0': 'day', 'column-1': 'topic', desk: world.desk }
  const address = await steps.send(csvOf(rows))
  await steps.submit(`${address}/kolommen`, columns)
  const html = await (await manager.get(`${address}/antwoorden`)).text()
  expect(html).toContain('1 antwoord kennen we niet')
  expect(html).toContain('In 2 regels')
  const refused = await steps.submit(`${address}/antwoorden`)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Kies wat &quot;Iets met een app&quot; bij ons betekent')
  await steps.submit(`${address}/antwoorden`, { [fieldFor(html, 'Iets met een app')]: 'apps' })
  await runJobs()
  expect(await (await manager.get(`${address}/controle`)).text()).toContain('2 hulpcontacten komen erbij')

  const next = await steps.send(csvOf([...rows, ['6-3-2022', 'IETS met een app']]))
  const filled = await (await manager.get(`${next}/kolommen`)).text()
  expect(filled).toMatch(/value="topic" selected/)
  await steps.submit(`${next}/kolommen`, { desk: world.desk })
  expect(await (await manager.get(`${next}/antwoorden`)).text()).toContain('We kennen alle antwoorden')
  const other = importSteps(balie, await as('otherManager'))
  const theirs = await other.send(csvOf(rows))
  expect(await (await (await as('otherManager')).get(`${theirs}/kolommen`)).text()).not.toMatch(
    /value="topic" selected/,
  )
})

test('one column for each answer, ticked, and several columns for one field', async () => {
  const address = await steps.send(
    csvOf([
      ['Datum', 'Vraag 1', 'Vraag 2', 'Samen gedaan', 'Luisterend oor'],
      ['4-3-2022', 'DigiD', 'AOW', 'x', ''],
      ['5-3-2022', 'DigiD', '', 'ja', '1'],
      ['6-3-2022', 'AOW', '', 'misschien', ''],
    ]),
  )
  await steps.submit(`${address}/kolommen`, {
    'column-1': 'topic',
    'column-2': 'topic',
    'column-3': 'help:ticked',
    'column-4': 'help:ticked',
    desk: world.desk,
  })
  await steps.submit(`${address}/antwoorden`)
  await runJobs()
  const html = await (await manager.get(`${address}/controle`)).text()
  expect(html).toContain('&quot;misschien&quot; is geen kruisje')
  expect(html).toContain('DigiD; AOW')
  expect(html).toContain('Samen gedaan; Luisterend oor')
})

test('known answers stay out of the way, and can be changed or left empty', async () => {
  const address = await steps.send(
    csvOf([
      ['Datum', 'Vraag', 'Geslacht'],
      ['4-3-2022', 'DigiD', 'Man'],
    ]),
  )
  await steps.submit(`${address}/kolommen`, { desk: world.desk })
  const known = await (await manager.get(`${address}/antwoorden`)).text()
  expect(known).not.toContain('<select')
  const html = await (await manager.get(`${address}/antwoorden?wijzig=gender`)).text()
  const field = fieldFor(html, 'Man')
  expect(html).toMatch(/value="gender-man" selected/)
  await manager.post(`${address}/antwoorden`, { [field]: 'leave-empty' })
  await runJobs()
  const { rows } = await owner.query(
    "select content -> 'content' ->> 'gender' as gender from contacts.import_rows where import_id = $1",
    [idOf(address)],
  )
  expect(rows).toEqual([{ gender: 'gender-not-registered' }])
})

test('a word that looks like personal data is not remembered, and no word is kept once it is registered', async () => {
  const address = await steps.send(
    csvOf([
      ['Datum', 'Onderwerp', 'bel 06-12345678'],
      ['4-3-2022', 'jan@example.org', 'x'],
      ['5-3-2022', 'iets met een boom', 'x'],
    ]),
  )
  await steps.submit(`${address}/kolommen`, { desk: world.desk })
  const html = await (await manager.get(`${address}/antwoorden`)).text()
  await steps.submit(`${address}/antwoorden`, {
    [fieldFor(html, 'jan@example.org')]: 'other',
    [fieldFor(html, 'iets met een boom')]: 'other',
  })
  await runJobs()
  const { rows: remembered } = await owner.query(
    "select value from contacts.import_memory where value like '%example%' or value like '%12345678%' or value like '%boom%'",
  )
  expect(remembered).toEqual([{ value: 'iets met een boom' }])
  const kept = async () =>
    (
      await owner.query('select header, columns, meanings from contacts.imports where id = $1', [
        idOf(address),
      ])
    ).rows[0]
  expect(Object.keys((await kept()).meanings.topic)).toHaveLength(2)
  await manager.post(`${address}/inlezen`, {})
  await runJobs()
  expect((await kept()).meanings).toEqual({})
  await manager.post(`${address}/ongedaan`, {})
  await runJobs()
  expect(await kept()).toEqual({ header: [], columns: [], meanings: {} })
})

test('a column of texts is no column of answers', async () => {
  const rows = Array.from({ length: 501 }, (_, number) => ['4-3-2022', `verhaal ${number}`])
  const address = await steps.send(csvOf([['Datum', 'Vraag'], ...rows]))
  const response = await steps.submit(`${address}/kolommen`, { desk: world.desk })
  expect(response.status).toBe(422)
  expect(await response.text()).toContain('meer dan 500 verschillende antwoorden')
})
