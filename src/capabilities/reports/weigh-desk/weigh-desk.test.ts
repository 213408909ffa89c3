import { describe, expect, test } from 'vitest'
import { addCoverage } from '../../../../tests/support/coverage-world.ts'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, owner, world, runJobs } = await testApp()
const { branch, lostBranch } = await addCoverage(owner, world)
await runJobs()
const browser = await as('volunteer')
const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

async function ask(query: string, status = 200): Promise<string> {
  const response = await browser.get(`/sturing/bereik/wat-als?gebied=provincie:PV26&${query}`)
  expect(response.status).toBe(status)
  return response.text()
}
const gainIn = (html: string): string[] => {
  const table = html.slice(html.indexOf('id="winst"')).split('</section>')[0] ?? ''
  return [...textOf(table).matchAll(/Binnen (\d+) km ([\d.]+) ([\d.]+) ([\d.]+)/g)].map(([, ...cells]) =>
    cells.join(' '),
  )
}
const within = async (key: string): Promise<number> =>
  (await owner.query(`select within_5_km as number from reports.coverage where key = $1`, [key])).rows[0]
    .number

describe('a desk that is thought of', () => {
  test('brings what it then really brings, in its municipality and beyond', async () => {
    const html = await ask(`vestiging=${branch}`)
    expect(html).toContain('Met een informatiepunt bij Vestiging Houten')
    const [, five = ''] = gainIn(html)
    const [, own = 0, , all = 0] = five.split(' ').map((cell) => Number(cell.replaceAll('.', '')))
    expect(own).toBeGreaterThan(20_000)
    const before = { houten: await within('GM0321'), nation: await within('NL') }
    await owner.query(
      `insert into desks.desks (id, library_id, name, kind, municipality_code, postcode, created_at) values (gen_random_uuid(), $1, 'Houten', 'fixed', 'GM0321', '3991 AA', now())`,
      [world.otherLibrary],
    )
    await runJobs()
    expect((await within('GM0321')) - before.houten).toBe(own)
    expect((await within('NL')) - before.nation).toBe(all)
    expect(textOf(await ask(`vestiging=${branch}`))).toContain(
      'Iedereen in de buurt heeft al een informatiepunt',
    )
    await owner.query(`update desks.desks set active = false where name = 'Houten'`)
  })

  test('may stand again where one was closed', async () => {
    const { rows } = await owner.query(
      `insert into desks.desks (id, library_id, name, kind, municipality_code, active, created_at)
       values (gen_random_uuid(), $1, 'Voorheen', 'library', 'GM0321', false, now()) returning id`,
      [world.otherLibrary],
    )
    const of = (desk: string | null) =>
      owner.query('update desks.branches set desk_id = $1 where id = $2', [desk, branch])
    await of(rows[0].id)
    expect(textOf(await ask(''))).toContain('Vestiging Houten, Houten')
    await of(world.otherDesk)
    expect(textOf(await ask(''))).not.toContain('Vestiging Houten, Houten')
    await of(null)
  })

  test('counts with the municipality of today at a branch of one that ended', async () => {
    await owner.query(
      `insert into organisations.municipalities (code, name, province_code, province, valid_from, valid_until, successor_code)
       values ('GM9801', 'Vroeger', 'PV26', 'Utrecht', '2000-01-01', '2026-01-01', 'GM0321')`,
    )
    await owner.query(`update desks.branches set municipality_code = 'GM9801' where id = $1`, [branch])
    const html = await ask(`vestiging=${branch}`)
    expect(html).toContain('Met een informatiepunt bij Vestiging Houten')
    const own = Number((gainIn(html)[1] ?? '').split(' ')[1]?.replaceAll('.', ''))
    expect(own).toBeGreaterThan(20_000)
    await owner.query(`update desks.branches set municipality_code = 'GM0321' where id = $1`, [branch])
  })

  test('may stand at a postcode, whole or its digits', async () => {
    for (const postcode of ['3991', '3991 AB', '3991ab'])
      expect(await ask(`postcode=${encodeURIComponent(postcode)}`)).toContain(
        'Met een informatiepunt bij 3991 Houten',
      )
  })

  test('is offered at every branch without one, what brings most first, and those that nobody knows where', async () => {
    const html = await ask('')
    expect(textOf(html)).toMatch(/Vestiging Houten, Houten Bibliotheek Domstad [\d.]+ [\d.]+ [\d.]+/)
    expect(textOf(html)).toContain('Van één vestiging is niet bekend waar die staat.')
    expect(textOf(await ask(`vestiging=${lostBranch}`))).toContain(
      'Van deze vestiging is niet bekend waar die staat.',
    )
    const elsewhere = await browser.get('/sturing/bereik/wat-als?gebied=provincie:PV21')
    expect(await elsewhere.text()).toContain('geen vestigingen zonder informatiepunt bekend')
  })

  test.each([
    ['a postcode that does not exist', 'postcode=1000', 'Schrijf een postcode die bestaat'],
    ['a name', 'postcode=Houten', 'Schrijf een postcode die bestaat'],
    ['10,000 characters', `postcode=${'9'.repeat(10_000)}`, 'Schrijf een postcode die bestaat'],
    ['what no text can hold', 'postcode=%00', 'Schrijf een postcode die bestaat'],
    ['what is no branch', `vestiging=${world.desk}`, 'Kies een vestiging uit de lijst'],
    ['both', `vestiging=${branch}&postcode=3991`, 'Kies een vestiging of schrijf een postcode'],
  ])('at %s is answered with what to do', async (_, query, message) => {
    const html = await ask(query, 422)
    expect(html).toContain('balie-error-summary')
    expect(html).toContain(message)
    expect(html.length).toBeLessThan(40_000)
  })

  test('is kept nowhere', async () => {
    const count = async () =>
      (await owner.query('select count(*)::int as lines from platform.audit_lines')).rows[0].lines
    const before = await count()
    await ask(`vestiging=${branch}`)
    expect(await count()).toBe(before)
  })

  test('in an area that does not exist is not there', async () => {
    expect((await browser.get('/sturing/bereik/wat-als?gebied=gemeente:GM9999')).status).toBe(404)
  })
})
