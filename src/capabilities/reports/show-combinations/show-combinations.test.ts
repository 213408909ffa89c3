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
const show = async (person: Person, area: AreaName, query = '', page = 'samenhang') =>
  (await as(person)).get(`/sturing/${page}?gebied=${areas[area]}${query}`)
const html = async (person: Person, area: AreaName, query = ''): Promise<string> =>
  (await show(person, area, query)).text()

/** The lines of the file of a page: part, topic, code, count. */
async function told(person: Person, area: AreaName, query = ''): Promise<Map<string, number>> {
  const response = await show(person, area, query, 'samenhang.csv')
  expect(response.headers.get('content-type')).toContain('text/csv')
  const [, ...lines] = (await response.text()).trim().split('\r\n')
  return new Map(
    lines.map((line) => {
      const [part, topic, , code, , , count] = line.split(';')
      return [`${part} ${topic} ${code}`, Number(count)]
    }),
  )
}

const of: Readonly<Record<AreaName, string>> = {
  desk: `c.desk_id = '${world.desk}'`,
  library: `c.library_id = '${world.library}'`,
  municipality: `c.municipality_code = 'GM0307'`,
  province: `c.municipality_code in ('GM0307', 'GM0344')`,
  nation: 'true',
}

/** The same counted from the contacts, in SQL of its own. */
async function counted(area: AreaName, where: string): Promise<Map<string, number>> {
  const { rows } = await owner.query<{ name: string; number: number }>(
    `with c as (select * from contacts.contacts c where deleted_at is null and ${of[area]} and ${where}),
     t as (select distinct c.id, topic_code as topic from c join contacts.questions q on q.contact_id = c.id)
     select 'Onderwerpen die samen gevraagd zijn ' || a.topic || ' ' || b.topic as name, count(*)::int as number
       from t a join t b using (id) where a.topic < b.topic group by 1
     union all
     select 'Onderwerp en organisatie ' || topic_code || ' ' || service_provider_code, count(*)::int
       from c join contacts.questions q on q.contact_id = c.id join contacts.question_service_providers p using (contact_id, position) group by 1
     union all
     select 'Onderwerp en manier van helpen ' || topic || ' ' || help, count(*)::int
       from t join contacts.help_given h on h.contact_id = t.id group by 1`,
  )
  return new Map(rows.map(({ name, number }) => [name, number]))
}
const sorted = (counts: ReadonlyMap<string, number>) =>
  [...counts].toSorted(([one], [other]) => (one < other ? -1 : 1))

describe('what was asked together is what the contacts come to', () => {
  test.each([
    [
      'desk',
      'coordinator',
      '&van=2026-03-05&tot=2026-05-20',
      `occurred_on between '2026-03-05' and '2026-05-20'`,
    ],
    ['library', 'manager', '&periode=vorig-jaar', `extract(year from occurred_on) = 2025`],
    ['province', 'adviser', '&periode=vorig-jaar', `extract(year from occurred_on) = 2025`],
    [
      'nation',
      'analyst',
      '&van=2026-01-10&tot=2026-06-30',
      `occurred_on between '2026-01-10' and '2026-06-30'`,
    ],
    [
      'library',
      'manager',
      '&periode=vorig-jaar&kanaal=channel-phone',
      `extract(year from occurred_on) = 2025 and channel = 'channel-phone'`,
    ],
  ] as const)('in a %s, for a %s: %s', async (area, person, query, where) => {
    const found = await told(person, area, query)
    expect(found.size).toBeGreaterThan(60)
    expect(sorted(found)).toEqual(sorted(await counted(area, where)))
  })

  test('in a municipality in the months that are told whole, and those alone', async () => {
    // In July and August 2026 no two desks have ten contacts or more; November runs.
    const where = `occurred_on between '2026-04-01' and '2026-10-31' and extract(month from occurred_on) not in (7, 8)`
    expect(sorted(await told('official', 'municipality', '&van=2026-04-01&tot=2026-11-24'))).toEqual(
      sorted(await counted('municipality', where)),
    )
    expect(await html('official', 'municipality', '&van=2026-04-01&tot=2026-11-24')).toContain(
      'Zonder juli 2026, augustus 2026, november 2026.',
    )
    expect(await told('official', 'municipality', '&periode=vorig-jaar')).toEqual(new Map())
    const day = await html('official', 'municipality', '&van=2026-03-04&tot=2026-03-04')
    expect(day).not.toContain('id="providers-table"')
  })

  test('not at all in a municipality where it is narrowed down to a way or a place', async () => {
    const page = await html('official', 'municipality', '&kanaal=channel-phone')
    expect(page).toContain('Het zou over één informatiepunt kunnen gaan.')
    expect(page).not.toContain('balie-figure-panel')
    const file = await show('official', 'municipality', '&kanaal=channel-phone', 'samenhang.csv')
    expect(file.headers.get('location')).toMatch(/^\/sturing\/samenhang\?/)
  })
})

test('the numbers of a desk and a library lead to as many contacts or questions, also of narrowed figures', async () => {
  const manager = await as('manager')
  for (const [area, query] of [
    ['library', '&periode=vorig-jaar'],
    ['desk', '&van=2026-03-01&tot=2026-03-31'],
    ['library', '&periode=vorig-jaar&onderwerp=digid'],
    ['library', '&periode=vorig-jaar&groep=library&hulp=help-brochure'],
    ['library', '&periode=vorig-jaar&organisatie=logius'],
  ] as const) {
    const page = await html('manager', area, query)
    const links = [...page.matchAll(/href="(\/sturing\/hulpcontacten\?[^"]+)">([\d.]+)</g)]
    const unique = new Map(links.map(([, href = '', number = '']) => [href, number]))
    expect(unique.size, query).toBeGreaterThan(5)
    // Of each page some two dozen, from all of its parts.
    const every = Math.ceil(unique.size / 24)
    for (const [href, number] of [...unique].filter((_, at) => at % every === 0)) {
      const behind = await (await manager.get(href.replaceAll('&amp;', '&'))).text()
      expect([href, /<p>([\d.]+) hulp(contacten|vragen)/.exec(behind)?.[1]]).toEqual([href, number])
    }
  }
  expect(await html('analyst', 'province')).not.toContain('/sturing/hulpcontacten')
})

test('who sees the figures of an area sees these, and nobody else', async () => {
  const statuses = async (person: Person): Promise<number[]> =>
    Promise.all((Object.keys(areas) as AreaName[]).map(async (area) => (await show(person, area)).status))
  expect(await statuses('coordinator')).toEqual([200, 403, 403, 403, 403])
  expect(await statuses('otherManager')).toEqual([403, 403, 403, 403, 403])
  expect(await statuses('official')).toEqual([403, 403, 200, 403, 403])
  expect(await statuses('analyst')).toEqual([403, 403, 200, 200, 200])
  expect((await show('otherManager', 'desk', '', 'samenhang.csv')).status).toBe(403)
})

test('what nobody can answer: the form again, on this page, with what was chosen', async () => {
  const response = await show('manager', 'library', '&onderwerp=onzin&kanaal=channel-phone')
  expect(response.status).toBe(422)
  const page = await response.text()
  expect(page).toContain('href="#onderwerp"')
  expect(page).toContain('action="/sturing/samenhang"')
  expect(page).toMatch(/<option value="channel-phone" selected/)
  expect(page).toMatch(/id="verfijn" open/)
})

test('what is chosen stands above the figures in words, each with an address without it', async () => {
  const page = await html('manager', 'library', '&periode=vorig-jaar&onderwerp=digid&kanaal=channel-phone')
  const chosen = /<ul[^>]*id="gekozen".*?<\/ul>/s.exec(page)?.[0] ?? ''
  expect([...chosen.matchAll(/<span>([^<]+)<\/span>/g)].map(([, words]) => words)).toEqual([
    'Onderwerp: DigiD',
    'Waar of hoe: Telefonisch',
  ])
  const [first = '', second = ''] = [...chosen.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)
  expect(first).not.toContain('onderwerp=')
  expect(first).toContain('kanaal=channel-phone')
  expect(second).toContain('onderwerp=digid')
  // On the way to the other pages it stays chosen.
  expect(page).toContain('href="/sturing/drukte?gebied=bibliotheek')
})

test('is valid HTML, with and without filters', async () => {
  expect(await htmlProblems(await html('manager', 'library', '&periode=vorig-jaar'))).toEqual([])
  expect(await htmlProblems(await html('analyst', 'nation', '&onderwerp=digid'))).toEqual([])
})
