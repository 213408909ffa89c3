import { beforeEach, expect, test } from 'vitest'
import { type Fields, testApp } from '../../../../tests/support/test-app.ts'

const { as, owner, world } = await testApp()
const base = `/balie/openingstijden/${world.desk}`
const page = `${base}/week/nieuw`
const today = { 'from.day': '24', 'from.month': '11', 'from.year': '2026' }
const week = (times: string, more: Fields = {}): Fields => ({
  action: 'save',
  kind: 'ordinary',
  lines: '1',
  'times-0': times,
  ...today,
  ...more,
})

interface Row {
  id: string
  from_day: string
  until_day: string | null
}
async function stored(): Promise<Row[]> {
  const { rows } = await owner.query<Row>(
    'select id, from_day::text, until_day::text from desks.timetables where desk_id = $1 order by from_day',
    [world.desk],
  )
  return rows
}

beforeEach(async () => {
  await owner.query('truncate desks.timetables, desks.hours')
})

test('a week ends where the next one begins, and lasts again when that one is removed', async () => {
  const browser = await as('coordinator')
  await browser.post(page, week('di-vr 11-13'))
  const [first] = await stored()
  const next = (day: string, seen: Row | undefined) =>
    week(`ma ${day}-17`, {
      seen: seen?.id ?? '',
      version: '1',
      'from.day': day,
      'from.month': '12',
    })
  await browser.post(page, next('15', first))
  // Between the two: sent twice, as every form may be.
  for (const status of [303, 303]) expect((await browser.post(page, next('8', first))).status).toBe(status)
  const ends = async () => (await stored()).map(({ from_day, until_day }) => [from_day, until_day])
  expect(await ends()).toEqual([
    ['2026-11-24', '2026-12-08'],
    ['2026-12-08', '2026-12-15'],
    ['2026-12-15', null],
  ])
  // What ends is still changed in place, and keeps its end.
  await browser.post(`${base}/week/${first?.id}`, week('ma 9-12', { seen: first?.id ?? '', version: '1' }))
  expect((await ends())[0]).toEqual(['2026-11-24', '2026-12-08'])
  const [, second] = await stored()
  const removal = `${base}/week/${second?.id}/verwijderen`
  expect(await (await browser.get(removal)).text()).toMatch(/ma 7 dec[\s\S]*09:00-12:00[\s\S]*09:00-12:00/)
  await browser.post(removal, { version: '1' })
  expect(await ends()).toEqual([
    ['2026-11-24', '2026-12-15'],
    ['2026-12-15', null],
  ])
  const [, third] = await stored()
  await browser.post(`${base}/week/${third?.id}/verwijderen`, { version: '1' })
  expect(await ends()).toEqual([['2026-11-24', null]])
})

test('a week that was followed up long ago is in force again, and shown so, when the one now is removed', async () => {
  const browser = await as('coordinator')
  await browser.post(page, week('di-vr 11-13', { 'from.day': '1', 'from.month': '10' }))
  const [first] = await stored()
  const seen = { seen: first?.id ?? '', version: '1' }
  await browser.post(page, week('ma 9-12', { ...seen, 'from.day': '1', 'from.month': '11' }))
  const [, second] = await stored()
  const html = await (await browser.get(`${base}/week/${second?.id}/verwijderen`)).text()
  expect(html.match(/11:00-13:00/g)?.length).toBe(16)
  expect(await (await browser.get(base)).text()).not.toContain('di-vr 11-13')
})
