import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { addHistory } from '../../../../tests/support/history.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import type { Person } from '../../../../tests/support/world.ts'

const { as, owner, world, runJobs } = await testApp()
await addHistory(owner, world)
await runJobs()

const address = '/sturing/rapporten/landelijke-monitor'
type Row = Record<string, string>

async function csv(person: Person, year: string): Promise<Row[]> {
  const response = await (await as(person)).get(`${address}.csv?jaar=${year}`)
  expect(response.status).toBe(200)
  const [header = '', ...lines] = (await response.text()).trim().split('\r\n')
  const names = header.replace('\ufeff', '').split(';')
  return lines.map((line) => Object.fromEntries(line.split(';').map((value, at) => [names[at] ?? '', value])))
}

/** The same, counted from the contacts themselves. */
async function counted(where: string, year: string) {
  const { rows } = await owner.query<{
    period: string
    contacts: number
    questions: number
    government: number
    library: number
    other: number
    applied: number
  }>(
    `select coalesce(to_char(contact.occurred_on, 'YYYY-MM'), $1) as period, count(distinct contact.id) as contacts, count(question.position) as questions,
       count(*) filter (where topic.topic_group = 'digital-government') as government,
       count(*) filter (where topic.topic_group = 'library') as library, count(*) filter (where topic.topic_group = 'other') as other,
       count(*) filter (where question.digid = 'digid-apply') as applied
     from contacts.contacts as contact
     join contacts.questions as question on question.contact_id = contact.id
     join lists.topics as topic on topic.code = question.topic_code
     where extract(year from contact.occurred_on) = $1::int and ${where}
     group by grouping sets (to_char(contact.occurred_on, 'YYYY-MM'), ())
     order by period`,
    [year],
  )
  return rows
}

test.each([
  ['manager', 'Bibliotheek Eemdal'],
  ['otherManager', 'Bibliotheek Domstad'],
] as const)('the totals of %s are those of the contacts, by month and by year', async (person, library) => {
  const lines = await csv(person, '2025')
  const expected = await counted(
    `contact.library_id = '${person === 'manager' ? world.library : world.otherLibrary}'`,
    '2025',
  )
  const whole = lines.filter((line) => line['Bibliotheek of informatiepunt'] === 'Hele bibliotheek')
  expect(new Set(lines.map(({ Bibliotheek }) => Bibliotheek))).toEqual(new Set([library]))
  for (const row of expected) {
    const line = whole.find(({ Periode }) => Periode === row.period)
    expect(line, row.period).toMatchObject({
      Hulpcontacten: String(row.contacts),
      Hulpvragen: String(row.questions),
      'Hulpvragen: Digitale overheid': String(row.government),
      'Hulpvragen: Bibliotheek': String(row.library),
      'Hulpvragen: Andere vragen': String(row.other),
      'DigiD: Aanvragen': String(row.applied),
    })
  }
  expect(lines[0]?.['Bibliotheek of informatiepunt']).toBe('Hele bibliotheek')
})

test('desks add up to the library, also when one of them has closed', async () => {
  const sum = (lines: readonly Row[]) =>
    lines
      .filter(
        (line) => line.Periode === '2026' && line['Bibliotheek of informatiepunt'] !== 'Hele bibliotheek',
      )
      .reduce((total, line) => total + Number(line.Hulpvragen), 0)
  const open = await csv('manager', '2026')
  expect(sum(open)).toBe(Number(open[0]?.Hulpvragen))
  await owner.query('update desks.desks set active = false where id = $1', [world.secondDesk])
  const closed = await csv('manager', '2026')
  await owner.query('update desks.desks set active = true where id = $1', [world.secondDesk])
  expect(closed.map((line) => line['Bibliotheek of informatiepunt'])).toContain(
    'Informatiepunten die gesloten zijn, samen',
  )
  expect(sum(closed)).toBe(Number(closed[0]?.Hulpvragen))
})

test('the page and the Excel say how questions by the guide’s form came in their group', async () => {
  const manager = await as('manager')
  const html = await (await manager.get(`${address}?jaar=2025`)).text()
  expect(html).toContain('Landelijke monitor 2025: Bibliotheek Eemdal')
  expect(html).toContain('Vragen van het formulier van de handreiking zijn zo ook in groepen geteld.')
  expect(html).toContain('Deze bibliotheek gebruikt nu het formulier van de handreiking.')
  const workbook = await readXlsx(
    new Uint8Array(await (await manager.get(`${address}.xlsx?jaar=2025`)).arrayBuffer()),
  )
  expect(workbook.sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
    ['Toelichting', 7],
    ['Jaar', 5],
    ['Per maand', 49],
  ])
  expect((await manager.get(`${address}?jaar=2031`)).status).toBe(404)
  expect((await manager.get(`${address}?jaar=2026-Q1`)).status).toBe(404)
})

test('of a year that runs it says up to which day, and of a deepening that nobody asked it shows no noughts', async () => {
  const manager = await as('manager')
  const running = await (await manager.get(`${address}?jaar=2026`)).text()
  expect(running).toContain('2026 tot en met 24 november 2026, per informatiepunt (het jaar loopt nog)')
  expect(running).toContain('Het jaar 2026 loopt nog.')
  expect(running).not.toContain('Heel 2026')
  const over = await (await manager.get(`${address}?jaar=2025`)).text()
  expect(over).toContain('Heel 2025, per informatiepunt')
  expect(over).not.toContain('loopt nog')
  const never = await (await manager.get(`${address}?jaar=2020`)).text()
  expect(never).toContain('–</td>')
})

test('is for who is in charge of the library', async () => {
  for (const person of ['official', 'analyst', 'coordinator', 'volunteer'] as const)
    for (const file of ['', '.xlsx', '.csv'])
      expect((await (await as(person)).get(address + file)).status, person).toBe(403)
})
