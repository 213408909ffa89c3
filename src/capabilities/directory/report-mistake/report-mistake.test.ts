import { expect, test } from 'vitest'
import { addEntry } from '../../../../tests/support/directory-entry.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import { openLimits } from '../../../platform/auth/throttle.command.ts'
import { publicLanguages, publicPath } from '../../../platform/i18n/public-language.ts'
import { upkeepPath } from '../upkeep.ts'

const { owner, world, anonymous, as } = await testApp()
const { partner, service } = await addEntry(owner, { libraryId: world.library })
const path = `/sociale-kaart/${service}/klopt-niet`
const remarks = async () =>
  (
    await owner.query(
      'select id, what, text, handled_by, took_over from directory.remarks where partner_id = $1 order by at',
      [partner],
    )
  ).rows

test('anybody says in his own language that something is wrong; who keeps the entry sees it and handles it', async () => {
  for (const language of publicLanguages)
    expect((await anonymous().get(publicPath(language, path))).status).toBe(200)
  const sent = await anonymous().post(publicPath('tr', path), { wat: 'hours', tekst: 'Dinsdag dicht' })
  expect(sent.headers.get('location')).toBe(`${publicPath('tr', path)}?verstuurd=ja`)
  const [remark] = await remarks()
  expect(remark).toMatchObject({ what: 'hours', text: 'Dinsdag dicht', handled_by: null })
  const browser = await as('coordinator')
  const page = await (await browser.get(`${upkeepPath}/${partner}`)).text()
  expect(page).toContain('De tijden kloppen niet')
  expect(page).toContain('Dinsdag dicht')
  expect(await (await browser.get(`${upkeepPath}?welke=remarks`)).text()).toContain('1 opmerking')
  const handle = { wat: 'opmerking', id: remark.id, overnemen: 'ja' }
  expect((await (await as('otherManager')).post(`${upkeepPath}/${partner}/doen`, handle)).status).toBe(404)
  expect((await browser.post(`${upkeepPath}/${partner}/doen`, handle)).status).toBe(303)
  expect(await remarks()).toMatchObject([{ handled_by: world.accounts.coordinator, took_over: true }])
})

test('what has the form of personal data is not kept, and all that was typed comes back', async () => {
  const before = await remarks()
  for (const [tekst, message] of [
    ['mail mij op jan@huis.example', 'Haal uw mailadres'],
    ['geboren op 12-03-1950', 'Haal uw mailadres'],
    ['x'.repeat(501), 'Maak de tekst korter'],
  ] as const) {
    const response = await anonymous().post(path, { wat: 'other', tekst })
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(html).toContain(message)
    expect(html).toContain(tekst.slice(0, 20))
  }
  expect(await (await anonymous().post(path, { tekst: '' })).text()).toContain('Kies wat er niet klopt')
  expect(await remarks()).toEqual(before)
  // The right number of an organisation may be told.
  expect((await anonymous().post(path, { wat: 'phone', tekst: 'Het is 033 012 34 56' })).status).toBe(303)
})

test('not without end from one place, and not about what is not there', async () => {
  for (let time = 0; time < openLimits.remark; time += 1)
    await anonymous().post(path, { wat: 'other', tekst: '' })
  expect((await anonymous().post(path, { wat: 'other', tekst: '' })).status).toBe(429)
  expect(
    (await anonymous().get('/sociale-kaart/0193a1b2-0000-7000-8000-00000000dead/klopt-niet')).status,
  ).toBe(404)
})
