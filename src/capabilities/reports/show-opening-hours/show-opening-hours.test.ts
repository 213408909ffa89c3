import { describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'
import type { Person } from '../../../../tests/support/world.ts'

const { as, anonymous, owner, world } = await testApp()

/** Hours on weekdays, in the ordinary week of a desk since 2025. */
async function week(
  desk: string,
  ...hours: readonly [weekday: number, opens: number, closes: number, kind?: string][]
) {
  const { rows } = await owner.query<{ id: string }>(
    `insert into desks.timetables (id, desk_id, kind, from_day, created_at)
     values (gen_random_uuid(), $1, 'ordinary', '2025-01-01', now()) returning id`,
    [desk],
  )
  for (const [weekday, opens, closes, kind = 'desk'] of hours)
    await owner.query(
      `insert into desks.hours (id, desk_id, timetable_id, weekday, opens, closes, kind, access, created_at)
       values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, 'walk-in', now())`,
      [desk, rows[0]?.id, weekday, opens * 60, closes * 60, kind],
    )
}
await week(world.desk, [1, 9, 17], [2, 9, 17], [3, 9, 17], [4, 9, 17], [6, 10, 12], [5, 9, 12, 'staff'])
await week(world.secondDesk, [2, 18, 20], [3, 9, 11, 'telephone'], [3, 9, 12, 'consultation'])
await week(world.otherDesk, [5, 10, 18])

const areas = {
  desk: `informatiepunt:${world.desk}`,
  library: `bibliotheek:${world.library}`,
  municipality: 'gemeente:GM0307',
  province: 'provincie:PV26',
  nation: 'nederland',
}
const page = async (person: Person, area?: keyof typeof areas): Promise<string> =>
  (await (await as(person)).get(`/sturing/openingstijden${area ? `?gebied=${areas[area]}` : ''}`)).text()
const plain = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const numberOf = (html: string, name: string): string[] => {
  const item = new RegExp(`<dt>${name}</dt>((?:<dd[^>]*>.*?</dd>)+)`).exec(html)?.[1] ?? ''
  return [...item.matchAll(/<dd[^>]*>(.*?)<\/dd>/g)].map(([, text = '']) => text)
}
const rowOf = (html: string, desk: string): string[] => {
  const row = html.split('<tr').find((each) => each.includes(`>${desk}</a>`)) ?? ''
  return [...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, text = '']) => text)
}

describe('the opening hours of an area', () => {
  test('are figure 7 of the guide, with their base', async () => {
    const html = await page('manager', 'library')
    expect(html).toContain('Een informatiepunt is gemiddeld 18 uur per week open.')
    expect(numberOf(html, 'Gemiddeld per week')).toEqual(['18 uur', 'over 2 informatiepunten'])
    expect(numberOf(html, 'Minder dan 8 uur')).toEqual(['50 %', '1 van 2'])
    expect(numberOf(html, 'Meer dan 32 uur')).toEqual(['50 %', '1 van 2'])
    expect(numberOf(html, 'Ook ’s avonds open')).toEqual(['50 %', '1 van 2'])
    expect(numberOf(html, 'Ook in het weekend open')).toEqual(['50 %', '1 van 2'])
    expect(numberOf(html, 'Aan de telefoon')).toEqual(['50 %', '1 van 2', 'gemiddeld 2 uur per week'])
    // The pop-up desk has no stops.
    expect(plain(html)).toContain('Van één informatiepunt zijn de openingstijden niet bekend.')
  })

  test('name each desk with its hours, and lead to its page', async () => {
    const html = await page('manager', 'library')
    const name = (await owner.query('select name from desks.desks where id = $1', [world.secondDesk])).rows[0]
      .name
    expect(rowOf(html, name)).toEqual(['2', '2', '2', '0', '2'])
    expect(html).toMatch(/href="\/informatiepunt\/[a-z-]+-[0-9a-f]{8}"/)
  })

  test.each([
    ['desk', 'Gemiddeld per week', '34 uur'],
    ['municipality', 'Meer dan 32 uur', '1 van 2'],
    ['province', 'Minder dan 8 uur', '1 van 3'],
    ['nation', 'Gemiddeld per week', '14,7 uur'],
  ] as const)('of a %s: %s is %s', async (area, name, number) => {
    expect(numberOf(await page('manager', area), name)).toContain(number)
  })

  test('take holidays along: a year is less than its weeks', async () => {
    await owner.query(
      `insert into desks.timetables (id, desk_id, kind, name, from_day, until_day, created_at)
       values (gen_random_uuid(), $1, 'exception', 'Verbouwing', '2026-02-02', '2026-03-02', now())`,
      [world.otherDesk],
    )
    const html = await page('otherManager')
    const name = (await owner.query('select name from desks.desks where id = $1', [world.otherDesk])).rows[0]
      .name
    // Four Fridays of eight hours less in 52 weeks.
    expect(rowOf(html, name).slice(0, 2)).toEqual(['7,4', '8'])
    await owner.query(`delete from desks.timetables where kind = 'exception'`)
  })
})

/** Runs with a desk that was written down in a municipality that ended, and is Amersfoort's today. */
async function inEndedMunicipality(work: () => Promise<void>): Promise<void> {
  await owner.query(
    `insert into organisations.municipalities (code, name, province_code, province, valid_from, valid_until, successor_code)
     values ('GM9801', 'Vroeger', 'PV26', 'Utrecht', '2000-01-01', '2024-01-01', 'GM9802'),
            ('GM9802', 'Later', 'PV26', 'Utrecht', '2024-01-01', '2026-01-01', 'GM0307') on conflict do nothing`,
  )
  const { rows } = await owner.query('select municipality_code as code from desks.desks where id = $1', [
    world.desk,
  ])
  await owner.query(`update desks.desks set municipality_code = 'GM9801' where id = $1`, [world.desk])
  await work()
  await owner.query('update desks.desks set municipality_code = $1 where id = $2', [rows[0].code, world.desk])
}

test('count a desk of a municipality that ended with what took its place', async () => {
  await inEndedMunicipality(async () => {
    expect(numberOf(await page('manager', 'municipality'), 'Meer dan 32 uur')).toContain('1 van 2')
    expect(numberOf(await page('manager', 'province'), 'Minder dan 8 uur')).toContain('1 van 3')
  })
})

test('follow each change of the hours at once, whoever made it', async () => {
  const name = (await owner.query('select name from desks.desks where id = $1', [world.otherDesk])).rows[0]
    .name
  const hours = async () => rowOf(await page('otherManager'), name).slice(0, 2)
  expect(await hours()).toEqual(['8', '8'])
  const change = (set: string) =>
    owner.query(`update desks.hours set ${set} where desk_id = $1 and kind = 'desk'`, [world.otherDesk])
  await change('closes = closes - 60')
  expect(await hours()).toEqual(['7', '7'])
  await change('closes = closes + 60')
  expect(await hours()).toEqual(['8', '8'])
  await owner.query(
    `insert into desks.hours (id, desk_id, day, opens, closes, kind, access, created_at)
     select gen_random_uuid(), $1, day::date, 600, 1120, 'desk', 'walk-in', now()
     from generate_series('2026-01-01'::date, '2026-06-30', '7 days') day`,
    [world.otherDesk],
  )
  const [average, usual] = await hours()
  expect(Number(average?.replace(',', '.'))).toBeGreaterThan(11)
  expect(usual).toBe('8')
  await owner.query('delete from desks.hours where desk_id = $1 and day is not null', [world.otherDesk])
  expect(await hours()).toEqual(['8', '8'])
})

test('open with one’s widest area, for everybody with figures', async () => {
  expect(await page('coordinator')).toContain(
    '<h1 class="nl-heading nl-heading--level-1">Openingstijden van ',
  )
  expect(await page('official')).toContain('Openingstijden van informatiepunten in de gemeente Amersfoort')
  expect(await page('analyst')).toContain('Openingstijden van informatiepunten in Nederland')
  expect(await page('analyst')).toContain('Kies een kleiner gebied')
})

test('lie one tap from the figures, and are nobody’s without signing in', async () => {
  expect(await (await (await as('manager')).get('/sturing')).text()).toContain(
    'href="/sturing/openingstijden"',
  )
  expect((await anonymous().get('/sturing/openingstijden')).headers.get('location')).toContain('/inloggen')
})

test('of an area that does not exist are not found; one without desks says so', async () => {
  const manager = await as('manager')
  for (const area of ['onzin', 'gemeente:GM9999', 'provincie:PV99', `bibliotheek:${world.desk}`])
    expect([area, (await manager.get(`/sturing/openingstijden?gebied=${area}`)).status]).toEqual([area, 404])
  const empty = await (await manager.get('/sturing/openingstijden?gebied=gemeente:GM0014')).text()
  expect(empty).toContain('Hier is geen informatiepunt.')
})

test('of a nation come quickly', async () => {
  await owner.query(
    `insert into desks.desks (id, library_id, name, kind, municipality_code, active, created_at)
     select gen_random_uuid(), $1, 'Punt ' || n, 'library', 'GM0014', true, now() from generate_series(1, 1200) n`,
    [world.otherLibrary],
  )
  await owner.query(
    `insert into desks.timetables (id, desk_id, kind, from_day, created_at)
     select gen_random_uuid(), id, 'ordinary', '2025-01-01', now() from desks.desks where name like 'Punt %'`,
  )
  await owner.query(
    `insert into desks.hours (id, desk_id, timetable_id, weekday, opens, closes, kind, access, created_at)
     select gen_random_uuid(), desk_id, id, weekday, 600, 720, 'desk', 'walk-in', now()
     from desks.timetables, generate_series(1, 5) weekday where desk_id in (select id from desks.desks where name like 'Punt %')`,
  )
  await page('analyst')
  const started = performance.now()
  const html = await page('analyst')
  // Some 40 ms once counted; a machine that does five things at once is no measure.
  expect(performance.now() - started).toBeLessThan(2000)
  expect(numberOf(html, 'Gemiddeld per week')[1]).toBe('over 1.203 informatiepunten')
})
