import { beforeEach, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, owner, world, clock } = await testApp()

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

beforeEach(async () => {
  await owner.query('truncate desks.timetables, desks.hours, desks.holidays_as_usual')
  clock.moveTo('2026-11-24T10:30:00Z')
})

test('who keeps one desk comes there at once', async () => {
  const response = await (await as('coordinator')).get('/balie/openingstijden')
  expect(response.headers.get('location')).toBe(`/balie/openingstijden/${world.desk}`)
})

test('who keeps several sees how each stands, and what needs attention', async () => {
  await weekOf(world.desk, 'di-vr 11-13')
  const html = await (await (await as('manager')).get('/balie/openingstijden')).text()
  const row = (name: string): string => html.split('<tr').find((part) => part.includes(`>${name}</a>`)) ?? ''
  expect(row('Eemdal Centrum')).toContain('Open tot 13:00')
  expect(row('Eemdal Centrum')).toMatch(/>8<\/td>/)
  expect(row('Eemdal Centrum')).toContain('Eerste kerstdag (vr 25 dec) en nog 1: dicht of open?')
  expect(row('Eemdal Noord')).toContain('Typ de openingstijden')
  expect(row('Eemdal op de markt')).toContain('Plan een halte')
  expect(html).not.toContain('Domstad')
})

test('a decided holiday no longer needs attention', async () => {
  await weekOf(world.desk, 'di-vr 11-13')
  const manager = await as('manager')
  await manager.post(`/balie/openingstijden/${world.desk}/feestdagen`, {
    shown: '2026-12-25 2027-01-01',
    closed: ['2026-12-25'],
  })
  expect(await (await manager.get('/balie/openingstijden')).text()).not.toContain('dicht of open?')
})
