import { beforeEach, describe, expect, test } from 'vitest'
import { type Fields, testApp } from '../../../../tests/support/test-app.ts'

const { as, owner, world } = await testApp()
const base = `/balie/openingstijden/${world.desk}`
const page = `${base}/dicht/nieuw`

const closure = (more: Fields = {}): Fields => ({
  action: 'save',
  open: 'no',
  name: 'Studiedag',
  'from.day': '1',
  'from.month': '12',
  'from.year': '2026',
  ...more,
})
const until = (day: string, month: string): Fields => ({
  'until.day': day,
  'until.month': month,
  'until.year': '2026',
})

async function stored() {
  const { rows } = await owner.query(
    `select t.id, name, from_day::text, until_day::text, version, count(h.id)::int as hours
     from desks.timetables t left join desks.hours h on h.timetable_id = t.id where t.desk_id = $1 and t.kind = 'exception' group by t.id order by from_day`,
    [world.desk],
  )
  return rows
}

beforeEach(async () => {
  await owner.query('truncate desks.timetables, desks.hours')
  await (await as('coordinator')).post(`${base}/week/nieuw`, {
    action: 'save',
    kind: 'ordinary',
    lines: '1',
    'times-0': 'di-vr 11-13',
    'from.day': '1',
    'from.month': '11',
    'from.year': '2026',
  })
})

describe('a closure', () => {
  test('of one day closes that day, under its name', async () => {
    const browser = await as('coordinator')
    expect((await browser.post(page, closure())).status).toBe(303)
    expect(await stored()).toMatchObject([
      { name: 'Studiedag', from_day: '2026-12-01', until_day: '2026-12-02', hours: 0 },
    ])
    const html = await (await browser.get(base)).text()
    expect(html).toMatch(/di 1 dec<\/th><td[^>]*><div><strong>Studiedag<\/strong><\/div><div>Dicht/)
    const { rows } = await owner.query(
      `select count(*)::int from platform.audit_lines where action = 'desks.plan-closure'`,
    )
    expect(rows[0]?.count).toBeGreaterThan(0)
  })

  test('of several days counts the last one', async () => {
    const browser = await as('manager')
    expect((await browser.post(page, closure(until('4', '12')))).status).toBe(303)
    expect(await stored()).toMatchObject([{ from_day: '2026-12-01', until_day: '2026-12-05' }])
    const [row] = await stored()
    const html = await (await browser.get(`${base}/dicht/${row?.id}`)).text()
    expect(html).toMatch(/name="until.day"[^>]* value="4"/)
  })

  test('may have other hours, also on some of its days', async () => {
    const browser = await as('coordinator')
    const sent = closure({ ...until('4', '12'), open: 'yes', lines: '1', 'times-0': '10-12, vr 13-14' })
    expect((await browser.post(page, sent)).status).toBe(303)
    expect(await stored()).toMatchObject([{ hours: 2 }])
    const [row] = await stored()
    expect(await (await browser.get(`${base}/dicht/${row?.id}`)).text()).toContain('value="10-12, vr 13-14"')
  })

  test('within another one is in force on its own days', async () => {
    const browser = await as('coordinator')
    await browser.post(page, closure(until('11', '12')))
    const within = { open: 'yes', lines: '1', 'times-0': '10-12', name: 'Kerstmarkt', 'from.day': '8' }
    expect((await browser.post(page, closure(within))).status).toBe(303)
    const html = await (await browser.get(base)).text()
    expect(html).toMatch(/di 8 dec<\/th><td[^>]*><div><strong>Kerstmarkt<\/strong><\/div><div>10:00-12:00/)
    expect(html).toMatch(/wo 9 dec<\/th><td[^>]*><div><strong>Studiedag/)
  })

  test('from the same day as another is refused, with what stands there', async () => {
    const browser = await as('coordinator')
    await browser.post(page, closure())
    const response = await browser.post(page, closure({ name: 'Verhuizing' }))
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(html).toContain('Vanaf deze dag is al iets afgesproken')
    expect(html).toContain('(Studiedag)')
    expect(html).toContain('value="Verhuizing"')
    expect(await stored()).toHaveLength(1)
  })

  test('sent twice is saved once; changed twice asks the second', async () => {
    const [one, two] = [await as('coordinator'), await as('manager')]
    await Promise.all([one.post(page, closure()), one.post(page, closure())])
    const [row] = await stored()
    expect(await stored()).toHaveLength(1)
    const seen = { seen: row?.id ?? '', version: '1' }
    expect(
      (await one.post(`${base}/dicht/${row?.id}`, closure({ ...seen, name: 'Verbouwing' }))).status,
    ).toBe(303)
    const refused = await two.post(`${base}/dicht/${row?.id}`, closure({ ...seen, name: 'Verhuizing' }))
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('(Verbouwing)')
    expect(await stored()).toMatchObject([{ name: 'Verbouwing', version: 2 }])
  })

  test('says what is wrong, at its field', async () => {
    const browser = await as('coordinator')
    const asked = async (more: Fields) => (await browser.post(page, closure(more))).text()
    expect(await asked({ 'from.day': '31', 'from.month': '2' })).toContain('href="#from"')
    expect(await asked(until('30', '11'))).toContain('Kies een laatste dag die niet voor de eerste ligt')
    expect(await asked({ 'until.day': '1', 'until.month': '1', 'until.year': '2029' })).toContain(
      'hoogstens een jaar',
    )
    expect(await asked({ open: 'maybe' })).toContain('href="#open"')
    expect(await asked({ open: 'yes', lines: '1', 'times-0': '' })).toContain('href="#times-0"')
    expect(await asked({ open: 'yes', lines: '1', 'times-0': '13-11' })).toContain('href="#times-0"')
    expect(await asked({ name: 'x'.repeat(10_000) })).toContain('hoogstens 80 tekens')
    expect(await stored()).toEqual([])
  })

  test('is removed, after a question that shows what is then in force', async () => {
    const browser = await as('coordinator')
    await browser.post(page, closure())
    const [row] = await stored()
    const address = `${base}/week/${row?.id}/verwijderen`
    expect(await (await browser.get(address)).text()).toContain('Studiedag verwijderen?')
    expect((await browser.post(address, { version: '7' })).status).toBe(409)
    expect((await browser.post(address, { version: '1' })).status).toBe(303)
    expect((await browser.post(address, { version: '1' })).status).toBe(303)
    expect(await stored()).toEqual([])
  })

  test('of another library’s desk is not there', async () => {
    const other = await as('otherManager')
    expect((await other.get(page)).status).toBe(404)
    expect((await other.post(page, closure())).status).toBe(404)
    await (await as('coordinator')).post(page, closure())
    const [row] = await stored()
    const address = `/balie/openingstijden/${world.otherDesk}/week/${row?.id}/verwijderen`
    expect((await other.get(address)).status).toBe(404)
    await other.post(address, { version: '1' })
    expect(await stored()).toHaveLength(1)
  })
})
