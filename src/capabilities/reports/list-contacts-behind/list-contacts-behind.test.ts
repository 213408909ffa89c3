import { expect, test } from 'vitest'
import { addHistory } from '../../../../tests/support/history.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import type { Person } from '../../../../tests/support/world.ts'

const { as, owner, world, runJobs } = await testApp()
await addHistory(owner, world)
await runJobs()
const library = `gebied=bibliotheek:${world.library}`
const desk = `gebied=informatiepunt:${world.desk}`
const march = 'van=2026-03-01&tot=2026-03-31'
const open = async (person: Person, query: string) =>
  (await as(person)).get(`/sturing/hulpcontacten?${query}`)

test('every number of the page leads to as many contacts or questions', async () => {
  const manager = await as('manager')
  for (const area of [library, desk]) {
    const html = await (await manager.get(`/sturing?${area}&${march}`)).text()
    const links = [...html.matchAll(/href="(\/sturing\/hulpcontacten\?[^"]+)">([\d.]+)</g)]
    expect(new Set(links.map(([, href]) => href)).size).toBeGreaterThan(30)
    // Who hears the link hears its unit.
    const heard = [
      ...html.matchAll(
        /deel=([^"&]+)">[\d.]+<span class="balie-visually-hidden"> (hulpcontacten|hulpvragen): /g,
      ),
    ].map(([, cell = '', unit]) => [cell.startsWith('questions'), unit])
    expect(heard).toContainEqual([true, 'hulpvragen'])
    expect(heard).toContainEqual([false, 'hulpcontacten'])
    expect(heard).not.toContainEqual([true, 'hulpcontacten'])
    expect(heard).not.toContainEqual([false, 'hulpvragen'])
    for (const [, href = '', number] of links) {
      const behind = await (await manager.get(href.replaceAll('&amp;', '&'))).text()
      expect([href, /<p>([\d.]+) hulp(contacten|vragen)/.exec(behind)?.[1]]).toEqual([href, number])
    }
  }
}, 60_000)

test('they are for the coordinator and the manager of that desk and library only', async () => {
  const statuses = async (query: string) =>
    Promise.all(
      (
        ['volunteer', 'coordinator', 'manager', 'otherManager', 'official', 'analyst', 'adviser'] as const
      ).map(async (person) => (await open(person, `${query}&${march}&deel=contacts`)).status),
    )
  expect(await statuses(desk)).toEqual([403, 200, 200, 403, 403, 403, 403])
  expect(await statuses(library)).toEqual([403, 403, 200, 403, 403, 403, 403])
  expect(await statuses('gebied=gemeente:GM0307')).toEqual([403, 403, 403, 403, 403, 403, 403])
})

test('what is no cell is not found; a wrong period goes back to the figures, which say what to do', async () => {
  for (const cell of [
    'onzin',
    '',
    'topic:%00',
    '%00',
    'desk:%00',
    'known:',
    'questions/known:help',
    'topic:digid%26topic:printing',
    'hour:8-10',
    'form:guide',
  ])
    expect([cell, (await open('manager', `${library}&${march}&deel=${cell}`)).status]).toEqual([cell, 404])
  const unknown = await open('manager', `${library}&${march}&deel=questions/topic:onzin`)
  expect(await unknown.text()).toContain('geen hulpcontacten bij dit cijfer')
  const wrong = await open('manager', `${library}&van=gisteren&tot=2026-03-31&deel=contacts`)
  expect(wrong.headers.get('location')).toMatch(/^\/sturing\?.*van=gisteren/)
})

test('they are leafed through fifty at a time', async () => {
  const html = await (await open('manager', `${library}&${march}&deel=contacts`)).text()
  expect(html.match(/scope="row"/g)).toHaveLength(50)
  expect(html).toMatch(/rel="next"/)
  expect(html).toContain('Eemdal Noord')
})

test('a contact of which only the day is known has no time', async () => {
  await owner.query(`update contacts.contacts set time_known = false where occurred_on = '2026-03-04'`)
  const html = await (await open('manager', `${library}&van=2026-03-04&tot=2026-03-04&deel=contacts`)).text()
  expect(html).toContain('04-03-2026')
  expect(html).not.toMatch(/04-03-2026 \d/)
})
