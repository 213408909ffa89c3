import { describe, expect, test, vi } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'
import { proveLibrary } from '../../../platform/auth/scope.ts'
import { type Closing, closeDesk } from './close-desk.command.ts'

const { as, clock, database, owner, world, runJobs } = await testApp()
const of = (desk: string) => `/beheer/informatiepunten/${desk}`
const today = { 'day.day': '24', 'day.month': '11', 'day.year': '2026' }
const stays = { [`child-${world.popUpDesk}`]: world.secondDesk }

async function state(id: string) {
  const { rows } = await owner.query(
    `select active, closed_on as "closedOn", successor_desk_id as successor, mother_desk_id as mother from desks.desks where id = $1`,
    [id],
  )
  return rows[0]
}

/** Everything as it was at the beginning. */
async function reset(): Promise<void> {
  await owner.query(
    `update desks.desks set active = true, closed_on = null, successor_desk_id = null, municipality_code = case library_id when $1 then 'GM0307' else 'GM0344' end,
       mother_desk_id = case id when $2 then $3::uuid end`,
    [world.library, world.popUpDesk, world.desk],
  )
}

test('a desk closes, its child goes to another mother, and visitors are sent on', async () => {
  const manager = await as('manager')
  const volunteer = await as('volunteer')
  expect((await volunteer.get('/balie')).status).toBe(200)
  const html = await (await manager.get(`${of(world.desk)}/sluiten`)).text()
  expect(html).toContain('value="2026"')
  expect(html).toContain(`id="child-${world.popUpDesk}"`)
  const response = await manager.post(`${of(world.desk)}/sluiten`, {
    ...today,
    'day.day': '2',
    successor: world.secondDesk,
    ...stays,
  })
  expect(response.status).toBe(303)
  expect(await state(world.desk)).toMatchObject({
    active: false,
    closedOn: '2026-11-02',
    successor: world.secondDesk,
  })
  expect(await state(world.popUpDesk)).toMatchObject({ active: true, mother: world.secondDesk })
  expect((await volunteer.get('/balie')).status).toBe(403)
  const page = await (await manager.get(of(world.desk))).text()
  expect(page).toContain('maandag 2 november 2026')
  expect(page).toContain('Bezoekers gaan naar Eemdal Noord')
  const audit = await owner.query(
    `select subject_id from platform.audit_lines where action in ('desks.close', 'desks.change') order by id`,
  )
  expect(audit.rows.map((row) => row.subject_id)).toEqual([world.popUpDesk, world.desk])

  expect((await manager.post(`${of(world.desk)}/openen`, {})).status).toBe(303)
  expect((await manager.post(`${of(world.desk)}/openen`, {})).status).toBe(303)
  expect(await state(world.desk)).toEqual({ active: true, closedOn: null, successor: null, mother: null })
  expect((await volunteer.get('/balie')).status).toBe(200)
  await reset()
})

test('a child closes along; opened again it has no closed mother', async () => {
  const manager = await as('manager')
  const closing = { ...today, successor: world.secondDesk, [`child-${world.popUpDesk}`]: 'closes' }
  expect((await manager.post(`${of(world.desk)}/sluiten`, closing)).status).toBe(303)
  expect(await state(world.popUpDesk)).toEqual({
    active: false,
    closedOn: '2026-11-24',
    successor: world.secondDesk,
    mother: world.desk,
  })
  await manager.post(`${of(world.popUpDesk)}/openen`, {})
  expect(await state(world.popUpDesk)).toMatchObject({ active: true, mother: null })
  expect(await (await manager.get(of(world.popUpDesk))).text()).toContain('hoort nog nergens bij')
  await reset()
})

test.each<[string, Record<string, string>, string]>([
  ['tomorrow', { 'day.day': '25' }, '#day'],
  ['a day that does not exist', { 'day.day': '31' }, '#day'],
  ['no day', { 'day.day': '', 'day.month': '', 'day.year': '' }, '#day'],
  ['a year of long ago', { 'day.year': '1026' }, '#day'],
  ['a child that is forgotten', { [`child-${world.popUpDesk}`]: '' }, `#child-${world.popUpDesk}`],
  [
    'a child alone that needs a mother',
    { [`child-${world.popUpDesk}`]: 'alone' },
    `#child-${world.popUpDesk}`,
  ],
  ['a child that stays with it', { [`child-${world.popUpDesk}`]: world.desk }, `#child-${world.popUpDesk}`],
  [
    "a child to another library's desk",
    { [`child-${world.popUpDesk}`]: world.otherDesk },
    `#child-${world.popUpDesk}`,
  ],
  ['itself as where visitors go', { successor: world.desk }, '#successor'],
  ['a desk far away', { successor: world.otherDesk }, '#successor'],
  ['no desk', { successor: 'x' }, '#successor'],
  [
    'a child that closes along',
    { successor: world.popUpDesk, [`child-${world.popUpDesk}`]: 'closes' },
    '#successor',
  ],
])('%s is told at the field', async (_, sent, link) => {
  const response = await (await as('manager')).post(`${of(world.desk)}/sluiten`, {
    ...today,
    ...stays,
    ...sent,
  })
  expect(response.status).toBe(422)
  const html = await response.text()
  expect(html).toContain(`href="${link}"`)
  expect(html).toContain(`id="${link.slice(1)}"`)
  expect(await state(world.desk)).toMatchObject({ active: true })
})

describe('a desk of which the hours are known', () => {
  const stop = (desk: string, day: string) =>
    owner.query(
      `insert into desks.hours (id, desk_id, day, opens, closes, access, kind, created_at)
       values (gen_random_uuid(), $1, $2, 600, 720, 'walk-in', 'desk', now())`,
      [desk, day],
    )
  const close = async (day: string) =>
    (await as('manager')).post(`${of(world.desk)}/sluiten`, { ...today, 'day.day': day, ...stays })

  test('did not close before they began', async () => {
    await stop(world.desk, '2026-11-12')
    await stop(world.desk, '2026-11-10')
    await stop(world.secondDesk, '2026-11-02')
    const response = await close('9')
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(html).toContain('href="#day"')
    expect(html).toContain('openingstijden vanaf dinsdag 10 november 2026')
    expect((await close('10')).status).toBe(303)
    await owner.query('delete from desks.hours')
    await reset()
  })

  test('counts from the first of its weeks too', async () => {
    await owner.query(
      `insert into desks.timetables (id, desk_id, kind, from_day, created_at)
       values (gen_random_uuid(), $1, 'ordinary', '2026-11-01', now())`,
      [world.desk],
    )
    await stop(world.desk, '2026-11-12')
    expect((await close('2')).status).toBe(303)
    await owner.query('truncate desks.timetables, desks.hours')
    await reset()
  })
})

test.each([
  ['a day that does not exist', { 'day.day': '31' }, 'Deze dag bestaat niet'],
  ['a year before there were desks', { 'day.year': '2018' }, 'Kijk het jaar na'],
  ['no day', { 'day.day': '' }, 'Vul een dag in'],
])('%s is told as what it is', async (_, sent, message) => {
  const response = await (await as('manager')).post(`${of(world.desk)}/sluiten`, {
    ...today,
    ...stays,
    ...sent,
  })
  expect(await response.text()).toContain(message)
})

test('without another desk in the library a child may go on alone', async () => {
  const manager = await as('manager')
  await manager.post(`${of(world.secondDesk)}/sluiten`, today)
  const alone = { ...today, [`child-${world.popUpDesk}`]: 'alone' }
  expect((await manager.post(`${of(world.desk)}/sluiten`, alone)).status).toBe(303)
  expect(await state(world.popUpDesk)).toMatchObject({ active: true, mother: null })
  await reset()
})

test('visitors may be sent to a desk of another library in a bordering municipality', async () => {
  await owner.query(`update desks.desks set municipality_code = 'GM0327' where id = $1`, [world.otherDesk])
  const manager = await as('manager')
  const address = `${of(world.secondDesk)}/sluiten`
  expect(await (await manager.get(address)).text()).toContain('Domstad (Bibliotheek Domstad)')
  expect((await manager.post(address, { ...today, successor: world.otherDesk })).status).toBe(303)
  expect(await state(world.secondDesk)).toMatchObject({ active: false, successor: world.otherDesk })
  // Since when and where to may be mended later, also when the other has closed meanwhile.
  await owner.query(`update desks.desks set active = false where id = $1`, [world.otherDesk])
  const mended = { ...today, 'day.day': '1', successor: world.otherDesk }
  expect((await manager.post(address, mended)).status).toBe(303)
  expect(await state(world.secondDesk)).toMatchObject({ closedOn: '2026-11-01' })
  await reset()
})

test('what was counted at a desk stays there when it moves, merges and closes', async () => {
  const figures = async () => {
    await runJobs()
    const { rows } = await owner.query('select * from reports.figures order by 1, 2, 3, 4')
    return rows
  }
  await owner.query(
    `insert into contacts.figure_changes (library_id, desk_id, municipality_code, day, cells, appended_at)
     values ($1, $2, 'GM0307', '2026-11-20', '{"contacts":7}', now())`,
    [world.library, world.desk],
  )
  const before = await figures()
  expect(before.length).toBeGreaterThan(0)
  const manager = await as('manager')
  await owner.query(`update desks.desks set street = 'Eemplein', town = 'Amersfoort' where id = $1`, [
    world.desk,
  ])
  const page = await (await manager.get(of(world.desk))).text()
  const shown = /name="shown" value="([^"]*)"/.exec(page)?.[1]?.replaceAll('&quot;', '"') ?? ''
  const elsewhere = {
    shown,
    name: 'Eemdal Centrum',
    kind: 'library',
    municipality: 'GM0327',
    street: 'De Smidse',
    town: 'Leusden',
    'address-change': 'moved',
  }
  expect((await manager.post(of(world.desk), elsewhere)).status).toBe(303)
  const merging = { ...today, successor: world.secondDesk, ...stays }
  expect((await manager.post(`${of(world.desk)}/sluiten`, merging)).status).toBe(303)
  expect(await figures()).toEqual(before)
  await reset()
})

test('a child that came meanwhile is not left behind', async () => {
  const scope = proveLibrary(world.accounts.manager, world.library, [world.desk])
  const closing: Closing = { closedOn: '2026-11-24', successor: null, children: [] }
  const write = database.write(scope, (tx) =>
    closeDesk(tx, scope, { id: world.desk, libraryId: world.library }, closing, clock.now()),
  )
  await expect(write).rejects.toThrow('conflict')
  expect(await state(world.desk)).toMatchObject({ active: true })
})

test('who gives a mother a child while she closes waits, and is then refused', async () => {
  const scope = proveLibrary(world.accounts.manager, world.library, [world.desk, world.popUpDesk])
  const mother = { id: world.secondDesk, libraryId: world.library }
  const closing: Closing = { closedOn: '2026-11-24', successor: null, children: [] }
  let finish = (): void => {}
  const finished = new Promise<void>((resolve) => {
    finish = resolve
  })
  let begun = (): void => {}
  const hasBegun = new Promise<void>((resolve) => {
    begun = resolve
  })
  const close = database.write(scope, async (tx) => {
    await closeDesk(tx, scope, mother, closing, clock.now())
    begun()
    await finished
  })
  await hasBegun
  const manager = await as('manager')
  const child = manager.post('/beheer/informatiepunten/nieuw', {
    name: 'Op het laatst',
    kind: 'fixed',
    municipality: 'GM0307',
    mother: world.secondDesk,
  })
  await vi.waitFor(async () => {
    const { rows } = await owner.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    expect(rows).toHaveLength(1)
  })
  finish()
  await close
  expect((await child).status).toBe(422)
  expect((await owner.query(`select from desks.desks where name = 'Op het laatst'`)).rowCount).toBe(0)
  await reset()
})

test("another library's desk is not closed or opened", async () => {
  const other = await as('otherManager')
  for (const act of ['sluiten', 'openen'])
    expect((await other.post(`${of(world.desk)}/${act}`, { ...today, ...stays })).status).toBe(404)
  expect((await other.get(`${of(world.desk)}/sluiten`)).status).toBe(404)
})

test.each(['employee', 'coordinator', 'official'] as const)('a %s may not', async (person) => {
  expect((await (await as(person)).post(`${of(world.desk)}/sluiten`, today)).status).toBe(403)
})
