import { uuidv7 } from 'uuidv7'
import { beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'
import { forgetLists } from '../public.ts'

const { as, owner, world, runJobs } = await testApp()
beforeEach(forgetLists)
const today = { 'from.day': '24', 'from.month': '11', 'from.year': '2026' }

const contact = (fields: Readonly<Record<string, string | string[]>>) => ({
  id: uuidv7(),
  desk: world.desk,
  channel: 'channel-desk',
  'occurred-at': '2026-11-24T08:30:00Z',
  action: 'save',
  ...fields,
})

describe('a library’s own answers', () => {
  test('count as exactly one national answer', async () => {
    const manager = await as('manager')
    const add = (nationalCode: string) =>
      manager.post('/beheer/lijsten/onderwerpen/nieuw', { labelNl: 'Tablet lenen', nationalCode, ...today })
    expect((await add('')).status).toBe(422)
    expect((await add('nep')).status).toBe(422)
    expect((await add('other')).status).toBe(422)
    expect((await add('smartphone-tablet')).status).toBe(303)
    for (const labelNl of ['Tablet uitgeleend', 'Koffie gedronken'])
      await manager.post('/beheer/lijsten/hulp/nieuw', {
        labelNl,
        nationalCode: 'help-explained-device',
        ...today,
      })
    const { rows } = await owner.query(
      `select code, topic_group, national_code from lists.topics where library_id = $1`,
      [world.library],
    )
    expect(rows).toEqual([
      { code: 'own-tablet-lenen', topic_group: 'other', national_code: 'smartphone-tablet' },
    ])
  })

  test('stand on the forms of that library alone', async () => {
    expect(await (await (await as('volunteer')).get('/balie')).text()).toContain('Tablet lenen')
    expect(await (await (await as('otherEmployee')).get('/balie')).text()).not.toContain('Tablet lenen')
    const elsewhere = contact({ desk: world.otherDesk, 'topic-0': 'own-tablet-lenen', help: 'help-answered' })
    expect((await (await as('otherEmployee')).post('/balie', elsewhere)).status).toBe(422)
    const other = await as('otherManager')
    expect((await other.get('/beheer/lijsten/onderwerpen/own-tablet-lenen')).status).toBe(404)
    expect(await (await other.get('/beheer/lijsten/onderwerpen')).text()).not.toContain('Tablet lenen')
    expect(await (await (await as('analyst')).get('/beheer/lijsten/onderwerpen')).text()).toContain(
      'Tablet lenen',
    )
  })

  test('are shown by the desk and the library, and above them as the national one', async () => {
    const employee = await as('employee')
    const sent = contact({
      'topic-0': 'own-tablet-lenen',
      help: ['help-own-tablet-uitgeleend', 'help-own-koffie-gedronken', 'help-explained-device'],
    })
    expect((await employee.post('/balie', sent)).status).toBe(303)
    await runJobs()
    const cells = async (level: string): Promise<Record<string, number>> =>
      (await owner.query("select cells from reports.figures where level = $1 and grain = 'month'", [level]))
        .rows[0]?.cells
    for (const level of ['desk', 'library'])
      expect(await cells(level)).toMatchObject({
        'questions/topic:smartphone-tablet': 1,
        'questions/local:own-tablet-lenen': 1,
        'help-explained-device': 1,
        'local:help-own-tablet-uitgeleend': 1,
        'local:help-own-koffie-gedronken': 1,
      })
    for (const level of ['municipality', 'province', 'nation']) {
      expect(await cells(level)).toMatchObject({
        'questions/topic:smartphone-tablet': 1,
        'help-explained-device': 1,
      })
      expect(Object.keys(await cells(level)).filter((cell) => cell.includes('local'))).toEqual([])
    }
    expect(await (await employee.get('/balie/registraties')).text()).toContain('Tablet lenen')
    const manager = await as('manager')
    const figures = await (await manager.get(`/sturing?gebied=bibliotheek:${world.library}`)).text()
    expect(figures).toContain('Eigen onderwerp')
    expect(figures).toContain('Koffie gedronken')
    const behind = `/sturing/hulpcontacten?gebied=bibliotheek:${world.library}&deel=`
    for (const cell of ['questions/local:own-tablet-lenen', 'local:help-own-koffie-gedronken'])
      expect((await manager.get(`${behind}${encodeURIComponent(cell)}`)).status, cell).toBe(200)
    const nation = await (await (await as('analyst')).get('/sturing')).text()
    expect(nation).not.toContain('Tablet lenen')
  })

  test('stay when the contact is corrected', async () => {
    const { rows } = await owner.query<{ id: string; revision: number }>(
      'select id, revision from contacts.contacts limit 1',
    )
    const { id, revision } = rows[0] ?? { id: '', revision: 0 }
    const employee = await as('employee')
    const html = await (await employee.get(`/balie/contacten/${id}`)).text()
    expect(html).toContain('Tablet lenen')
    const changed = await employee.post(
      `/balie/contacten/${id}`,
      contact({
        id,
        revision: String(revision),
        channel: 'channel-phone',
        'topic-0': 'own-tablet-lenen',
        help: 'help-own-koffie-gedronken',
      }),
    )
    expect(changed.status).toBe(303)
    const { rows: questions } = await owner.query('select topic_code, local_code from contacts.questions')
    expect(questions).toEqual([{ topic_code: 'smartphone-tablet', local_code: 'own-tablet-lenen' }])
    const { rows: help } = await owner.query('select help, local_codes from contacts.help_given')
    expect(help).toEqual([{ help: 'help-explained-device', local_codes: ['help-own-koffie-gedronken'] }])
  })

  test('can be counted from paper', async () => {
    const response = await (await as('employee')).post('/balie/turflijst', {
      id: uuidv7(),
      desk: world.desk,
      channel: 'channel-desk',
      'topic-0': 'own-tablet-lenen',
      'number-0': '2',
    })
    expect(response.status).toBe(303)
    const { rows } = await owner.query(
      'select count(*)::integer as number from contacts.questions where local_code is not null',
    )
    expect(rows).toEqual([{ number: 3 }])
  })
})
