import { beforeEach, describe, expect, test } from 'vitest'
import { type Fields, testApp } from '../../../../tests/support/test-app.ts'

const { as, owner, world } = await testApp()
const base = `/balie/openingstijden/${world.desk}`
const page = `${base}/feestdagen`

async function decided(deskId = world.desk): Promise<string[]> {
  const { rows } = await owner.query<{ what: string }>(
    `select from_day || ' ' || name as what from desks.timetables where kind = 'exception' and desk_id = $1
     union all select day || ' as usual' from desks.holidays_as_usual where desk_id = $1 order by 1`,
    [deskId],
  )
  return rows.map(({ what }) => what)
}
async function weekOf(deskId: string, times: string): Promise<void> {
  await (await as('manager')).post(`/balie/openingstijden/${deskId}/week/nieuw`, {
    action: 'save',
    kind: 'ordinary',
    lines: '1',
    'times-0': times,
    'from.day': '1',
    'from.month': '11',
    'from.year': '2026',
  })
}
const shown = (html: string): string[] => /name="shown" value="([^"]+)"/.exec(html)?.[1]?.split(' ') ?? []
const ticked = (html: string): string[] =>
  [...html.matchAll(/name="closed" value="([^"]+)" checked/g)].map(([, day = '']) => day)
const sent = (html: string, closed: readonly string[], more: Fields = {}): Fields => ({
  shown: shown(html).join(' '),
  decided: /name="decided" value="([^"]*)"/.exec(html)?.[1] ?? '',
  closed,
  ...more,
})

beforeEach(async () => {
  await owner.query('truncate desks.timetables, desks.hours, desks.holidays_as_usual')
  await weekOf(world.desk, 'di-vr 11-13')
})

describe('the holidays of a desk', () => {
  test('are those on which it would be open; closed is proposed, but not on days that many do not keep', async () => {
    const html = await (await (await as('coordinator')).get(page)).text()
    expect(shown(html)).toEqual([
      '2026-12-25',
      '2027-01-01',
      '2027-03-26',
      '2027-04-27',
      '2027-05-05',
      '2027-05-06',
    ])
    expect(ticked(html)).toEqual(['2026-12-25', '2027-01-01', '2027-04-27', '2027-05-06'])
    expect(html).toContain('Anders open: 11:00-13:00. Nog niet besloten.')
  })

  test('are decided, shown as such, and decided again', async () => {
    const browser = await as('coordinator')
    const html = await (await browser.get(page)).text()
    expect((await browser.post(page, sent(html, ['2026-12-25', '2027-04-27']))).status).toBe(303)
    const first = [
      '2026-12-25 Eerste kerstdag',
      '2027-01-01 as usual',
      '2027-03-26 as usual',
      '2027-04-27 Koningsdag',
      '2027-05-05 as usual',
      '2027-05-06 as usual',
    ]
    expect(await decided()).toEqual(first)
    const again = await (await browser.get(page)).text()
    expect(ticked(again)).toEqual(['2026-12-25', '2027-04-27'])
    expect(again).toContain('Besloten: open zoals anders.')
    await browser.post(page, sent(again, ['2026-12-25', '2027-04-27']))
    expect(await decided()).toEqual(first)
    await browser.post(page, sent(again, ['2027-01-01']))
    expect((await decided()).slice(0, 2)).toEqual(['2026-12-25 as usual', '2027-01-01 Nieuwjaarsdag'])
  })

  test('are not decided again by who saw an older page: that person is told, and may choose', async () => {
    const [one, two] = [await as('coordinator'), await as('manager')]
    const old = await (await two.get(page)).text()
    await one.post(page, sent(old, ['2027-05-05']))
    const before = await decided()

    const refused = await two.post(page, sent(old, ['2026-12-25'], { others: 'yes' }))
    expect(refused.status).toBe(409)
    const html = await refused.text()
    expect(html).toContain('Iemand anders heeft intussen ook besloten')
    expect(html).toContain('<li>Bevrijdingsdag, woensdag 5 mei 2027: dicht</li>')
    expect(html).toContain('<li>Eerste kerstdag, vrijdag 25 december 2026: open zoals anders</li>')
    expect(html).not.toContain('<li>Koningsdag')
    expect(ticked(html)).toEqual(['2026-12-25'])
    expect(await decided()).toEqual(before)
    expect(await decided(world.secondDesk)).toEqual([])

    expect((await two.post(page, sent(html, ['2026-12-25', '2027-05-05']))).status).toBe(303)
    expect(await decided()).toContain('2026-12-25 Eerste kerstdag')
    expect(await decided()).toContain('2027-05-05 Bevrijdingsdag')
  })

  test('sent twice are decided once, whatever the page showed', async () => {
    const browser = await as('coordinator')
    const html = await (await browser.get(page)).text()
    const answers = await Promise.all([1, 2].map(() => browser.post(page, sent(html, ['2026-12-25']))))
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
  })

  test('within a closure that came meanwhile are not opened in silence', async () => {
    const browser = await as('coordinator')
    const html = await (await browser.get(page)).text()
    await browser.post(`${base}/dicht/nieuw`, {
      action: 'save',
      open: 'no',
      name: 'Meivakantie',
      'from.day': '26',
      'from.month': '4',
      'from.year': '2027',
      'until.day': '9',
      'until.month': '5',
      'until.year': '2027',
    })
    const refused = await browser.post(page, sent(html, []))
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('Koningsdag, dinsdag 27 april 2027: dicht')
  })

  test('within a longer closure stand apart, and are left alone', async () => {
    const browser = await as('coordinator')
    await browser.post(`${base}/dicht/nieuw`, {
      action: 'save',
      open: 'no',
      name: 'Kerstvakantie',
      'from.day': '21',
      'from.month': '12',
      'from.year': '2026',
      'until.day': '3',
      'until.month': '1',
      'until.year': '2027',
    })
    const html = await (await browser.get(page)).text()
    expect(shown(html)[0]).toBe('2027-03-26')
    expect(html).toContain('Al geregeld op een andere manier')
    await browser.post(page, { shown: ['2026-12-25', ...shown(html)].join(' '), closed: [] })
    expect(await decided()).toContain('2026-12-21 Kerstvakantie')
    expect(await decided()).not.toContain('2026-12-25 as usual')
  })

  test('what was not shown, or does not exist, is not decided', async () => {
    const browser = await as('coordinator')
    await browser.post(page, {
      shown: `2026-12-24 ${'x'.repeat(10_000)} 2027-04-27`,
      closed: ['2026-12-24', '2026-12-25'],
    })
    expect(await decided()).toEqual(['2027-04-27 as usual'])
  })
})

describe('for all desks at once', () => {
  test('decides what was undecided there, and is written in the log for each', async () => {
    await weekOf(world.secondDesk, 'elke dag 9-12')
    const manager = await as('manager')
    const second = `/balie/openingstijden/${world.secondDesk}/feestdagen`
    await manager.post(second, { shown: '2027-04-27', closed: [] })
    const html = await (await manager.get(page)).text()
    expect(html).toContain('Ook voor je 2 andere informatiepunten')
    const before = await owner.query(
      `select count(*)::int from platform.audit_lines where action = 'desks.plan-holidays'`,
    )
    expect(
      (await manager.post(page, sent(html, ['2026-12-25', '2027-04-27'], { others: 'yes' }))).status,
    ).toBe(303)
    const there = await decided(world.secondDesk)
    expect(there).toContain('2026-12-25 Eerste kerstdag')
    expect(there).toContain('2026-12-26 Tweede kerstdag')
    expect(there).toContain('2027-04-27 as usual')
    expect(there).toContain('2027-01-01 as usual')
    expect(await decided(world.otherDesk)).toEqual([])
    const after = await owner.query(
      `select count(*)::int from platform.audit_lines where action = 'desks.plan-holidays'`,
    )
    expect(after.rows[0].count - before.rows[0].count).toBe(3)
  })

  test('is not offered to who keeps one desk, nor done for him', async () => {
    await weekOf(world.secondDesk, 'elke dag 9-12')
    const coordinator = await as('coordinator')
    const html = await (await coordinator.get(page)).text()
    expect(html).not.toContain('name="others"')
    await coordinator.post(page, sent(html, ['2026-12-25'], { others: 'yes' }))
    expect(await decided(world.secondDesk)).toEqual([])
  })

  test('another library gets nowhere', async () => {
    expect(
      (await (await as('otherManager')).post(page, { shown: '2026-12-25', closed: ['2026-12-25'] })).status,
    ).toBe(404)
    expect(await decided()).toEqual([])
  })
})
