import { beforeEach, describe, expect, test } from 'vitest'
import { type Fields, testApp } from '../../../../tests/support/test-app.ts'
import { forgetLists } from '../public.ts'

const { as, owner, clock } = await testApp()
beforeEach(forgetLists)
const onToday = { 'since.day': '24', 'since.month': '11', 'since.year': '2026' }
const since = { 'since.day': '1', 'since.month': '12', 'since.year': '2026' }
const topics = async (codes: readonly string[]) =>
  (
    await owner.query(
      'select code, valid_from, valid_until, national_code from lists.topics where code = any ($1) order by code',
      [codes],
    )
  ).rows
/** Sends a form as the page showed it, to somebody of the nation. */
async function replace(
  person: 'analyst' | 'administrator',
  page: 'onderwerpen/samenvoegen' | 'onderwerpen/splitsen' | 'hulp/splitsen',
  fields: Fields,
) {
  const browser = await as(person)
  const html = await (await browser.get(`/beheer/lijsten/${page}`)).text()
  const [, seen = ''] = /name="seen" value="([^"]*)"/.exec(html) ?? []
  return browser.post(`/beheer/lijsten/${page}`, { seen, ...since, ...fields })
}
const mappings = async () =>
  (await owner.query('select from_code, to_code, kind, since from lists.mappings order by 1, 2')).rows

describe('merging', () => {
  test('puts one value in the place of two; a library’s own goes along', async () => {
    const manager = await as('manager')
    await manager.post('/beheer/lijsten/onderwerpen/nieuw', {
      labelNl: 'Tablet lenen',
      nationalCode: 'computer',
      'from.day': '24',
      'from.month': '11',
      'from.year': '2026',
    })
    const devices = { from: ['smartphone-tablet', 'computer'], into: '', labelNl: 'Apparaten' }
    // What a library has of its own knows no day: before the day of the merge it would count as what is not there yet.
    const later = await replace('analyst', 'onderwerpen/samenvoegen', devices)
    expect(later.status).toBe(422)
    expect(await later.text()).toContain('href="#since"')
    const merged = await replace('analyst', 'onderwerpen/samenvoegen', { ...devices, ...onToday })
    expect(merged.headers.get('location')).toBe('/beheer/lijsten/onderwerpen?bewaard=ja')
    expect(await topics(['smartphone-tablet', 'computer', 'apparaten', 'own-tablet-lenen'])).toEqual([
      { code: 'apparaten', valid_from: '2026-11-24', valid_until: null, national_code: null },
      expect.objectContaining({ code: 'computer', valid_until: '2026-11-24' }),
      expect.objectContaining({ code: 'own-tablet-lenen', national_code: 'apparaten' }),
      expect.objectContaining({ code: 'smartphone-tablet', valid_until: '2026-11-24' }),
    ])
    expect(await mappings()).toEqual(
      ['computer', 'smartphone-tablet'].map((code) => ({
        from_code: code,
        to_code: 'apparaten',
        kind: 'merge',
        since: '2026-11-24',
      })),
    )
    const page = await (await manager.get('/beheer/lijsten/onderwerpen/computer')).text()
    expect(page).toContain('‘Computer of laptop’ is sinds 24-11-2026 opgegaan in ‘Apparaten’')
  })

  test('stays: what was merged is not opened again', async () => {
    const { rows } = await owner.query("select revision from lists.topics where code = 'computer'")
    const opened = await (await as('analyst')).post('/beheer/lijsten/onderwerpen/computer', {
      labelNl: 'Computer of laptop',
      revision: String(rows[0]?.revision),
    })
    expect(opened.status).toBe(422)
    expect(await opened.text()).toContain('href="#until"')
  })

  test('changes the forms on its day, not before', async () => {
    const merged = await replace('analyst', 'onderwerpen/samenvoegen', {
      from: ['apps', 'email'],
      into: '',
      labelNl: 'Apps en mail',
    })
    expect(merged.status).toBe(303)
    const volunteer = await as('volunteer')
    expect(await (await volunteer.get('/balie')).text()).not.toContain('Apps en mail')
    clock.moveTo('2026-12-01T09:00:00Z')
    const later = await (await as('volunteer')).get('/balie')
    expect(await later.text()).toContain('Apps en mail')
    clock.moveTo('2026-11-24T09:00:00Z')
  })

  test('of what somebody else changed since the page was shown is refused, with what stands there now', async () => {
    const analyst = await as('analyst')
    const html = await (await analyst.get('/beheer/lijsten/onderwerpen/samenvoegen')).text()
    const [, seen = ''] = /name="seen" value="([^"]*)"/.exec(html) ?? []
    await owner.query(
      "update lists.topics set label_nl = 'Boetes', revision = revision + 1 where code = 'fine'",
    )
    const sent = { seen, from: ['fine', 'printing'], into: 'printing', labelNl: '', ...since }
    const refused = await analyst.post('/beheer/lijsten/onderwerpen/samenvoegen', sent)
    expect(refused.status).toBe(409)
    const again = await refused.text()
    expect(again).toContain('Boetes')
    expect(again).toContain('fine:2')
    const into = await analyst.post('/beheer/lijsten/onderwerpen/samenvoegen', { ...sent, into: 'fine' })
    expect(into.status).toBe(409)
  })

  test.each([
    ['one value', { from: ['fine'], into: '', labelNl: 'Iets' }, '#from'],
    ['nothing to merge into', { from: ['fine', 'printing'], into: '', labelNl: '' }, '#into'],
    ['a library’s own to merge into', { from: ['fine'], into: 'own-tablet-lenen', labelNl: '' }, '#into'],
    ['one that ended to merge into', { from: ['fine'], into: 'computer', labelNl: '' }, '#into'],
    ['the something else', { from: ['other', 'fine'], into: '', labelNl: 'Iets' }, '#from'],
    ['a name in use', { from: ['fine', 'printing'], into: '', labelNl: 'DigiD' }, '#labelNl'],
  ])('%s is told at the field', async (_, fields, link) => {
    const response = await replace('analyst', 'onderwerpen/samenvoegen', fields)
    expect(response.status).toBe(422)
    expect(await response.text()).toContain(`href="${link}"`)
  })
})

describe('splitting', () => {
  test('puts two new values in the place of one', async () => {
    const split = await replace('administrator', 'hulp/splitsen', {
      from: 'help-explained-device',
      'part-0': 'Telefoon uitgelegd',
      'part-1': 'Computer uitgelegd',
      'part-en-1': 'Computer explained',
    })
    expect(split.status).toBe(303)
    const { rows } = await owner.query(
      `select code, label_en from lists.answer_options where valid_from = '2026-12-01' or valid_until = '2026-12-01' order by 1`,
    )
    expect(rows).toEqual([
      { code: 'help-computer-uitgelegd', label_en: 'Computer explained' },
      { code: 'help-explained-device', label_en: 'Device explained' },
      { code: 'help-telefoon-uitgelegd', label_en: 'Telefoon uitgelegd' },
    ])
    expect((await mappings()).filter(({ kind }) => kind === 'split')).toHaveLength(2)
  })

  test('into one is no splitting', async () => {
    const response = await replace('analyst', 'hulp/splitsen', { from: 'help-brochure', 'part-0': 'Folder' })
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('href="#parts"')
  })
})
