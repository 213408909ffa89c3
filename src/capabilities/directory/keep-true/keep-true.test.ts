import { expect, test } from 'vitest'
import { addEntry } from '../../../../tests/support/directory-entry.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import { upkeepPath } from '../upkeep.ts'

const { owner, world, as } = await testApp()
const browser = await as('coordinator')
const { partner: old } = await addEntry(owner, {
  libraryId: world.library,
  name: 'Lang geleden',
  reviewOn: '2026-06-01',
})
const { partner: stale } = await addEntry(owner, {
  libraryId: world.library,
  name: 'Net te laat',
  reviewOn: '2026-11-20',
})
const { partner: fresh } = await addEntry(owner, {
  libraryId: world.library,
  name: 'Pas bekeken',
  reviewOn: '2027-05-01',
})
const { partner: national } = await addEntry(owner, {
  libraryId: null,
  name: 'Van iedereen',
  reviewOn: '2026-06-01',
})
const { partner: others } = await addEntry(owner, {
  libraryId: world.otherLibrary,
  name: 'Van de buren',
  reviewOn: '2026-06-01',
})

const namesIn = (html: string): string[] =>
  [...html.matchAll(/onderhoud\/[\da-f-]{36}">([^<]+)</g)].map(([, name = '']) => name)
const list = async (query = '', person: 'coordinator' | 'administrator' = 'coordinator') =>
  namesIn(await (await (await as(person)).get(`${upkeepPath}${query}`)).text())

test('lists the own entries, those that nobody looked at for longest first, by state and by keeper', async () => {
  expect(await list()).toEqual(['Lang geleden', 'Net te laat'])
  expect(await list('?welke=hidden')).toEqual(['Lang geleden'])
  expect(await list('?welke=all')).toEqual(['Lang geleden', 'Net te laat', 'Pas bekeken'])
  expect(await list('?van=mij')).toEqual([])
  expect(await list('', 'administrator')).toContain('Van iedereen')
  await browser.post(`${upkeepPath}/${old}/doen`, { wat: 'houder' })
  expect(await list('?van=mij')).toEqual(['Lang geleden'])
})

test('a check by telephone is two taps, and says who looked, when, how and what came of it', async () => {
  const opened = await (await browser.get(`${upkeepPath}/${stale}`)).text()
  // By telephone unless something else is chosen.
  expect(opened).toMatch(/value="phone" checked/)
  expect(
    (await browser.post(`${upkeepPath}/${stale}`, { hoe: 'phone', uitkomst: 'no-answer', notitie: '' }))
      .status,
  ).toBe(303)
  expect(await list()).toEqual(['Lang geleden', 'Net te laat'])
  await browser.post(`${upkeepPath}/${stale}`, {
    hoe: 'phone',
    uitkomst: 'right',
    notitie: 'Balie zei dat alles klopt',
  })
  expect(await list()).toEqual(['Lang geleden'])
  const html = await (await browser.get(`${upkeepPath}/${stale}`)).text()
  for (const text of [
    '24-11-2026',
    'Gebeld: Balie zei dat alles klopt',
    'Klopt nog',
    'Niet bereikt',
    'Test coordinator',
  ])
    expect(html).toContain(text)
  expect(await (await browser.get(`${upkeepPath}?welke=all`)).text()).toContain(
    '24-11-2026, Gebeld, klopt nog, Test coordinator',
  )
})

test('one that does not exist any more leaves the directory', async () => {
  await browser.post(`${upkeepPath}/${fresh}`, { hoe: 'visit', uitkomst: 'ended', notitie: '' })
  expect((await owner.query('select ended_on from directory.partners where id = $1', [fresh])).rows).toEqual([
    { ended_on: '2026-11-24' },
  ])
  expect(await list('?welke=all')).not.toContain('Pas bekeken')
})

test('asks for what is missing, and keeps what was typed', async () => {
  const response = await browser.post(`${upkeepPath}/${old}`, { notitie: 'bel 06 12 34 56 78' })
  expect(response.status).toBe(422)
  const html = await response.text()
  for (const text of [
    'Kies hoe je het hebt nagekeken',
    'Kies wat eruit kwam',
    'Haal namen, nummers',
    'bel 06 12 34 56 78',
  ])
    expect(html).toContain(text)
})

test('the link is mailed on request, not twice within fourteen days, nor without an address', async () => {
  const act = { wat: 'link' }
  expect((await browser.post(`${upkeepPath}/${old}/doen`, act)).status).toBe(303)
  expect(await (await browser.post(`${upkeepPath}/${old}/doen`, act)).text()).toContain(
    'de laatste 14 dagen al een mail',
  )
  await owner.query('update directory.partners set email = null where id = $1', [stale])
  expect(await (await browser.post(`${upkeepPath}/${stale}/doen`, act)).text()).toContain(
    'geen e-mailadres bekend',
  )
  const { rows } = await owner.query(
    `select count(*)::int as mails from platform.mails where purpose = 'directory.confirm'`,
  )
  expect(rows).toEqual([{ mails: 1 }])
})

test.each([national, others])(
  'an entry of somebody else is not there: neither to see nor to change',
  async (partner) => {
    expect((await browser.get(`${upkeepPath}/${partner}`)).status).toBe(404)
    expect(
      (await browser.post(`${upkeepPath}/${partner}`, { hoe: 'phone', uitkomst: 'ended', notitie: '' }))
        .status,
    ).toBe(404)
    expect(
      (await owner.query('select ended_on from directory.partners where id = $1', [partner])).rows,
    ).toEqual([{ ended_on: null }])
  },
)

test.each(['volunteer', 'employee', 'privacyOfficer', 'partner'] as const)(
  'a %s does not keep entries',
  async (person) => {
    expect((await (await as(person)).get(upkeepPath)).status).toBe(403)
  },
)
