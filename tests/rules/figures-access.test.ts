import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addHistory } from '../support/history.ts'
import { testApp } from '../support/test-app.ts'
import type { Person } from '../support/world.ts'

const { as, anonymous, owner, world, clock, runJobs } = await testApp()
await addHistory(owner, world)
await owner.query(
  `insert into organisations.support_institution_provinces values ($1, 'PV26'), ($1, 'PV20') on conflict do nothing`,
  [world.support],
)
await owner.query(`insert into desks.financiers values ($1, 'GM0307')`, [world.otherDesk])
await runJobs()

/** Each area with the contacts that are in it, in SQL of its own. */
const areas = {
  desk: { address: `informatiepunt:${world.desk}`, sql: `desk_id = '${world.desk}'` },
  secondDesk: { address: `informatiepunt:${world.secondDesk}`, sql: `desk_id = '${world.secondDesk}'` },
  otherDesk: { address: `informatiepunt:${world.otherDesk}`, sql: `desk_id = '${world.otherDesk}'` },
  library: { address: `bibliotheek:${world.library}`, sql: `library_id = '${world.library}'` },
  otherLibrary: { address: `bibliotheek:${world.otherLibrary}`, sql: `library_id = '${world.otherLibrary}'` },
  municipality: { address: 'gemeente:GM0307', sql: `municipality_code = 'GM0307'` },
  otherMunicipality: { address: 'gemeente:GM0344', sql: `municipality_code = 'GM0344'` },
  financed: { address: 'betaald:GM0307', sql: `desk_id = '${world.otherDesk}'` },
  otherFinanced: { address: 'betaald:GM0344', sql: 'false' },
  province: {
    address: 'provincie:PV26',
    sql: `municipality_code in (select code from organisations.municipalities where province_code = 'PV26')`,
  },
  region: {
    address: `regio:${world.support}`,
    sql: `municipality_code in (select code from organisations.municipalities where province_code in ('PV26', 'PV20'))`,
  },
  nation: { address: 'nederland', sql: 'true' },
} as const
type AreaName = keyof typeof areas

/** Who sees what, written down by hand. */
const sees: Partial<Record<Person, readonly AreaName[]>> = {
  volunteer: ['desk'],
  employee: ['desk', 'secondDesk'],
  coordinator: ['desk'],
  manager: ['desk', 'secondDesk', 'library'],
  otherManager: ['otherDesk', 'otherLibrary'],
  official: ['municipality', 'financed'],
  adviser: ['municipality', 'otherMunicipality', 'province', 'region'],
  analyst: ['municipality', 'otherMunicipality', 'financed', 'otherFinanced', 'province', 'region', 'nation'],
  administrator: [],
  libraryAdministrator: [],
  privacyOfficer: [],
  referrer: [],
  partner: [],
  serviceProvider: [],
}
const browsers = new Map(
  await Promise.all(
    (Object.keys(sees) as Person[]).map(async (person) => [person, await as(person)] as const),
  ),
)

const filters = {
  kanaal: { values: ['channel-desk', 'channel-phone'], sql: (code: string) => `channel = '${code}'` },
  formulier: { values: ['guide', 'national-2024'], sql: (code: string) => `form_code = '${code}'` },
  plek: {
    values: ['inside', 'outside'],
    sql: (code: string) =>
      `desk_id ${code === 'inside' ? 'in' : 'not in'} (select id from desks.desks where kind = 'library')`,
  },
  hulp: {
    values: ['help-answered', 'help-brochure'],
    sql: (code: string) =>
      `exists (select from contacts.help_given as given where given.contact_id = contact.id and help = '${code}')`,
  },
  onderwerp: {
    values: ['digid', 'allowances'],
    sql: (code: string) =>
      `exists (select from contacts.questions as question where question.contact_id = contact.id and topic_code = '${code}')`,
  },
} as const
type FilterName = keyof typeof filters
const aboutWhat: readonly FilterName[] = ['hulp', 'onderwerp']

const asked = fc.record({
  person: fc.constantFrom(...(Object.keys(sees) as Person[])),
  area: fc.constantFrom(...(Object.keys(areas) as AreaName[])),
  days: fc.constantFrom(
    ['2025-01-01', '2025-12-31'],
    ['2026-03-01', '2026-03-31'],
    ['2026-02-10', '2026-04-03'],
  ),
  filters: fc.subarray(Object.keys(filters) as FilterName[], { maxLength: 3 }),
  which: fc.nat(1),
})
type Asked = typeof asked extends fc.Arbitrary<infer Value> ? Value : never

const queryOf = ({ area, days, filters: names, which }: Asked): string =>
  new URLSearchParams([
    ['gebied', areas[area].address],
    ['periode', 'eigen'],
    ['van', days[0] ?? ''],
    ['tot', days[1] ?? ''],
    ...names.map((name) => [name, filters[name].values[which] ?? '']),
  ]).toString()

/** The contacts that fit, counted in one statement of its own. */
async function countFitting({ area, days, filters: names, which }: Asked): Promise<number> {
  const wheres = names.map((name) => filters[name].sql(filters[name].values[which] ?? ''))
  const { rows } = await owner.query<{ number: number }>(
    `select count(*)::int as number from contacts.contacts as contact
     where deleted_at is null and occurred_on between $1 and $2 and ${[areas[area].sql, ...wheres].join(' and ')}`,
    [...days],
  )
  return rows[0]?.number ?? 0
}

const everything = [
  '/sturing',
  '/sturing/cijfers.csv',
  '/sturing/cijfers.xlsx',
  '/sturing/samenhang',
  '/sturing/samenhang.csv',
  '/sturing/drukte',
  '/sturing/drukte.csv',
  '/sturing/vergelijken',
  '/sturing/tellen.json',
]

describe('figures, whatever is asked of them', () => {
  test('are of one’s own areas, and equal a count of the contacts there', async () => {
    await fc.assert(
      fc.asyncProperty(asked, async (wish) => {
        const browser = browsers.get(wish.person)
        const own = sees[wish.person]?.includes(wish.area) ?? false
        const query = queryOf(wish)
        for (const address of everything) {
          const { status } = (await browser?.get(`${address}?${query}`)) ?? { status: 0 }
          // 422 and 303: a filter that does not go with the level is told in the form, without a figure.
          const right = own ? [200, 303, 422] : [403, 422, 303]
          expect(right, `${wish.person} ${address}?${query}: ${status}`).toContain(status)
        }
        if (!own) return
        const response = await browser?.get(`/sturing/cijfers.csv?${query}`)
        if (response?.status !== 200) return
        const lines = parse(await response.text(), { bom: true, delimiter: ';' }) as string[][]
        const total = lines
          .filter((line) => line[2] === 'Totaal' && line[3] === 'contacts')
          .reduce((sum, line) => sum + Number(line[6]), 0)
        const level = areas[wish.area].address.split(':')[0]
        const names = wish.filters.filter(
          (name) =>
            !(name === 'plek' && level === 'informatiepunt') &&
            !(level === 'betaald' && aboutWhat.includes(name)),
        )
        const fitting = await countFitting({ ...wish, filters: names })
        // A municipality is told what people came for of months with two desks alone: never more than there was.
        if (level === 'gemeente' && names.some((name) => aboutWhat.includes(name)))
          expect(total).toBeLessThanOrEqual(fitting)
        else expect(total, `${wish.person} ${query}`).toBe(fitting)
      }),
      { numRuns: 40 },
    )
  }, 300_000)

  test('never name who registered', async () => {
    for (const person of ['analyst', 'adviser', 'official'] as const)
      for (const area of sees[person] ?? [])
        for (const address of [
          '/sturing',
          '/sturing/cijfers.csv',
          '/sturing/vergelijken',
          '/sturing/drukte',
          '/sturing/samenhang',
        ]) {
          const html = await (
            await browsers.get(person)?.get(`${address}?gebied=${areas[area].address}`)
          )?.text()
          for (const staff of [
            'Test employee',
            'Test coordinator',
            'Test volunteer',
            'Test manager',
            'Test otherEmployee',
          ])
            expect(html?.includes(staff), `${person} ${address} ${area}`).toBe(false)
        }
  })

  test('of another are not to be had by a copied address, nor by a tab of who signed out', async () => {
    const manager = await as('manager')
    const address = `/sturing/cijfers.csv?gebied=${areas.library.address}`
    expect((await manager.get(address)).status).toBe(200)
    expect((await (await as('otherManager')).get(address)).status).toBe(403)
    expect((await anonymous().get(address)).headers.get('location')).toMatch(/^\/inloggen/)
    const secondTab = anonymous()
    for (const [name, value] of manager.cookies) secondTab.cookies.set(name, value)
    expect((await secondTab.get(address)).status).toBe(200)
    await manager.post('/uitloggen', {})
    expect((await secondTab.get(address)).headers.get('location')).toMatch(/^\/inloggen/)
  })

  test('are gone from the day on which a role ended, and with a session that ran out', async () => {
    const official = await as('official')
    const address = `/sturing?gebied=${areas.municipality.address}`
    expect((await official.get(address)).status).toBe(200)
    await owner.query(`update people.role_assignments set valid_until = '2026-11-23' where account_id = $1`, [
      world.accounts.official,
    ])
    expect((await official.get(address)).status).toBe(403)
    await owner.query(`update people.role_assignments set valid_until = null where account_id = $1`, [
      world.accounts.official,
    ])
    expect((await official.get(address)).status).toBe(200)
    clock.moveTo('2027-11-24T09:00:00Z')
    expect((await official.get(address)).headers.get('location')).toMatch(/^\/inloggen/)
    clock.moveTo('2026-11-24T09:00:00Z')
  })
})
