import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { addBenchmarkNetwork } from '../../../../tests/support/benchmark-network.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import type { Person } from '../../../../tests/support/world.ts'
import { proveDesk, proveLibrary, proveMunicipality, proveNation } from '../../../platform/auth/scope.ts'
import { findRegistered } from '../find-registered/find-registered.query.ts'
import { watchBenchmarks } from '../jobs.ts'
import { readBenchmark } from '../read-benchmark/read-benchmark.query.ts'

const { as, owner, world, clock, database, workerDatabase } = await testApp()
await addBenchmarkNetwork(owner, world)
const look = watchBenchmarks()

const show = async (person: Person, area = '') =>
  (await as(person)).get(`/sturing/vergelijken${area && `?gebied=${area}`}`)
const page = async (person: Person, area = ''): Promise<string> =>
  (await (await show(person, area)).text())
    .replaceAll(/<svg.*?<\/svg>/gs, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')

test('before a month is over, the page says what comes', async () => {
  expect(await page('coordinator')).toContain('Er is nog niets om te vergelijken.')
})

describe('once compared', () => {
  beforeAll(async () => expect(await look(workerDatabase, clock.now())).toBe(true))

  test('a desk stands beside all and beside its peers, with what these share and its place', async () => {
    const html = await page('coordinator')
    expect(html).toContain('Eemdal Centrum vergeleken')
    expect(html).toContain('november 2025 tot en met oktober 2026')
    // 31 desks with 2,198 contacts a month: 140 at those of the world, 2,058 at the others.
    expect(html).toContain(
      'Hulpcontacten per maand Eemdal Centrum: 40 Gemiddelde van 31 informatiepunten: 70,9 Gemiddelde van 21 vergelijkbare: 70,5 Bij de laagste 3 van 21.',
    )
    expect(html).toContain('Vergelijkbaar zijn hier: 25.000 inwoners of meer in het werkgebied.')
    // Half of them have 1.4 questions a contact: that is no place.
    expect(html).toContain('Gemiddelde van 21 vergelijkbare: 1,4 Wat is dit?')
    expect(html).toContain('Van de bezoekers die het gevraagd is: het deel dat tevreden wegging.')
  })

  test('everybody sees the comparison of their own, and of nobody else', async () => {
    const areas = {
      desk: `informatiepunt:${world.desk}`,
      otherDesk: `informatiepunt:${world.otherDesk}`,
      library: `bibliotheek:${world.library}`,
      municipality: 'gemeente:GM0307',
      otherMunicipality: 'gemeente:GM0344',
      province: 'provincie:PV26',
    }
    const sees: Partial<Record<Person, readonly (keyof typeof areas)[]>> = {
      volunteer: ['desk'],
      manager: ['desk', 'library'],
      official: ['municipality'],
      adviser: ['municipality', 'otherMunicipality', 'province'],
      analyst: ['municipality', 'otherMunicipality', 'province'],
      administrator: [],
    }
    for (const [person, own] of Object.entries(sees))
      for (const [name, area] of Object.entries(areas))
        expect([person, name, (await show(person as Person, area)).status]).toEqual([
          person,
          name,
          own.includes(name as keyof typeof areas) ? 200 : 403,
        ])
  })

  test('opens on the first area of which there is something to compare', async () => {
    // Drenthe comes first, but has no information points.
    const html = await page('analyst')
    expect(html).toMatch(/Provincie (Gelderland|Noord-Holland) vergeleken/)
    expect(html).not.toContain('Er is nog niets om te vergelijken.')
  })

  test('row-level security repeats it', async () => {
    const desk = proveDesk(world.accounts.volunteer, world.library, world.desk)
    const read = (
      scope: Parameters<typeof readBenchmark>[1],
      level: 'desk' | 'library' | 'municipality',
      key: string,
    ) => database.read(scope, (db) => readBenchmark(db, scope, { level, key }))
    expect((await read(desk, 'desk', world.desk))?.rows.length).toBeGreaterThan(5)
    expect(await read(desk, 'desk', world.otherDesk)).toBeUndefined()
    expect(await read(desk, 'library', world.library)).toBeUndefined()
    const library = proveLibrary(world.accounts.manager, world.library, [world.desk])
    expect(await read(library, 'library', world.library)).toBeDefined()
    expect(await read(library, 'library', world.otherLibrary)).toBeUndefined()
    const municipality = proveMunicipality(world.accounts.official, ['GM0307'])
    expect(await read(municipality, 'municipality', 'GM0307')).toBeDefined()
    expect(await read(municipality, 'municipality', 'GM0344')).toBeUndefined()
  })

  test('of the nation there is no comparison, and an area that does not exist is not found', async () => {
    expect(await page('analyst', 'nederland')).toContain('Van dit gebied is er geen vergelijking')
    expect((await show('analyst', 'onzin')).status).toBe(404)
  })

  test('a municipality is not compared in what its months with a single desk tell', async () => {
    const scope = proveMunicipality(world.accounts.official, ['GM0344'])
    const alone = await database.read(scope, (db) =>
      readBenchmark(db, scope, { level: 'municipality', key: 'GM0344' }),
    )
    const told = alone?.rows.map(({ measure }) => measure)
    expect(told).toContain('contacts-a-month')
    expect(told).not.toContain('digid')
    expect(told).not.toContain('other-help')
  })

  test('says who registered and who did not, since when, and names none of them to the nation', async () => {
    const day = (desk: string, on: string) =>
      owner.query(
        `insert into reports.figures (level, key, grain, starts_on, cells) values ('desk', $1, 'day', $2, '{"contacts": 1}')`,
        [desk, on],
      )
    await day(world.desk, '2026-10-30')
    await day(world.secondDesk, '2025-03-03')
    // After the twelve months: that does not count yet.
    await day(world.secondDesk, '2026-11-02')
    await owner.query(`update desks.desks set created_at = '2026-02-01', active = $2 where id = $1`, [
      world.popUpDesk,
      true,
    ])
    const manager = await page('manager', `bibliotheek:${world.library}`)
    expect(manager).toContain('1 van de 3 informatiepunten registreerden in deze periode.')
    expect(manager).toContain(
      'Welke 2 niet, en sinds wanneer Eemdal Noord: laatst op 3 maart 2025 Eemdal op de markt: nog nooit',
    )
    // A quiet hour is an observation too; a desk that closed before the end is not missed.
    await owner.query(
      `insert into contacts.quiet_hours (id, library_id, desk_id, observed_on, hour, received_at, author_account_id, sender_account_id)
       values (gen_random_uuid(), $1, $2, '2026-05-05', 10, now(), $3, $3)`,
      [world.library, world.popUpDesk, world.accounts.volunteer],
    )
    await owner.query(`update desks.desks set active = false, closed_on = '2026-09-01' where id = $1`, [
      world.secondDesk,
    ])
    expect(await page('manager', `bibliotheek:${world.library}`)).toContain(
      'Alle 2 informatiepunten registreerden in deze periode.',
    )
    await owner.query(`update desks.desks set active = true, closed_on = null where id = $1`, [
      world.secondDesk,
    ])
    const scope = proveNation(world.accounts.analyst)
    const nation = await database.read(scope, (db) =>
      findRegistered(
        db,
        scope,
        { level: 'nation', key: 'NL' },
        { from: '2025-11-01', until: '2026-10-31' },
        clock.now(),
      ),
    )
    expect(nation).toMatchObject({ desks: 2, names: new Map() })
    const desk = proveDesk(world.accounts.volunteer, world.library, world.desk)
    expect(
      await database.read(desk, (db) =>
        findRegistered(
          db,
          desk,
          { level: 'nation', key: 'NL' },
          { from: '2025-11-01', until: '2026-10-31' },
          clock.now(),
        ),
      ),
    ).toBeUndefined()
  })

  test('says of a desk on how many of its open days nothing was registered', async () => {
    const week = randomUUID()
    await owner.query(
      `insert into desks.timetables (id, desk_id, kind, from_day, until_day, created_at) values ($1, $2, 'ordinary', '2025-01-01', null, now())`,
      [week, world.desk],
    )
    await owner.query(
      `insert into desks.hours (id, desk_id, timetable_id, weekday, day, opens, closes, kind, access, created_at)
       values (gen_random_uuid(), $1, $2, 5, null, 600, 720, 'desk', 'walk-in', now())`,
      [world.desk, week],
    )
    // Every Friday; on 30 October something was registered.
    expect(await page('coordinator')).toContain(
      'Open op 52 dagen in deze periode. Op 51 dagen is niets geregistreerd.',
    )
    expect(await page('coordinator')).toContain('23 oktober 2026 16 oktober 2026')
  })

  test('looks again only when something was counted, at most once in a quarter of an hour, and keeps what came out the same', async () => {
    expect(await look(workerDatabase, clock.now())).toBe(false)
    const kept = async () =>
      (
        await owner.query<{ moments: string[] }>(
          'select array_agg(distinct reckoned_at::text order by reckoned_at::text) as moments from reports.benchmarks',
        )
      ).rows[0]?.moments.length
    await owner.query(
      `update reports.figures set cells = cells || '{"satisfied-yes": 31}' where starts_on = '2026-10-01' and key in ('NL', $1)`,
      [world.desk],
    )
    clock.moveTo('2026-11-24T09:05:00Z')
    expect(await look(workerDatabase, clock.now())).toBe(false)
    clock.moveTo('2026-11-24T09:20:00Z')
    expect(await look(workerDatabase, clock.now())).toBe(true)
    expect(await kept()).toBe(2)
  })

  test('a desk that has just begun is not compared yet', async () => {
    const id = randomUUID()
    await owner.query(
      `insert into desks.desks (id, library_id, name, kind, municipality_code, created_at) values ($1, $2, 'Eemdal Nieuw', 'library', 'GM0307', now())`,
      [id, world.library],
    )
    await owner.query(
      `insert into reports.figures (level, key, grain, starts_on, cells) values ('desk', $1, 'month', '2026-09-01', '{"contacts": 5, "questions": 5}')`,
      [id],
    )
    clock.moveTo('2026-11-25T09:20:00Z')
    expect(await look(workerDatabase, clock.now())).toBe(true)
    expect(await page('manager', `informatiepunt:${id}`)).toContain('nog geen drie maanden geregistreerd')
  })
})
