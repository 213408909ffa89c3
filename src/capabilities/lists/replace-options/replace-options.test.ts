import { beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'
import { forgetLists } from '../public.ts'

const { as, owner, clock } = await testApp()
beforeEach(forgetLists)
const since = { 'since.day': '1', 'since.month': '12', 'since.year': '2026' }
const topics = async (codes: readonly string[]) =>
  (
    await owner.query(
      'select code, valid_from, valid_until, national_code from lists.topics where code = any ($1) order by code',
      [codes],
    )
  ).rows
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
    const merged = await (await as('analyst')).post('/beheer/lijsten/onderwerpen/samenvoegen', {
      from: ['smartphone-tablet', 'computer'],
      into: '',
      labelNl: 'Apparaten',
      ...since,
    })
    expect(merged.headers.get('location')).toBe('/beheer/lijsten/onderwerpen?bewaard=ja')
    expect(await topics(['smartphone-tablet', 'computer', 'apparaten', 'own-tablet-lenen'])).toEqual([
      { code: 'apparaten', valid_from: '2026-12-01', valid_until: null, national_code: null },
      expect.objectContaining({ code: 'computer', valid_until: '2026-12-01' }),
      expect.objectContaining({ code: 'own-tablet-lenen', national_code: 'apparaten' }),
      expect.objectContaining({ code: 'smartphone-tablet', valid_until: '2026-12-01' }),
    ])
    expect(await mappings()).toEqual(
      ['computer', 'smartphone-tablet'].map((code) => ({
        from_code: code,
        to_code: 'apparaten',
        kind: 'merge',
        since: '2026-12-01',
      })),
    )
    const page = await (await manager.get('/beheer/lijsten/onderwerpen/computer')).text()
    expect(page).toContain('‘Computer of laptop’ is sinds 01-12-2026 opgegaan in ‘Apparaten’')
  })

  test('changes the forms on its day, not before', async () => {
    const volunteer = await as('volunteer')
    expect(await (await volunteer.get('/balie')).text()).not.toContain('Apparaten')
    clock.moveTo('2026-12-01T09:00:00Z')
    const later = await (await as('volunteer')).get('/balie')
    expect(await later.text()).toContain('Apparaten')
    clock.moveTo('2026-11-24T09:00:00Z')
  })

  test.each([
    ['one value', { from: ['apps'], into: '', labelNl: 'Iets' }, '#from'],
    ['nothing to merge into', { from: ['apps', 'email'], into: '', labelNl: '' }, '#into'],
    ['the something else', { from: ['other', 'email'], into: '', labelNl: 'Iets' }, '#from'],
    ['a name in use', { from: ['apps', 'email'], into: '', labelNl: 'DigiD' }, '#labelNl'],
  ])('%s is told at the field', async (_, fields, link) => {
    const response = await (await as('analyst')).post('/beheer/lijsten/onderwerpen/samenvoegen', {
      ...fields,
      ...since,
    })
    expect(response.status).toBe(422)
    expect(await response.text()).toContain(`href="${link}"`)
  })
})

describe('splitting', () => {
  test('puts two new values in the place of one', async () => {
    const split = await (await as('administrator')).post('/beheer/lijsten/hulp/splitsen', {
      from: 'help-explained-device',
      'part-0': 'Telefoon uitgelegd',
      'part-1': 'Computer uitgelegd',
      'part-en-1': 'Computer explained',
      ...since,
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
    const response = await (await as('analyst')).post('/beheer/lijsten/hulp/splitsen', {
      from: 'help-brochure',
      'part-0': 'Folder',
      ...since,
    })
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('href="#parts"')
  })
})
