import { describe, expect, test } from 'vitest'
import { addHistory } from '../../../../tests/support/history.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import { htmlProblems } from '../../../../tests/support/valid-html.ts'
import type { Person } from '../../../../tests/support/world.ts'
import { recountSlices } from '../jobs.ts'

const { as, owner, world, workerDatabase, clock, runJobs } = await testApp()
await addHistory(owner, world)
await owner.query(
  `insert into organisations.support_institution_provinces values ($1, 'PV26') on conflict do nothing`,
  [world.support],
)
// From nine to five, local time, and of one in ten only the day is known.
await owner.query(`
  update contacts.contacts set time_known = abs(hashtext(id::text || 'known')) % 10 > 0,
    occurred_at = (occurred_on + make_interval(hours => 9 + abs(hashtext(id::text)) % 9)) at time zone 'Europe/Amsterdam',
    received_at = (occurred_on + interval '1 day') at time zone 'Europe/Amsterdam'`)
await owner.query(`delete from contacts.figure_changes`)
await owner.query(`
  insert into contacts.figure_changes (library_id, desk_id, municipality_code, day, cells, appended_at)
  select library_id, desk_id, municipality_code, day, jsonb_object_agg(cell, number), now()
  from (select library_id, desk_id, municipality_code, day, cell, sum(number)::integer as number
    from contacts.contact_cells group by library_id, desk_id, municipality_code, day, cell) as counted
  group by library_id, desk_id, municipality_code, day`)
// The desk is open on Monday to Thursday from ten to four; of the others nothing is known.
const { rows: tables } = await owner.query<{ id: string }>(
  `insert into desks.timetables (id, desk_id, kind, from_day, created_at)
   values (gen_random_uuid(), $1, 'ordinary', '2024-01-01', now()) returning id`,
  [world.desk],
)
for (const weekday of [1, 2, 3, 4])
  await owner.query(
    `insert into desks.hours (id, desk_id, timetable_id, weekday, opens, closes, kind, access, created_at)
     values (gen_random_uuid(), $1, $2, $3, 600, 960, 'desk', 'walk-in', now())`,
    [world.desk, tables[0]?.id, weekday],
  )
await runJobs()
await recountSlices(workerDatabase, clock.now())

const areas = {
  desk: `informatiepunt:${world.desk}`,
  library: `bibliotheek:${world.library}`,
  municipality: 'gemeente:GM0307',
  province: 'provincie:PV26',
  nation: 'nederland',
}
type AreaName = keyof typeof areas
const show = async (person: Person, area: AreaName, query = '', page = 'drukte') =>
  (await as(person)).get(`/sturing/${page}?gebied=${areas[area]}${query}`)
const html = async (person: Person, area: AreaName, query = ''): Promise<string> =>
  (await show(person, area, query)).text()
const of: Readonly<Record<AreaName, string>> = {
  desk: `desk_id = '${world.desk}'`,
  library: `library_id = '${world.library}'`,
  municipality: `municipality_code = 'GM0307'`,
  province: `municipality_code in ('GM0307', 'GM0344')`,
  nation: 'true',
}
const count = async (area: AreaName, where: string): Promise<number> =>
  (
    await owner.query<{ number: number }>(
      `select count(*)::int as number from contacts.contacts where deleted_at is null and ${of[area]} and ${where}`,
    )
  ).rows[0]?.number ?? 0

/** The numbers of the table of hours, by hour and then by day of the week. */
function tableOf(page: string, id = 'uren-table'): Map<string, string[]> {
  const table = new RegExp(`id="${id}".*?</table>`, 's').exec(page)?.[0] ?? ''
  return new Map(
    [...table.matchAll(/<th[^>]*scope="row">(.*?)<\/th>(.*?)<\/tr>/gs)].map(([, label = '', cells = '']) => [
      label,
      [...cells.matchAll(/<td[^>]*>(?:<a[^>]*>)?([^<]*)/g)].map(([, text = '']) => text.replace('.', '')),
    ]),
  )
}
const numberOf = (page: string, name: string): string =>
  new RegExp(`<dt>${name}</dt><dd[^>]*>([^<]*)`).exec(page)?.[1] ?? ''
const year = `extract(year from occurred_on) = 2025`

describe('the hours of the week are what the contacts come to', () => {
  test.each([
    ['desk', 'coordinator', '', year],
    ['library', 'manager', '', year],
    ['municipality', 'official', '', year],
    ['province', 'adviser', '', year],
    ['nation', 'analyst', '', year],
    ['library', 'manager', '&kanaal=channel-phone', `${year} and channel = 'channel-phone'`],
    ['municipality', 'official', '&kanaal=channel-phone', `${year} and channel = 'channel-phone'`],
    [
      'nation',
      'analyst',
      '&onderwerp=digid',
      `${year} and exists (select from contacts.questions q where q.contact_id = contacts.id and topic_code = 'digid')`,
    ],
  ] as const)('in a %s, for a %s%s', async (area, person, query, where) => {
    const table = tableOf(await html(person, area, `&periode=vorig-jaar${query}`))
    expect([...table.keys()]).toHaveLength(10)
    for (const hour of [9, 12, 17])
      for (const weekday of [1, 3, 5, 7])
        expect(table.get(`${hour}.00 tot ${hour + 1}.00 uur`)?.[weekday - 1]).toBe(
          String(
            await count(
              area,
              `${where} and time_known and extract(isodow from occurred_at at time zone 'Europe/Amsterdam') = ${weekday}
               and extract(hour from occurred_at at time zone 'Europe/Amsterdam') = ${hour}`,
            ),
          ),
        )
    expect(table.get('Hele dag')?.at(-1)).toBe(String(await count(area, `${where} and time_known`)))
  })

  test('and the file holds them all', async () => {
    const response = await show('manager', 'library', '&periode=vorig-jaar', 'drukte.csv')
    const [header, ...lines] = (await response.text()).trim().split('\r\n')
    expect(header).toContain('Uren open')
    const sum = lines.reduce((all, line) => all + Number(line.split(';')[3]), 0)
    expect(sum).toBe(await count('library', `${year} and time_known`))
    expect(lines).toContainEqual(expect.stringMatching(/^1;maandag;10;\d+;5\d$/))
  })

  test('are not told of a municipality with what people came for', async () => {
    for (const filter of ['onderwerp=digid', 'hulp=help-brochure', 'organisatie=logius']) {
      const page = await html('official', 'municipality', `&${filter}`)
      expect(page).toContain('Van een gemeente laten we de uren niet zien')
      expect(page).not.toContain('uren-table')
    }
  })
})

describe('beside the hours', () => {
  const local = (field: string): string =>
    `extract(${field} from occurred_at at time zone 'Europe/Amsterdam')`
  const within = `${local('isodow')} < 5 and ${local('hour')} between 10 and 15`
  const share = (part: number, whole: number): string => `${Math.round((part / whole) * 100)} %`

  test.each([
    ['desk', 'coordinator'],
    ['library', 'manager'],
    ['municipality', 'official'],
    ['nation', 'analyst'],
  ] as const)(
    'in a %s, the share outside the hours of desks of which those are known',
    async (area, person) => {
      const page = await html(person, area, '&periode=vorig-jaar')
      const known = `${year} and time_known and desk_id = '${world.desk}'`
      const all = await count(area, known)
      expect(numberOf(page, 'Buiten openingstijden')).toBe(
        share(all - (await count(area, `${known} and ${within}`)), all),
      )
      expect(page).toContain(`van ${all.toLocaleString('nl-NL')} hulpcontacten waarvan de tijd`)
    },
  )

  test('the share outside the desk, and of which the time is not known', async () => {
    const page = await html('manager', 'library', '&periode=vorig-jaar')
    const all = await count('library', year)
    expect(numberOf(page, 'Tijd niet bekend')).toBe(
      share(await count('library', `${year} and not time_known`), all),
    )
    const away = await count('library', `${year} and channel in ('channel-phone', 'channel-whatsapp')`)
    expect(numberOf(page, 'Hulp op afstand of op locatie')).toBe(share(away, all))
  })

  test('how many came in an hour that the desk was open', async () => {
    const page = await html('coordinator', 'desk', '&periode=vorig-jaar')
    const rates = tableOf(page, 'per-open-uur-table')
    const monday = await count(
      'desk',
      `${year} and time_known and ${local('isodow')} = 1 and ${local('hour')} = 10`,
    )
    // 52 Mondays, of which two are holidays on which the desk is closed only when somebody says so.
    expect(rates.get('10.00 tot 11.00 uur')?.[0]).toBe(
      (Math.round((monday / 52) * 10) / 10).toLocaleString('nl-NL'),
    )
    expect(rates.get('10.00 tot 11.00 uur')?.[4]).toBe('dicht')
    expect(await html('analyst', 'nation')).not.toContain('per-open-uur')
  })
})

test('every number of a library leads to as many contacts', async () => {
  const manager = await as('manager')
  const page = await html('manager', 'library', '&periode=vorig-jaar&kanaal=channel-phone')
  const links = [...page.matchAll(/href="(\/sturing\/hulpcontacten\?[^"]+)">([\d.]+)</g)]
  expect(links.length).toBeGreaterThan(20)
  for (const [, href = '', number] of links) {
    const behind = await (await manager.get(href.replaceAll('&amp;', '&'))).text()
    expect([href, /<p>([\d.]+) hulpcontacten/.exec(behind)?.[1]]).toEqual([href, number])
    expect(behind).toMatch(/Hulpcontacten, uur van de dag: \w+ \d+\.00 tot \d+\.00 uur/)
    expect(behind).toContain('Filters: Waar of hoe: Telefonisch.')
  }
})

test('who sees the figures of an area sees these; what nobody can answer comes back', async () => {
  expect((await show('coordinator', 'library')).status).toBe(403)
  expect((await show('otherManager', 'desk')).status).toBe(403)
  expect((await show('official', 'nation', '', 'drukte.csv')).status).toBe(403)
  const wrong = await show('manager', 'library', '&van=2026-02-30&tot=2026-03-01')
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('action="/sturing/drukte"')
})

test('is valid HTML', async () => {
  expect(await htmlProblems(await html('manager', 'library', '&periode=vorig-jaar'))).toEqual([])
  expect(await htmlProblems(await html('official', 'municipality', '&onderwerp=digid'))).toEqual([])
})
