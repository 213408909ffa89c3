import { beforeEach, describe, expect, test } from 'vitest'
import { type Fields, testApp } from '../../../../tests/support/test-app.ts'

const { as, owner, world, clock } = await testApp()
const base = `/balie/openingstijden/${world.popUpDesk}`
const page = `${base}/haltes/nieuw`
let form = 0

const stop = (more: Fields = {}): Fields => {
  form += 1
  return {
    action: 'save',
    stop: `0193a1b2-0000-7000-8000-${String(form).padStart(12, '0')}`,
    lines: '1',
    'times-0': '10-12',
    'place-0': world.places[0],
    'day.day': '1',
    'day.month': '12',
    'day.year': '2026',
    repeat: 'once',
    ...more,
  }
}
const until = { 'until.day': '31', 'until.month': '12', 'until.year': '2026' }
async function stored() {
  const { rows } = await owner.query<{ id: string; day: string; opens: number; cancelled: boolean }>(
    `select id, day::text, opens, cancelled_at is not null as cancelled from desks.hours where desk_id = $1 order by day, opens`,
    [world.popUpDesk],
  )
  return rows
}

beforeEach(async () => {
  await owner.query('truncate desks.timetables, desks.hours')
  clock.moveTo('2026-11-24T09:00:00Z')
})

describe('a stop', () => {
  test('stands on its day, at its place', async () => {
    const browser = await as('manager')
    expect((await browser.post(page, stop())).status).toBe(303)
    expect(await stored()).toMatchObject([{ day: '2026-12-01', opens: 600 }])
    const html = await (await browser.get(base)).text()
    expect(html).toContain('10:00-12:00, Weekmarkt')
    const { rows } = await owner.query(
      `select details from platform.audit_lines where action = 'desks.plan-stops'`,
    )
    expect(rows.at(-1)?.details).toMatchObject({ stops: 1, firstDay: '2026-12-01', saved: true })
  })

  test('comes back every week until a day, twice a day when so typed', async () => {
    const sent = stop({ repeat: 'weekly', 'times-0': '10-12 en 13-15', ...until })
    expect((await (await as('manager')).post(page, sent)).status).toBe(303)
    expect((await stored()).map(({ day }) => day)).toEqual(
      ['2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22', '2026-12-29'].flatMap((day) => [day, day]),
    )
  })

  test('of the same form sent twice is there once', async () => {
    const browser = await as('manager')
    const sent = stop({ repeat: 'fortnightly', ...until })
    const answers = await Promise.all([browser.post(page, sent), browser.post(page, sent)])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(await stored()).toHaveLength(3)
  })

  test('of a form that was saved already, and then changed, is said not to be there yet', async () => {
    const browser = await as('manager')
    const sent = stop()
    await browser.post(page, sent)
    for (const other of [{ 'times-0': '14-16' }, { repeat: 'weekly', ...until }]) {
      const refused = await browser.post(page, { ...sent, ...other })
      expect(refused.status).toBe(409)
      const html = await refused.text()
      expect(html).toContain('Dit formulier is al eerder opgeslagen')
      expect(await stored()).toHaveLength(1)
      expect(/name="stop" value="([^"]+)"/.exec(html)?.[1]).not.toBe(sent.stop)
    }
    const html = await (await browser.post(page, { ...sent, 'times-0': '14-16' })).text()
    const fresh = /name="stop" value="([^"]+)"/.exec(html)?.[1] ?? ''
    expect((await browser.post(page, { ...sent, 'times-0': '14-16', stop: fresh })).status).toBe(303)
    expect(await stored()).toMatchObject([{ opens: 600 }, { opens: 840 }])
  })

  test('under an id that something of another desk has is asked again under one of its own', async () => {
    const sent = stop()
    const other = await as('otherManager')
    const elsewhere = `/balie/openingstijden/${world.otherDesk}/haltes/nieuw`
    expect((await other.post(elsewhere, { ...sent, 'place-0': '' })).status).toBe(303)
    const refused = await (await as('manager')).post(page, sent)
    expect(refused.status).toBe(409)
    expect(await refused.text()).not.toContain(`value="${sent.stop}"`)
    expect(await stored()).toEqual([])
  })

  test('at the same time as another is refused: a bus is in one place', async () => {
    const browser = await as('manager')
    await browser.post(page, stop())
    const response = await browser.post(page, stop({ 'times-0': '11-13', 'place-0': world.places[1] }))
    expect(response.status).toBe(422)
    expect(await response.text()).toContain(
      'Op dinsdag 1 december 2026 staat er dan al iets: 10:00-12:00, Weekmarkt',
    )
    expect(await stored()).toHaveLength(1)
  })

  test('says what is wrong, at its field', async () => {
    const browser = await as('manager')
    const asked = async (more: Fields) => (await browser.post(page, stop(more))).text()
    expect(await asked({ 'place-0': '' })).toContain('href="#place-0"')
    expect(await asked({ 'place-0': world.desk })).toContain('href="#place-0"')
    expect(await asked({ 'times-0': '' })).toContain('href="#times-0"')
    expect(await asked({ 'times-0': 'di 10-12' })).toContain('de dag staat al in een ander vak')
    expect(await asked({ 'times-0': '9'.repeat(10_000) })).toContain('href="#times-0"')
    expect(await asked({ 'day.month': '13' })).toContain('href="#day"')
    expect(await asked({ 'day.day': '31', 'day.month': '2', 'day.year': '2027' })).toContain(
      'Deze dag bestaat niet',
    )
    expect(await asked({ 'day.year': '202' })).toContain('Kijk het jaar na')
    expect(await asked({ 'day.year': '' })).toContain('Vul in op welke dag het is')
    expect(await asked({ 'day.month': '1' })).toContain('Kies vandaag of een latere dag')
    expect(await asked({ repeat: 'weekly' })).toContain('href="#until"')
    expect(await asked({ repeat: 'weekly', ...until, 'until.year': '2029' })).toContain('meer dan 60 dagen')
    expect(
      await asked({ repeat: 'monthly-2', 'until.day': '3', 'until.month': '12', 'until.year': '2026' }),
    ).toContain('valt geen enkele dag')
    expect(await asked({ repeat: 'soms' })).toContain('href="#repeat"')
    expect(await stored()).toEqual([])
  })

  test('is looked at first without being saved', async () => {
    const response = await (await as('manager')).post(page, stop({ action: 'preview' }))
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('10:00-12:00, Weekmarkt')
    expect(await stored()).toEqual([])
  })
})

describe('a stop that is there', () => {
  test('is called off in sight, and goes on after all', async () => {
    const browser = await as('manager')
    await browser.post(page, stop())
    const [row] = await stored()
    const address = `${base}/haltes/${row?.id}`
    expect((await browser.post(`${address}/vervalt`, {})).status).toBe(303)
    expect(await stored()).toMatchObject([{ cancelled: true }])
    expect(await (await browser.get(base)).text()).toMatch(/<s>10:00-12:00, Weekmarkt<\/s> Vervalt/)
    expect((await browser.post(`${address}/door`, {})).status).toBe(303)
    expect(await stored()).toMatchObject([{ cancelled: false }])
  })

  test('is removed while it is far away only', async () => {
    const browser = await as('manager')
    await browser.post(page, stop())
    await browser.post(page, stop({ 'day.day': '20' }))
    const [near, far] = await stored()
    expect((await browser.post(`${base}/haltes/${near?.id}/verwijderen`, {})).status).toBe(409)
    expect((await browser.post(`${base}/haltes/${far?.id}/verwijderen`, {})).status).toBe(303)
    expect(await stored()).toMatchObject([{ id: near?.id }])
  })

  test('is out of reach of another library, and of another desk’s page', async () => {
    await (await as('manager')).post(page, stop())
    const [row] = await stored()
    const other = await as('otherManager')
    expect((await other.post(page, stop())).status).toBe(404)
    expect((await other.post(`${base}/haltes/${row?.id}/vervalt`, {})).status).toBe(404)
    const wrong = `/balie/openingstijden/${world.otherDesk}/haltes/${row?.id}`
    expect((await other.post(`${wrong}/vervalt`, {})).status).toBe(404)
    await other.post(`${wrong}/verwijderen`, {})
    expect(await stored()).toMatchObject([{ cancelled: false }])
  })
})
