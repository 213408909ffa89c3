import { beforeEach, describe, expect, test } from 'vitest'
import { type Fields, testApp } from '../../../../tests/support/test-app.ts'
import { proveDesk } from '../../../platform/auth/scope.ts'
import { saveTimetable } from './change-week.command.ts'

const { as, owner, world, clock, database } = await testApp()
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
  kind: string
  name: string | null
  from_day: string
  until_day: string | null
  version: number
  hours: string[]
}
async function stored(deskId = world.desk): Promise<Row[]> {
  const { rows } = await owner.query<Row>(
    `select id, kind, name, from_day::text, until_day::text, version,
       array(select coalesce(weekday::text, '-') || ' ' || opens || '-' || closes || ' ' || kind from desks.hours h where h.timetable_id = t.id order by weekday, opens) as hours
     from desks.timetables t where desk_id = $1 order by from_day, kind`,
    [deskId],
  )
  return rows
}
const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
const action = (html: string): string =>
  /<form[^>]*action="(\/balie\/openingstijden[^"]*)"[^>]*id="hours-form"/.exec(html)?.[1] ?? ''

beforeEach(async () => {
  await owner.query('truncate desks.timetables, desks.hours')
  clock.moveTo('2026-11-24T09:00:00Z')
})

describe('a week', () => {
  test('is typed and saved, with its line in the log', async () => {
    const coordinator = await as('coordinator')
    const response = await coordinator.post(page, week('di-vr 11-13'))
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe(`${base}?bewaard=ja`)
    const [row] = await stored()
    expect(row).toMatchObject({ kind: 'ordinary', from_day: '2026-11-24', until_day: null, version: 1 })
    expect(row?.hours).toEqual(['2 660-780 desk', '3 660-780 desk', '4 660-780 desk', '5 660-780 desk'])
    const { rows } = await owner.query(
      `select details from platform.audit_lines where action = 'desks.change-week' and subject_id = $1`,
      [world.desk],
    )
    expect(rows.at(-1)?.details).toMatchObject({ kind: 'ordinary', hours: 4, saved: true })
    const html = await (await coordinator.get(base)).text()
    expect(html).toContain('di-vr 11-13')
    expect(html).toContain('Nu dicht. Open vandaag om 11:00 uur.')
  })

  test('has lines of several kinds, with a partner, languages and a place', async () => {
    await owner.query(
      `insert into desks.places (id, desk_id, name, municipality_code, created_at) values ($1, $2, 'Buurthuis', 'GM0307', now()) on conflict do nothing`,
      ['0193a1b2-0000-7000-8000-00000000aaaa', world.desk],
    )
    const response = await (await as('manager')).post(
      page,
      week('ma, wo 9:30-12 en 13-17', {
        lines: '3',
        'times-1': '',
        'days-1': ['2', '4'],
        'from-1': '10:00',
        'until-1': '11.30',
        'kind-1': 'consultation',
        'label-1': 'Belastingdienst',
        'access-1': 'appointment',
        'languages-1': 'Engels, turks en Arabisch',
        'target-1': 'ouderen',
        'place-1': '0193a1b2-0000-7000-8000-00000000aaaa',
      }),
    )
    expect(response.status).toBe(303)
    const { rows } = await owner.query(
      `select weekday, label, access, languages, target_group, place_id from desks.hours where kind = 'consultation' order by weekday`,
    )
    expect(rows).toEqual(
      [2, 4].map((weekday) => ({
        weekday,
        label: 'Belastingdienst',
        access: 'appointment',
        languages: ['en', 'tr', 'ar'],
        target_group: 'ouderen',
        place_id: '0193a1b2-0000-7000-8000-00000000aaaa',
      })),
    )
    const html = await (await (await as('manager')).get(`${base}/week/${(await stored())[0]?.id}`)).text()
    expect(html).toContain('value="ma, wo 9:30-12 en 13-17"')
    expect(html).toContain('value="di, do 10-11:30"')
    expect(html).toContain('value="Engels, Turks, Arabisch"')
  })

  test('that begins later follows up the one before, which stays as it was', async () => {
    const browser = await as('coordinator')
    await browser.post(page, week('di-vr 11-13'))
    const [first] = await stored()
    const html = await (await browser.get(`${base}/week/${first?.id}`)).text()
    const response = await browser.post(
      `${base}/week/${first?.id}`,
      week('ma 9-12', {
        seen: hidden(html, 'seen'),
        version: hidden(html, 'version'),
        'from.day': '1',
        'from.month': '12',
      }),
    )
    expect(response.status).toBe(303)
    expect((await stored()).map(({ from_day, hours }) => [from_day, hours.length])).toEqual([
      ['2026-11-24', 4],
      ['2026-12-01', 1],
    ])
  })

  test('folds up what its lines are besides their times, and says it on the fold, unless something there is wrong', async () => {
    const browser = await as('coordinator')
    const special = {
      'kind-0': 'consultation',
      'label-0': 'Belastingdienst',
      'access-0': 'appointment',
      'languages-0': 'Engels, Turks',
    }
    await browser.post(page, week('di 11-13', special))
    const html = await (await browser.get(`${base}/week/${(await stored())[0]?.id}`)).text()
    expect(html).toContain(
      'Spreekuur van een partner, Belastingdienst, op afspraak, ook in: Engels, Turks (wijzigen)',
    )
    const fold = (page: string) =>
      /<details[^>]*>(?=<summary[^>]*><svg.*?<\/svg><span>Spreekuur)/.exec(page)?.[0]
    expect(fold(html)).not.toContain('open')
    const wrong = await (
      await browser.post(page, week('di 11-13', { ...special, 'languages-0': 'Klingon' }))
    ).text()
    expect(fold(wrong)).toContain('open')
  })

  test('is changed in place on its own first day', async () => {
    const browser = await as('coordinator')
    await browser.post(page, week('di-vr 11-13'))
    const [first] = await stored()
    await browser.post(`${base}/week/${first?.id}`, week('ma 9-12', { seen: first?.id ?? '', version: '1' }))
    expect(await stored()).toMatchObject([{ id: first?.id, version: 2, hours: ['1 540-720 desk'] }])
  })

  test('keeps the end that it had, though the form does not ask for it', async () => {
    const browser = await as('coordinator')
    await browser.post(page, week('di-vr 11-13'))
    await owner.query(`update desks.timetables set until_day = '2027-01-01'`)
    const [first] = await stored()
    await browser.post(`${base}/week/${first?.id}`, week('ma 9-12', { seen: first?.id ?? '', version: '1' }))
    expect(await stored()).toMatchObject([{ until_day: '2027-01-01', hours: ['1 540-720 desk'] }])
  })

  test('that began today is changed by who begins from the week in force', async () => {
    const browser = await as('coordinator')
    await browser.post(page, week('di-vr 11-13'))
    const html = await (await browser.get(page)).text()
    expect(html).toContain('value="di-vr 11-13"')
    const sent = week('ma 9-12', { seen: hidden(html, 'seen'), version: hidden(html, 'version') })
    expect((await browser.post(page, sent)).status).toBe(303)
    expect(await stored()).toMatchObject([{ version: 2, hours: ['1 540-720 desk'] }])
  })

  test('of a period has a name and a last day', async () => {
    const browser = await as('coordinator')
    const period = week('ma-vr 10-11', {
      kind: 'period',
      name: 'Zomer',
      'from.day': '1',
      'from.month': '7',
      'from.year': '2027',
    })
    const wrong = await browser.post(page, { ...period, name: '' })
    expect(wrong.status).toBe(422)
    const html = await wrong.text()
    expect(html).toContain('href="#name"')
    expect(html).toContain('href="#until"')
    const until = { 'until.day': '31', 'until.month': '8', 'until.year': '2027' }
    expect((await browser.post(page, { ...period, ...until })).status).toBe(303)
    expect(await stored()).toMatchObject([
      { kind: 'period', name: 'Zomer', from_day: '2027-07-01', until_day: '2027-09-01' },
    ])
    const taken = await browser.post(page, { ...period, ...until, name: 'Anders' })
    expect(taken.status).toBe(422)
    expect(await taken.text()).toContain('Op deze dag begint al iets anders')
  })
})

describe('what is wrong is said at its field, and what was typed is kept', () => {
  test.each([
    ['dinsdg 11-13', '‘dinsdg’ is geen dag of tijd'],
    ['di 25-26', '‘25’ is geen uur van de dag'],
    ['di 13-11', 'ligt het eind niet na het begin'],
    ['di 11-13, di 12-14', 'valt samen met andere tijden'],
    ['', 'Typ de dagen en tijden'],
    ['x'.repeat(10_000), 'hoogstens 300 tekens'],
  ])('%.20s', async (times, message) => {
    const response = await (await as('coordinator')).post(page, week(times))
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(html).toContain('href="#times-0"')
    expect(html).toContain(message)
    expect(html).toContain(`value="${times}"`)
    expect(await stored()).toEqual([])
  })

  test('two lines at the same time: at both, and nothing is saved', async () => {
    const html = await (
      await (await as('coordinator')).post(page, week('di-vr 11-13', { lines: '2', 'times-1': 'vr 12-14' }))
    ).text()
    expect(html).toContain('Dit valt samen met vr 12-14 in regel 2')
    expect(html).toContain('Dit valt samen met di-vr 11-13 in regel 1')
    expect(await stored()).toEqual([])
  })

  test('the other fields', async () => {
    const html = await (
      await (
        await as('coordinator')
      ).post(
        page,
        week('di 9-10', {
          lines: '2',
          'from.day': '31',
          'from.month': '2',
          'kind-0': 'consultation',
          'languages-0': 'Klingon',
          'target-0': 'y'.repeat(10_000),
          'place-0': world.places[0],
          'days-1': ['1'],
        }),
      )
    ).text()
    for (const id of ['from', 'label-0', 'languages-0', 'target-0', 'place-0', 'from-1', 'until-1'])
      expect(html, id).toContain(`href="#${id}"`)
  })

  test('a desk that moves is nowhere without a place', async () => {
    const moving = `/balie/openingstijden/${world.popUpDesk}/week/nieuw`
    const browser = await as('manager')
    const html = await (await browser.post(moving, week('di 9-10'))).text()
    expect(html).toContain('href="#place-0"')
    expect((await browser.post(moving, week('di 9-10', { 'place-0': world.places[0] }))).status).toBe(303)
  })
})

describe('without saving', () => {
  test('a look at the coming weeks shows what was typed', async () => {
    const response = await (await as('coordinator')).post(page, { ...week('di-vr 11-13'), action: 'preview' })
    expect(response.status).toBe(200)
    const html = await response.text()
    expect(html.match(/11:00-13:00/g)?.length).toBe(16)
    expect(html).toContain('Week van 14 december 2026')
    expect(await stored()).toEqual([])
  })

  test('one line more is one line more', async () => {
    const response = await (await as('coordinator')).post(page, {
      ...week('di-vr 11-13'),
      action: 'add-line',
    })
    const html = await response.text()
    expect(html).toContain('name="times-1"')
    expect(html).toContain('value="di-vr 11-13"')
  })
})

describe('two people at the same week', () => {
  test('the second sees what changed, loses nothing, and may save over it', async () => {
    const [one, two] = [await as('coordinator'), await as('manager')]
    await one.post(page, week('di-vr 11-13'))
    const [first] = await stored()
    const address = `${base}/week/${first?.id}`
    const [seenByOne, seenByTwo] = [
      await (await one.get(address)).text(),
      await (await two.get(address)).text(),
    ]
    const sent = (html: string, times: string): Fields =>
      week(times, { seen: hidden(html, 'seen'), version: hidden(html, 'version') })
    expect((await one.post(address, sent(seenByOne, 'ma 9-12'))).status).toBe(303)

    const refused = await two.post(address, sent(seenByTwo, 'za 10-14'))
    expect(refused.status).toBe(409)
    const html = await refused.text()
    expect(html).toContain('Iemand anders heeft intussen iets opgeslagen')
    expect(html).toContain('<li>ma 9-12</li>')
    expect(html).toContain('value="za 10-14"')
    expect(await stored()).toMatchObject([{ version: 2, hours: ['1 540-720 desk'] }])

    expect((await two.post(action(html), sent(html, 'za 10-14'))).status).toBe(303)
    expect(await stored()).toMatchObject([{ version: 3, hours: ['6 600-840 desk'] }])
  })

  test('two new weeks from the same day: the second is asked', async () => {
    const [one, two] = [await as('coordinator'), await as('manager')]
    await one.post(page, week('di-vr 11-13'))
    const refused = await two.post(page, week('za 10-14'))
    expect(refused.status).toBe(409)
    const html = await refused.text()
    expect(html).toContain('<li>di-vr 11-13</li>')
    const again = week('za 10-14', { seen: hidden(html, 'seen'), version: hidden(html, 'version') })
    expect((await two.post(action(html), again)).status).toBe(303)
    expect(await stored()).toMatchObject([{ version: 2, hours: ['6 600-840 desk'] }])
  })

  test('what was removed meanwhile is not lost for who still types', async () => {
    const [one, two] = [await as('coordinator'), await as('manager')]
    await one.post(page, week('di-vr 11-13'))
    const [first] = await stored()
    await one.post(`${base}/week/${first?.id}/verwijderen`, { version: '1' })
    const refused = await two.post(
      `${base}/week/${first?.id}`,
      week('za 10-14', { seen: first?.id ?? '', version: '1' }),
    )
    expect(refused.status).toBe(409)
    const html = await refused.text()
    expect(html).toContain('value="za 10-14"')
    expect(action(html)).toBe(page)
    expect((await two.post(action(html), week('za 10-14'))).status).toBe(303)
    expect(await stored()).toMatchObject([{ hours: ['6 600-840 desk'] }])
  })

  test('two at the same moment: one is saved, the other is told', async () => {
    const browser = await as('coordinator')
    await browser.post(page, week('di-vr 11-13'))
    const [first] = await stored()
    const sent = (times: string) => week(times, { seen: first?.id ?? '', version: '1' })
    const answers = await Promise.all(
      ['ma 9-12', 'za 10-14', 'zo 10-11'].map((times) =>
        browser.post(`${base}/week/${first?.id}`, sent(times)),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409])
    expect(await stored()).toMatchObject([{ version: 2 }])
  })

  test('the same form sent twice is saved once', async () => {
    const browser = await as('coordinator')
    const answers = await Promise.all([1, 2, 3].map(() => browser.post(page, week('di-vr 11-13'))))
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(await stored()).toMatchObject([{ version: 1 }])
  })
})

describe('another’s desk', () => {
  test('is not there', async () => {
    for (const person of ['otherManager', 'coordinator'] as const) {
      const browser = await as(person)
      const other = `/balie/openingstijden/${person === 'coordinator' ? world.secondDesk : world.desk}/week/nieuw`
      expect((await browser.get(other)).status).toBe(404)
      expect((await browser.post(other, week('di 9-10'))).status).toBe(404)
    }
    expect((await (await as('volunteer')).get(page)).status).toBe(403)
    expect(await stored()).toEqual([])
  })

  test('is out of reach below the command as well', async () => {
    const scope = proveDesk(world.accounts.otherManager, world.otherLibrary, world.otherDesk)
    await database.write(scope, (tx) =>
      saveTimetable(
        tx,
        scope,
        {
          target: undefined,
          seen: undefined,
          input: { kind: 'ordinary', name: null, fromDay: '2026-01-01', untilDay: null, hours: [] },
        },
        clock.now(),
      ),
    )
    const foreign = { ...scope, deskId: world.desk }
    await expect(
      database.write(scope, (tx) =>
        saveTimetable(
          tx,
          foreign,
          {
            target: undefined,
            seen: undefined,
            input: { kind: 'ordinary', name: null, fromDay: '2026-01-01', untilDay: null, hours: [] },
          },
          clock.now(),
        ),
      ),
    ).rejects.toThrow(/row-level security/)
  })
})
