import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { countContacts } from '../../../../tests/support/count-contacts.ts'
import { addHistory } from '../../../../tests/support/history.ts'
import { type Fields, testApp } from '../../../../tests/support/test-app.ts'
import type { Person } from '../../../../tests/support/world.ts'
import { parseInstant } from '../../../platform/time/local-time.ts'
import { exportAddress } from '../contact-export.ts'
import { eraseOldExports } from '../erase-exports/erase-exports.command.ts'
import { resumeExports } from '../follow-export/follow-export.command.ts'
import { makeExport } from '../make-export/make-export.command.ts'

const testing = await testApp()
const { as, app, owner, world, runJobs, workerDatabase, clock } = testing
await addHistory(owner, world)
const whole: Fields = {
  of: 'alles',
  'from.day': '1',
  'from.month': '1',
  'from.year': '2026',
  'until.day': '31',
  'until.month': '3',
  'until.year': '2026',
  kind: 'csv',
}
const days = `occurred_on between '2026-01-01' and '2026-03-31'`
/** Asks for a file and lets the worker make it. Gives its address. */
async function ask(person: Person, changes: Fields = {}): Promise<string> {
  const response = await (await as(person)).post(exportAddress, { ...whole, ...changes })
  expect(response.status).toBe(303)
  await runJobs()
  return response.headers.get('location') ?? ''
}
const statusOf = async (person: Person, path: string) => (await (await as(person)).get(path)).status
async function rowsOf(person: Person, address: string) {
  const response = await (await as(person)).get(`${address}/bestand`)
  expect(response.status).toBe(200)
  return parse(await response.text(), { columns: true, delimiter: ';', bom: true }) as Record<
    string,
    string
  >[]
}

describe('a file with contacts', () => {
  test('holds every contact of the library in the period once, in the words of the field', async () => {
    const rows = await rowsOf('manager', await ask('manager'))
    const counted = await countContacts(owner, { level: 'library', key: world.library })
    const sum = (cell: string): number =>
      ['2026-01', '2026-02', '2026-03'].reduce((all, month) => all + (counted[month]?.[cell] ?? 0), 0)
    expect(rows).toHaveLength(sum('contacts'))
    expect(new Set(rows.map(({ Nummer }) => Nummer)).size).toBe(rows.length)
    expect(rows.reduce((all, row) => all + Number(row['Aantal hulpvragen']), 0)).toBe(sum('questions'))
    expect(
      rows.filter(({ Leeftijd }) => Leeftijd === '65 en ouder' || Leeftijd === 'Ouder dan 65').length,
    ).toBe(sum('age-65-plus'))
    expect(new Set(rows.map(({ Informatiepunt }) => Informatiepunt))).toEqual(
      new Set(['Eemdal Centrum', 'Eemdal Noord']),
    )
    expect(rows.filter(({ Onderwerpen = '' }) => Onderwerpen.split(' | ').includes('DigiD')).length).toBe(
      sum('topic:digid'),
    )
  })

  test('as a workbook holds the same', async () => {
    const address = await ask('manager', { kind: 'xlsx' })
    const response = await (await as('manager')).get(`${address}/bestand`)
    const { sheets } = await readXlsx(new Uint8Array(await response.arrayBuffer()))
    const { rows } = await owner.query<{ count: number }>(
      `select count(*)::int as count from contacts.contacts where library_id = $1 and ${days}`,
      [world.library],
    )
    expect(sheets.map(({ name }) => name)).toEqual(['Hulpcontacten'])
    expect(sheets[0]?.rows).toHaveLength((rows[0]?.count ?? 0) + 1)
    expect(sheets[0]?.rows[0]?.slice(0, 4)).toEqual(['Nummer', 'Dag', 'Tijd', 'Informatiepunt'])
  })

  test('has nothing that somebody typed, and nobody of the staff', async () => {
    await owner.query(`update contacts.questions set other_text = 'geheime tekst' where ${days}`)
    const address = await ask('manager')
    const text = await (await (await as('manager')).get(`${address}/bestand`)).text()
    expect(text).not.toContain('geheime tekst')
    const { rows } = await owner.query<{ id: string; name: string }>('select id, name from people.accounts')
    expect(rows.filter(({ id, name }) => text.includes(id) || text.includes(name))).toEqual([])
  })

  test('of a coordinator of one desk is of that desk, and there is no other choice', async () => {
    const { rows } = await owner.query<{ count: number }>(
      `select count(*)::int as count from contacts.contacts where desk_id = $1 and ${days}`,
      [world.desk],
    )
    expect(await rowsOf('coordinator', await ask('coordinator', { of: world.desk }))).toHaveLength(
      rows[0]?.count ?? 0,
    )
    for (const of of ['alles', world.secondDesk, world.otherDesk]) {
      const response = await (await as('coordinator')).post(exportAddress, { ...whole, of })
      expect([of, response.status]).toEqual([of, 422])
    }
  })
})

test('what is wrong in the form is said at the field, and all that was typed stays', async () => {
  const response = await (await as('manager')).post(exportAddress, {
    ...whole,
    of: '',
    'from.day': '31',
    'from.month': '2',
    'until.year': '',
    kind: 'pdf',
  })
  expect(response.status).toBe(422)
  const html = await response.text()
  for (const id of ['of', 'from', 'until', 'kind']) expect(html).toContain(`href="#${id}`)
  expect(html).toMatch(/name="from\.day"[^>]*value="31"|value="31"[^>]*name="from\.day"/)
})

test('nobody else can fetch it, or see that it is there', async () => {
  const address = await ask('manager')
  for (const path of [address, `${address}/voortgang`, `${address}/bestand`]) {
    expect([path, await statusOf('manager', path)]).toEqual([path, 200])
    for (const person of ['coordinator', 'otherManager'] as const)
      expect([path, person, await statusOf(person, path)]).toEqual([path, person, 404])
    for (const person of ['volunteer', 'official', 'analyst', 'administrator'] as const)
      expect([path, person, await statusOf(person, path)]).toEqual([path, person, 403])
  }
})

test('who has lost the role cannot fetch it any more, nor is it made', async () => {
  const address = await ask('manager')
  const manager = await as('manager')
  const waiting = (await manager.post(exportAddress, whole)).headers.get('location') ?? ''
  await owner.query(
    `update people.role_assignments set role = 'desk-coordinator', desk_id = $2 where account_id = $1`,
    [world.accounts.manager, world.desk],
  )
  expect((await manager.get(`${address}/bestand`)).status).toBe(403)
  await expect(runJobs()).rejects.toThrow(/not-allowed/)
  await owner.query(
    `update people.role_assignments set role = 'library-manager', desk_id = null where account_id = $1`,
    [world.accounts.manager],
  )
  const html = await (await manager.get(waiting)).text()
  expect(html).toContain('Het maken van het bestand is mislukt. Er is niets bewaard.')
  await manager.post(`${waiting}/opnieuw`, {})
  await runJobs()
  expect((await manager.get(`${waiting}/bestand`)).status).toBe(200)
})

test('a download that broke off goes on where it was, and an older part is not joined to a newer file', async () => {
  const address = await ask('manager')
  const manager = await as('manager')
  const whole = new Uint8Array(await (await manager.get(`${address}/bestand`)).arrayBuffer())
  const part = (headers: Record<string, string>) =>
    app.request(`http://balie.test${address}/bestand`, {
      headers: {
        ...headers,
        'accept-encoding': 'gzip',
        cookie: [...manager.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
    })
  const first = await part({ range: 'bytes=0-99' })
  const tag = first.headers.get('etag') ?? ''
  expect([first.status, first.headers.get('content-range')]).toEqual([206, `bytes 0-99/${whole.length}`])
  const rest = await part({ range: 'bytes=100-', 'if-range': tag })
  expect(rest.status).toBe(206)
  expect(rest.headers.get('content-encoding')).toBeNull()
  const joined = Buffer.concat([
    Buffer.from(await first.arrayBuffer()),
    Buffer.from(await rest.arrayBuffer()),
  ])
  expect(joined.equals(Buffer.from(whole))).toBe(true)
  expect((await part({ range: 'bytes=100-', 'if-range': '"another"' })).status).toBe(200)
  const none = await part({ range: `bytes=${whole.length}-` })
  expect([none.status, none.headers.get('content-range')]).toEqual([416, `bytes */${whole.length}`])
  const { rows } = await owner.query<{ count: number }>(
    `select count(*)::int as count from platform.audit_lines where action = 'contacts.fetch-export' and subject_id = $1`,
    [address.split('/').at(-1)],
  )
  expect(rows[0]?.count).toBe(5)
})

test('nothing half is kept when it fails half-way, and a killed worker begins anew', async () => {
  const manager = await as('manager')
  const id =
    ((await manager.post(exportAddress, whole)).headers.get('location') ?? '').split('/').at(-1) ?? ''
  // As a worker that was killed leaves it: a piece, and no end.
  await owner.query(
    `insert into contacts.export_pieces (export_id, number, library_id, starts_at, content) values ($1, 0, $2, 0, 'half')`,
    [id, world.library],
  )
  expect((await manager.get(`${exportAddress}/${id}/bestand`)).status).toBe(404)
  await owner.query('delete from pgboss.job')
  expect(await resumeExports(workerDatabase)).toBe(1)
  await owner.query('alter table contacts.help_given rename to help_away')
  await expect(runJobs()).rejects.toThrow()
  await owner.query('alter table contacts.help_away rename to help_given')
  const left = await owner.query('select from contacts.export_pieces where export_id = $1', [id])
  expect(left.rows).toHaveLength(0)
  await manager.post(`${exportAddress}/${id}/opnieuw`, {})
  await runJobs()
  expect((await manager.get(`${exportAddress}/${id}/bestand`)).status).toBe(200)
  // Two workers at once: only what the last one wrote is there.
  await owner.query(`update contacts.exports set status = 'working' where id = $1`, [id])
  await Promise.all([makeExport(workerDatabase, id, clock), makeExport(workerDatabase, id, clock)])
  const pieces = await owner.query<{ bytes: number; pieces: number }>(
    'select sum(length(content))::int as bytes, count(*)::int as pieces from contacts.export_pieces where export_id = $1',
    [id],
  )
  const file = await owner.query<{ bytes: number; status: string }>(
    'select bytes::int, status from contacts.exports where id = $1',
    [id],
  )
  expect(file.rows[0]).toEqual({ bytes: pieces.rows[0]?.bytes, status: 'done' })
})

test('no more than three wait for one person', async () => {
  const manager = await as('manager')
  for (let number = 0; number < 3; number += 1)
    expect((await manager.post(exportAddress, whole)).status).toBe(303)
  const fourth = await manager.post(exportAddress, whole)
  expect(fourth.status).toBe(422)
  expect(await fourth.text()).toContain('Er wachten al 3 bestanden van jou.')
  await runJobs()
})

test('it is erased after three days', async () => {
  const address = await ask('manager')
  const later = (day: string) => parseInstant(`${day}T09:00:00Z`) ?? clock.now()
  expect(await eraseOldExports(workerDatabase, later('2026-11-27'))).toBe(0)
  expect(await eraseOldExports(workerDatabase, later('2026-11-28'))).toBeGreaterThan(0)
  expect(await statusOf('manager', address)).toBe(404)
  expect(await statusOf('manager', `${address}/bestand`)).toBe(404)
  expect((await owner.query('select from contacts.export_pieces')).rows).toEqual([])
})
