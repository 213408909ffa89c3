import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { csvOf, importSteps } from '../../../../tests/support/import-history.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import { jobScope } from '../../../platform/auth/scope.ts'
import { resumeImports } from '../follow-import/follow-import.command.ts'
import { runImport } from './run-import.command.ts'

const balie = await testApp()
const { world, owner, as, runJobs, workerDatabase, clock } = balie
const manager = await as('manager')
const steps = importSteps(balie, manager)

const header = [
  'Datum',
  'Tijd',
  'Informatiepunt',
  'Vraag',
  'Organisatie',
  'Wijze van hulp',
  'Geslacht',
  'Gemeente',
]
const first = [
  '4-3-2022',
  '10:30',
  'Eemdal Centrum',
  'DigiD; Toeslagen',
  'Logius',
  'Samen gedaan',
  'Man',
  'Amersfoort',
]
const second = ['5-3-2022', '', 'Eemdal Noord', 'WIA, Wajong of ziekte', 'UWV', 'Anders', '', 'Utrecht']
const third = ['6-3-2022', '', 'Eemdal Noord', 'Printen of scannen', '', '', '', '']

const count = async (): Promise<number> =>
  (await owner.query('select count(*)::int as number from contacts.contacts where deleted_at is null'))
    .rows[0].number
const statusOf = async (address: string) =>
  (
    await owner.query(
      'select status, failed, contacts, known, left_out from contacts.imports where id = $1',
      [address.split('/').at(-1)],
    )
  ).rows[0]
const figures = async (): Promise<Record<string, number>> => {
  const { rows } = await owner.query(
    "select coalesce(sum((cells ->> 'contacts')::int), 0)::int as contacts, coalesce(sum((cells ->> 'questions')::int), 0)::int as questions from reports.figures where level = 'library' and grain = 'month'",
  )
  return rows[0]
}

async function emptyAll(): Promise<void> {
  await owner.query(
    'truncate contacts.contacts, contacts.imports, contacts.import_memory, contacts.figure_changes, reports.figures cascade',
  )
}
beforeEach(emptyAll)

describe('an import', () => {
  test('registers each row as one contact, with its questions, organisations and help, and counts it', async () => {
    const address = await steps.run(csvOf([header, first, second, third]))
    expect(await statusOf(address)).toEqual({
      status: 'done',
      failed: false,
      contacts: 3,
      known: 0,
      left_out: 0,
    })
    const { rows } = await owner.query(
      `select occurred_on::text, to_char(occurred_at at time zone 'Europe/Amsterdam', 'HH24:MI') as time, time_known, desk_id, form_code,
         counted_as, channel, gender, age, municipality_code, visitor_municipality_code, author_account_id, clock_ahead_seconds,
         array(select topic_code from contacts.questions q where q.contact_id = c.id order by position) as topics,
         array(select position || ' ' || service_provider_code from contacts.question_service_providers p where p.contact_id = c.id) as providers,
         array(select help from contacts.help_given h where h.contact_id = c.id) as help
       from contacts.contacts c order by occurred_on`,
    )
    const same = {
      form_code: 'guide',
      counted_as: 'contact',
      channel: 'channel-not-registered',
      age: 'age-not-registered',
      municipality_code: 'GM0307',
      author_account_id: world.accounts.manager,
      clock_ahead_seconds: null,
    }
    expect(rows).toEqual([
      {
        ...same,
        occurred_on: '2022-03-04',
        time: '10:30',
        time_known: true,
        desk_id: world.desk,
        gender: 'gender-man',
        visitor_municipality_code: 'GM0307',
        topics: ['digid', 'allowances'],
        providers: ['0 logius'],
        help: ['help-done-together'],
      },
      {
        ...same,
        occurred_on: '2022-03-05',
        time: '12:00',
        time_known: false,
        desk_id: world.secondDesk,
        gender: 'gender-not-registered',
        visitor_municipality_code: 'GM0344',
        topics: ['disability-benefit'],
        providers: ['0 uwv'],
        help: ['help-other'],
      },
      {
        ...same,
        occurred_on: '2022-03-06',
        time: '12:00',
        time_known: false,
        desk_id: world.secondDesk,
        gender: 'gender-not-registered',
        visitor_municipality_code: null,
        topics: ['printing'],
        providers: [],
        help: [],
      },
    ])
    expect(await figures()).toEqual({ contacts: 3, questions: 4 })
    expect((await owner.query('select count(*)::int as rows from contacts.import_rows')).rows).toEqual([
      { rows: 0 },
    ])
  })

  test('of a file with rows that were read before adds only the others; identical rows of one file are several visitors', async () => {
    await steps.run(csvOf([header, first, second]))
    const address = await steps.run(csvOf([header, second, first, first, third]))
    expect(await statusOf(address)).toMatchObject({ contacts: 2, known: 2 })
    expect(await count()).toBe(4)
    expect(await figures()).toEqual({ contacts: 4, questions: 6 })
  })

  test('leads to the figures of the days that it brought', async () => {
    const address = await steps.run(csvOf([header, first, second, third]))
    const link = /href="(\/sturing\?[^"]+)"/.exec(await (await manager.get(address)).text())?.[1] ?? ''
    const html = await (await manager.get(link.replaceAll('&amp;', '&'))).text()
    expect(html).toContain('4 maart 2022 tot en met 6 maart 2022')
  })

  test('finds the names of the columns below a title', async () => {
    const address = await steps.run(
      csvOf([['Registraties IDO 2022'], ['Bibliotheek Eemdal'], header, first, second]),
    )
    expect(await statusOf(address)).toMatchObject({ status: 'done', contacts: 2 })
  })

  test('knows a row again when one of its words has got another meaning since', async () => {
    const withWord = csvOf([
      ['Datum', 'Informatiepunt', 'Vraag'],
      ['4-3-2022', 'Eemdal Noord', 'Coronabewijs'],
      ['5-3-2022', 'Eemdal Noord', 'DigiD'],
    ])
    const address = await steps.send(withWord)
    const choose = async (of: string, topic: string) => {
      await steps.submit(`${of}/kolommen`)
      await steps.submit(`${of}/antwoorden`)
      const html = await (await manager.get(`${of}/antwoorden`)).text()
      const field = /<label[^>]*for="([^"]+)"[^>]*>Coronabewijs</.exec(html)?.[1] ?? ''
      await steps.submit(`${of}/antwoorden`, { [field]: topic })
      await runJobs()
      await manager.post(`${of}/inlezen`, {})
      await runJobs()
    }
    await choose(address, 'coronacheck')
    expect(await statusOf(address)).toMatchObject({ status: 'done', contacts: 2 })
    // Days are written otherwise, and a row is new.
    const again = await steps.send(
      csvOf([
        ['Datum', 'Informatiepunt', 'Vraag'],
        ['2022-03-04', 'Eemdal Noord', 'Coronabewijs'],
        ['5 maart 2022', 'Eemdal Noord', 'DigiD'],
        ['2022-03-06', 'Eemdal Noord', 'Coronabewijs'],
      ]),
    )
    await choose(again, 'other')
    expect(await statusOf(again)).toMatchObject({ status: 'done', contacts: 1, known: 2 })
    expect(await count()).toBe(3)
  })

  test('does not start while a row has an error, and says how many', async () => {
    const address = await steps.prepare(csvOf([header, first, ['31-2-2022', ...second.slice(1)]]))
    const response = await manager.post(`${address}/inlezen`, {})
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('1 regel heeft nog een fout')
    expect(await count()).toBe(0)
  })

  test('that is killed half-way leaves nothing, and the job brings all of it when it runs again', async () => {
    const address = await steps.prepare(csvOf([header, first, second, third]))
    await manager.post(`${address}/inlezen`, {})
    await owner.query(`
      create function contacts.break_off() returns trigger language plpgsql as $$ begin raise exception 'broken off'; end $$;
      create trigger break_off before insert on contacts.help_given for each row execute function contacts.break_off()`)
    await expect(runJobs()).rejects.toThrow(/broken off/)
    expect(await count()).toBe(0)
    expect(await statusOf(address)).toMatchObject({ status: 'running', failed: true })
    expect(await (await manager.get(address)).text()).toContain('Er is niets ingelezen')
    await owner.query('drop trigger break_off on contacts.help_given; drop function contacts.break_off()')
    await manager.post(`${address}/opnieuw`, {})
    await runJobs()
    expect(await statusOf(address)).toMatchObject({ status: 'done', failed: false, contacts: 3 })
    expect(await count()).toBe(3)
  })

  test('whose worker was killed goes on when a worker starts', async () => {
    const address = await steps.prepare(csvOf([header, first, second]))
    await manager.post(`${address}/inlezen`, {})
    await owner.query("delete from pgboss.job where name = 'contacts.run-import'")
    await runJobs()
    expect(await count()).toBe(0)
    expect(await resumeImports(workerDatabase)).toBe(1)
    await runJobs()
    expect(await count()).toBe(2)
    expect(await resumeImports(workerDatabase)).toBe(0)
  })

  test('whose job is gone offers to try again, or to stop', async () => {
    const address = await steps.prepare(csvOf([header, first, second]))
    await manager.post(`${address}/inlezen`, {})
    expect(await (await manager.get(address)).text()).not.toContain('Probeer opnieuw')
    await owner.query("update pgboss.job set state = 'failed' where name = 'contacts.run-import'")
    expect(await (await manager.get(`${address}/voortgang`)).json()).toMatchObject({ working: false })
    expect(await (await manager.get('/beheer/inlezen/hulpcontacten')).text()).toContain('Niet gelukt')
    const html = await (await manager.get(address)).text()
    expect(html).toContain('Probeer opnieuw')
    expect(html).toContain('Stop en wis')
    await manager.post(`${address}/opnieuw`, {})
    await runJobs()
    expect(await count()).toBe(2)

    const other = await steps.prepare(csvOf([header, third]))
    await manager.post(`${other}/inlezen`, {})
    await manager.post(`${other}/stoppen`, {})
    expect(await statusOf(other)).toMatchObject({ status: 'running' })
    await owner.query("update pgboss.job set state = 'failed' where name = 'contacts.run-import'")
    await manager.post(`${other}/stoppen`, {})
    expect(await statusOf(other)).toMatchObject({ status: 'removed' })
    const rows = 'select count(*)::int as rows from contacts.import_rows'
    expect((await owner.query(rows)).rows).toEqual([{ rows: 0 }])
    await runJobs()
    expect(await count()).toBe(2)
  })

  test('runs once, however often its job comes', async () => {
    const address = await steps.prepare(csvOf([header, first, second]))
    await manager.post(`${address}/inlezen`, {})
    const id = address.split('/').at(-1) ?? ''
    await Promise.all([1, 2].map(() => runImport(workerDatabase, id, clock.now())))
    await runJobs()
    expect(await count()).toBe(2)
    expect(await figures()).toEqual({ contacts: 2, questions: 3 })
  })

  test('at the same time as another of overlapping rows brings each row once', async () => {
    const addresses = [
      await steps.prepare(csvOf([header, first, second])),
      await steps.prepare(csvOf([header, third, second, first])),
    ]
    for (const address of addresses) await manager.post(`${address}/inlezen`, {})
    await Promise.all(
      addresses.map((address) => runImport(workerDatabase, address.split('/').at(-1) ?? '', clock.now())),
    )
    await runJobs()
    expect(await count()).toBe(3)
    expect(await figures()).toEqual({ contacts: 3, questions: 4 })
  })

  test('shows how far it is while its transaction is still open', async () => {
    const address = await steps.prepare(csvOf([header, first, second, third]))
    const id = address.split('/').at(-1) ?? ''
    await manager.post(`${address}/inlezen`, {})
    // The figures are the last that it writes; held there, the bar already stands at the end.
    await owner.query('begin')
    await owner.query('lock table contacts.figure_changes in access exclusive mode')
    const running = runImport(workerDatabase, id, clock.now())
    await expect
      .poll(async () => (await manager.get(`${address}/voortgang`)).json())
      .toMatchObject({ working: true, done: 3, total: 3, text: '3 van 3 regels gedaan' })
    expect(await (await manager.get(address)).text()).toContain('<progress')
    await owner.query('commit')
    await running
    expect(await (await manager.get(`${address}/voortgang`)).json()).toMatchObject({ working: false })
  })
})

/** Parts of a file by period, as exports are: each takes all rows of its days, and they may overlap. */
const parts = fc.record({
  days: fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom('DigiD', 'AOW')), {
    minLength: 1,
    maxLength: 12,
  }),
  cuts: fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 5 })), { maxLength: 3 }),
})

test('whatever overlapping periods a history comes in, each visitor is there once', async () => {
  const header = ['Datum', 'Vraag', 'Informatiepunt']
  await fc.assert(
    fc
      .asyncProperty(parts, async ({ days, cuts }) => {
        const rows = days.map(([day, topic]) => ({ day, cells: [`${day}-3-2022`, topic, 'Eemdal Centrum'] }))
        const periods = [...cuts.map(([from, length]) => [from, from + length] as const), [1, 6] as const]
        for (const [from, until] of periods) {
          const part = rows.filter(({ day }) => day >= from && day <= until)
          if (part.length > 0) await steps.run(csvOf([header, ...part.map(({ cells }) => cells)]))
        }
        expect(await count()).toBe(rows.length)
        expect((await figures()).contacts).toBe(rows.length)
      })
      .beforeEach(emptyAll),
    { numRuns: 5 },
  )
}, 60_000)

describe('another library', () => {
  test('sees nothing of it, in any place', async () => {
    const address = await steps.prepare(csvOf([header, first, ['fout', ...second.slice(1)]]))
    const other = await as('otherManager')
    for (const place of [
      '',
      '/kolommen',
      '/antwoorden',
      '/controle',
      '/weggelaten.csv',
      '/regels/3',
      '/ongedaan',
      '/voortgang',
    ])
      expect((await other.get(`${address}${place}`)).status, place).toBe(404)
    for (const place of [
      '/kolommen',
      '/antwoorden',
      '/inlezen',
      '/fouten-weglaten',
      '/regels/3',
      '/regels/3/weglaten',
      '/ongedaan',
      '/opnieuw',
      '/stoppen',
    ])
      expect((await other.post(`${address}${place}`, {})).status, place).toBe(404)
    expect(await (await other.get('/beheer/inlezen/hulpcontacten')).text()).not.toContain('lijst.csv')
    expect(await statusOf(address)).toMatchObject({ status: 'preview' })
  })

  test('can have the same rows', async () => {
    await steps.run(csvOf([header, first]))
    const { rows } = await workerDatabase.read(jobScope('test'), async (db) => ({
      rows: await db.selectFrom('contacts.import_keys').select('library_id').execute(),
    }))
    expect(rows).toEqual([{ library_id: world.library }])
  })
})
