import { beforeEach, describe, expect, test } from 'vitest'
import { loadReference } from '../../../../db/reference/load.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import { forgetLists } from '../public.ts'

const { as, owner, world } = await testApp()
beforeEach(forgetLists)
const printing = '/beheer/lijsten/onderwerpen/printing'
const words = {
  labelNl: 'Printen, kopiëren en scannen',
  labelEn: 'Printing',
  searchTerms: 'printer\nscanner',
}
const topic = async (code: string) =>
  (await owner.query('select * from lists.topics where code = $1', [code])).rows[0]
const day = (name: string, [date = '', month = '', year = '']: readonly string[] = ['1', '12', '2026']) => ({
  [`${name}.day`]: date,
  [`${name}.month`]: month,
  [`${name}.year`]: year,
})

describe('adding a value', () => {
  test('puts it on the forms of its day, with a line of its history', async () => {
    const analyst = await as('analyst')
    const added = await analyst.post('/beheer/lijsten/onderwerpen/nieuw', {
      labelNl: 'OV-chipkaart',
      labelEn: '',
      group: 'other',
      searchTerms: 'ov, trein; bus',
      ...day('from', ['24', '11', '2026']),
    })
    expect(added.headers.get('location')).toBe('/beheer/lijsten/onderwerpen/ov-chipkaart?bewaard=ja')
    expect(await topic('ov-chipkaart')).toMatchObject({
      label_en: 'OV-chipkaart',
      search_terms: ['ov', 'trein', 'bus'],
      valid_from: '2026-11-24',
      kept_by_people: true,
      library_id: null,
    })
    expect(await (await (await as('volunteer')).get('/balie')).text()).toContain('OV-chipkaart')
    const page = await (await analyst.get('/beheer/lijsten/onderwerpen/ov-chipkaart')).text()
    expect(page).toContain('toegevoegd')
    expect(page).toContain('Test analyst')
    const audit = await owner.query("select details from platform.audit_lines where action = 'lists.add'")
    expect(audit.rows).toEqual([{ details: { list: 'topic' } }])
  })

  test.each([
    ['nothing', { ...day('from') }, ['#labelNl', '#group']],
    ['a name that is there', { labelNl: 'digid', group: 'other', ...day('from') }, ['#labelNl']],
    [
      'a day that has been',
      { labelNl: 'Nieuw', group: 'other', ...day('from', ['23', '11', '2026']) },
      ['#from'],
    ],
  ])('%s: the same page again, with what was typed', async (_, fields, links) => {
    const response = await (await as('administrator')).post('/beheer/lijsten/onderwerpen/nieuw', {
      searchTerms: 'een woord',
      ...fields,
    })
    expect(response.status).toBe(422)
    const html = await response.text()
    for (const link of links) expect(html).toContain(`href="${link}"`)
    expect(html).toContain('een woord')
  })

  test.each([
    ['organisaties', { labelNl: 'Woonbond', shortName: '' }, 'lists.service_providers', 'woonbond'],
    ['hulp', { labelNl: 'App geïnstalleerd samen' }, 'lists.answer_options', 'help-app-geinstalleerd-samen'],
    ['kanalen', { labelNl: 'Via Signal' }, 'lists.answer_options', 'channel-via-signal'],
    [
      'formulieren',
      { labelNl: 'Kort formulier', asks: ['channel', 'help'] },
      'lists.forms',
      'kort-formulier',
    ],
  ])('goes for %s as well', async (list, fields, table, code) => {
    const response = await (await as('analyst')).post(`/beheer/lijsten/${list}/nieuw`, {
      ...fields,
      ...day('from'),
    })
    expect(response.status).toBe(303)
    const { rows } = await owner.query(`select valid_from from ${table} where code = $1`, [code])
    expect(rows).toEqual([{ valid_from: '2026-12-01' }])
  })
})

describe('changing a value', () => {
  test('keeps what it said before; the files do not undo it', async () => {
    const analyst = await as('analyst')
    expect((await analyst.post(printing, { ...words, revision: '1' })).status).toBe(303)
    const { rows } = await owner.query(
      "select act, before ->> 'labelNl' as before, after ->> 'labelNl' as after from lists.versions where code = 'printing'",
    )
    expect(rows).toEqual([{ act: 'change', before: 'Printen of scannen', after: words.labelNl }])
    await owner.query('delete from platform.reference_loads')
    await owner.query("update lists.topics set label_nl = 'Oud' where code = 'fine'")
    await loadReference(owner)
    expect(await topic('printing')).toMatchObject({ label_nl: words.labelNl, revision: 2 })
    expect(await topic('fine')).toMatchObject({ label_nl: 'Boete' })
  })

  test.each(['9'.repeat(30), '-1', 'x', '1e9'])(
    'with a revision that no page showed is no fault: %s',
    async (revision) => {
      const response = await (await as('analyst')).post(printing, { ...words, labelNl: 'Printen!', revision })
      expect(response.status).toBe(409)
    },
  )

  test('of two at once the second sees what the first made of it, with what was typed', async () => {
    const { revision } = await topic('printing')
    const sent = { ...words, revision: String(revision) }
    expect((await (await as('analyst')).post(printing, { ...sent, labelNl: 'Printen' })).status).toBe(303)
    const second = await (await as('administrator')).post(printing, { ...sent, labelNl: 'Afdrukken' })
    expect(second.status).toBe(409)
    const html = await second.text()
    expect(html).toContain('Wat een ander ervan maakte')
    expect(html).toContain('<dd>Printen</dd>')
    expect(html).toContain('value="Afdrukken"')
    expect(html).toContain(`value="${revision + 1}"`)
    expect((await topic('printing')).label_nl).toBe('Printen')
  })

  test('ends it from a day on and takes it back; a form keeps its something else', async () => {
    const analyst = await as('analyst')
    const { revision } = await topic('printing')
    const until = (date: readonly string[], at: number) =>
      analyst.post(printing, { ...words, revision: String(at), ...day('until', [...date]) })
    expect((await until(['23', '11', '2026'], revision)).status).toBe(422)
    expect((await until(['1', '12', '2026'], revision)).status).toBe(303)
    expect(await topic('printing')).toMatchObject({ valid_until: '2026-12-01' })
    expect((await analyst.post(printing, { ...words, revision: String(revision + 1) })).status).toBe(303)
    expect(await topic('printing')).toMatchObject({ valid_until: null })
    const other = await analyst.post('/beheer/lijsten/hulp/help-other', {
      labelNl: 'Anders',
      revision: '1',
      ...day('until'),
    })
    expect(other.status).toBe(422)
    expect(await other.text()).toContain('href="#until"')
  })
})

describe('who keeps what', () => {
  test('a library sees the national values and keeps its own only', async () => {
    const manager = await as('manager')
    const html = await (await manager.get('/beheer/lijsten/onderwerpen')).text()
    expect(html).toContain('Eigen Onderwerp toevoegen')
    expect(html).not.toContain('Samenvoegen')
    expect(await (await manager.get(printing)).text()).toContain('Jij kunt dit antwoord niet wijzigen')
    expect((await manager.post(printing, { ...words, revision: '1' })).status).toBe(403)
    expect((await manager.get('/beheer/lijsten/kanalen/nieuw')).status).toBe(403)
    expect((await manager.get('/beheer/lijsten/onderwerpen/samenvoegen')).status).toBe(403)
  })

  test('row-level security says the same below the pages', async () => {
    await owner.query('begin')
    await owner.query('set local role balie_app')
    await owner.query("set local balie.scope_kind = 'library'")
    await owner.query(`set local balie.library_ids = '{${world.library}}'`)
    const { rowCount } = await owner.query("update lists.topics set label_nl = 'x' where code = 'digid'")
    expect(rowCount).toBe(0)
    await owner.query('rollback')
  })
})
