import { randomUUID } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, anonymous, owner, world, clock } = await testApp()
const volunteer = await as('volunteer')
const coordinator = await as('coordinator')

type Item = { id: string; kind: string; desk: string; author: string; fields: [string, string][] }
const item = (changes: Partial<Item> = {}, fields: Record<string, string> = {}): Item => ({
  id: uuidv7(),
  kind: 'contact',
  desk: world.desk,
  author: world.accounts.volunteer,
  fields: Object.entries({
    channel: 'channel-desk',
    'occurred-at': '2026-11-20T08:00:00Z',
    'topic-0': 'allowances',
    help: 'help-answered',
    ...fields,
  }),
  ...changes,
})
const send = async (items: Item[], { browser = volunteer, sentAt = '2026-11-24T09:00:02Z' } = {}) => {
  const response = await browser.postJson('/balie/ontvangen', { sentAt, items })
  return {
    status: response.status,
    body: (await response.json()) as {
      results: { id: string; outcome: string; errors: { id: string; message: string }[] }[]
    },
  }
}
const outcomes = async (...given: Parameters<typeof send>): Promise<string[]> =>
  (await send(...given)).body.results.map(({ outcome }) => outcome)
const stored = async (id: string) =>
  (await owner.query('select * from contacts.contacts where id = $1', [id])).rows[0]
const count = async (table: string): Promise<number> =>
  Number((await owner.query(`select count(*) from contacts.${table}`)).rows[0].count)

beforeEach(async () => {
  await owner.query('truncate contacts.contacts, contacts.tallies, contacts.quiet_hours cascade')
  clock.moveTo('2026-11-24T09:00:00Z')
})

describe('a batch', () => {
  test('gives each item its own answer; one that is refused does not hold up the others', async () => {
    const items = [
      item(),
      item({}, { 'topic-0': 'other', 'topic-text-0': 'bsn 123456782' }),
      item({ desk: world.otherDesk }),
      item(),
    ]
    const { status, body } = await send(items)
    expect(status).toBe(200)
    expect(body.results.map(({ outcome }) => outcome)).toEqual([
      'accepted',
      'refused',
      'not-allowed',
      'accepted',
    ])
    expect(body.results[1]?.errors).toEqual([
      { id: 'topic-text-0', message: expect.stringContaining('burgerservicenummer') },
    ])
    expect(await count('contacts')).toBe(2)
  })

  test('sent three times at once is stored once', async () => {
    const items = Array.from({ length: 20 }, () => item())
    const all = await Promise.all([outcomes(items), outcomes(items), outcomes(items)])
    expect(all.flat().every((outcome) => outcome === 'accepted')).toBe(true)
    expect(await count('contacts')).toBe(20)
    expect(await count('questions')).toBe(20)
  })

  test('with a known id and other answers is a conflict, and changes nothing', async () => {
    const first = item()
    await send([first])
    expect(await outcomes([{ ...item({}, { 'topic-0': 'digid' }), id: first.id }])).toEqual(['conflict'])
    expect((await owner.query('select topic_code from contacts.questions')).rows).toEqual([
      { topic_code: 'allowances' },
    ])
  })

  test('keeps the moment of the contact and that of the receipt, a week apart', async () => {
    const sent = item({}, { 'occurred-at': '2026-11-17T22:30:00+01:00' })
    expect(await outcomes([sent])).toEqual(['accepted'])
    const row = await stored(sent.id)
    expect(row.occurred_at.toString()).toBe('2026-11-17T21:30:00Z')
    expect(row.occurred_on).toBe('2026-11-17')
    expect(row.received_at.toString()).toBe('2026-11-24T09:00:00Z')
    expect(row.clock_ahead_seconds).toBe(2)
  })

  test('that is not one is refused whole, and one that is too long', async () => {
    expect((await volunteer.postJson('/balie/ontvangen', { items: 'nonsense' })).status).toBe(400)
    expect((await send(Array.from({ length: 51 }, () => item()))).status).toBe(400)
  })

  test('without a session gets a 401 that a script can read', async () => {
    const response = await anonymous().postJson('/balie/ontvangen', {
      sentAt: '2026-11-24T09:00:00Z',
      items: [item()],
    })
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ error: 'not-signed-in' })
  })
})

describe('a clock that is wrong', () => {
  test('three hours ahead: moments are put right by the same step, their order stays', async () => {
    const items = ['2026-11-24T11:00:00Z', '2026-11-24T11:40:00Z'].map((at) =>
      item({}, { 'occurred-at': at }),
    )
    expect(await outcomes(items, { sentAt: '2026-11-24T12:00:00Z' })).toEqual(['accepted', 'accepted'])
    const rows = await Promise.all(items.map(({ id }) => stored(id)))
    expect(rows.map((row) => row.occurred_at.toString())).toEqual([
      '2026-11-24T08:00:00Z',
      '2026-11-24T08:40:00Z',
    ])
    expect(rows.map((row) => row.clock_ahead_seconds)).toEqual([10_800, 10_800])
  })

  test('a year behind: the day is the real one', async () => {
    const sent = item({}, { 'occurred-at': '2025-11-24T08:30:00Z' })
    expect(await outcomes([sent], { sentAt: '2025-11-24T09:00:00Z' })).toEqual(['accepted'])
    expect((await stored(sent.id)).occurred_on).toBe('2026-11-24')
  })

  test('a moment that lies ahead of its own clock is refused', async () => {
    expect(await outcomes([item({}, { 'occurred-at': '2026-11-24T10:00:00Z' })])).toEqual(['refused'])
  })
})

describe('a shared tablet', () => {
  test('a colleague sends what another left: author and sender are both kept', async () => {
    const left = item({ author: world.accounts.volunteer })
    expect(await outcomes([left], { browser: coordinator })).toEqual(['accepted'])
    expect(await stored(left.id)).toMatchObject({
      author_account_id: world.accounts.volunteer,
      sender_account_id: world.accounts.coordinator,
    })
    // The volunteer's own tablet sends it as well: the same contact, whoever sends it.
    expect(await outcomes([left])).toEqual(['accepted'])
    expect(await count('contacts')).toBe(1)
  })

  test('also of a colleague who has left since', async () => {
    await owner.query("update people.role_assignments set valid_until = '2026-11-20' where account_id = $1", [
      world.accounts.employee,
    ])
    expect(await outcomes([item({ author: world.accounts.employee })])).toEqual(['accepted'])
  })

  test('but nobody writes in the name of somebody elsewhere', async () => {
    expect(
      await outcomes([item({ author: world.accounts.otherEmployee }), item({ author: randomUUID() })]),
    ).toEqual(['not-allowed', 'not-allowed'])
  })
})

describe('other things a device keeps', () => {
  test('a contact taken back, twice as good as once', async () => {
    const sent = item()
    await send([sent])
    const deletion = { ...item({ kind: 'deletion' }), fields: [['contact', sent.id]] as [string, string][] }
    expect(await outcomes([deletion, { ...deletion, id: uuidv7() }])).toEqual(['accepted', 'accepted'])
    expect((await stored(sent.id)).deleted_at).not.toBeNull()
    expect(await count('questions')).toBe(0)
  })

  test('taking back what is not there is refused, and nonsense does not stop the batch', async () => {
    const deletion = (contact: string) => ({
      ...item({ kind: 'deletion' }),
      fields: [['contact', contact]] as [string, string][],
    })
    expect(await outcomes([deletion(uuidv7()), deletion('nonsense'), item()])).toEqual([
      'refused',
      'refused',
      'accepted',
    ])
  })

  test('a tally: a contact for each mark, once', async () => {
    const fields: [string, string][] = [
      ['day.day', '23'],
      ['day.month', '11'],
      ['day.year', '2026'],
      ['channel', 'channel-pop-up'],
      ['topic-0', 'digid'],
      ['number-0', '12'],
      ['topic-3', 'passport'],
      ['number-3', '3'],
    ]
    const tally = { ...item({ kind: 'tally' }), fields }
    expect(await outcomes([tally])).toEqual(['accepted'])
    expect(await outcomes([tally])).toEqual(['accepted'])
    expect(
      await outcomes([
        { ...tally, fields: [...fields, ['topic-4', 'email'], ['number-4', '1']] as [string, string][] },
      ]),
    ).toEqual(['conflict'])
    const { rows } =
      await owner.query(`select q.topic_code, count(*)::int as contacts from contacts.contacts c join contacts.questions q on q.contact_id = c.id
      where c.counted_as = 'tally' and c.occurred_on = '2026-11-23' group by 1 order by 1`)
    expect(rows).toEqual([
      { topic_code: 'digid', contacts: 12 },
      { topic_code: 'passport', contacts: 3 },
    ])
  })

  test('an hour without visitors, said by two people: one observation', async () => {
    const quiet = (author: string) => ({
      ...item({ kind: 'quiet-hour', author }),
      fields: [['hour', '9']] as [string, string][],
    })
    expect(await outcomes([quiet(world.accounts.volunteer), quiet(world.accounts.coordinator)])).toEqual([
      'accepted',
      'accepted',
    ])
    expect(await count('quiet_hours')).toBe(1)
    expect(await outcomes([{ ...quiet(world.accounts.volunteer), fields: [['hour', '15']] }])).toEqual([
      'refused',
    ])
  })
})

describe('an item that does not fit', () => {
  test('gets an answer, and never stays on the device for ever', async () => {
    const noDay = { 'day.day': '31', 'day.month': '9', 'day.year': '2026' }
    expect(
      await outcomes([
        item({}, noDay),
        {
          ...item({ kind: 'tally' }),
          fields: Object.entries({ ...noDay, channel: 'channel-desk', 'topic-0': 'digid', 'number-0': '1' }),
        },
      ]),
    ).toEqual(['refused', 'refused'])
    const odd = item({}, { 'topic-0': 'other', 'topic-text-0': 'scan\0ner \ud800' })
    expect(await outcomes([odd])).toEqual(['accepted'])
    expect(
      (await owner.query('select other_text from contacts.questions where contact_id = $1', [odd.id])).rows,
    ).toEqual([{ other_text: 'scanner \ufffd' }])
  })

  test('a day and time that somebody typed stay as typed, whatever the clock says', async () => {
    const typed = item(
      {},
      {
        'occurred-at': '2026-11-23T09:00:00Z',
        'day.day': '20',
        'day.month': '11',
        'day.year': '2026',
        time: '14:00',
      },
    )
    expect(await outcomes([typed], { sentAt: '2026-11-23T09:00:00Z' })).toEqual(['accepted'])
    expect((await stored(typed.id)).occurred_at.toString()).toBe('2026-11-20T13:00:00Z')
  })

  test('a clock that was set back to 1970 is put right', async () => {
    const sent = item({}, { 'occurred-at': '1970-01-01T00:10:00Z' })
    expect(await outcomes([sent], { sentAt: '1970-01-01T00:40:00Z' })).toEqual(['accepted'])
    expect((await stored(sent.id)).occurred_at.toString()).toBe('2026-11-24T08:30:00Z')
    // Sent again a little later the step is another, and the contact is the same.
    clock.moveTo('2026-11-24T09:10:00Z')
    expect(await outcomes([sent], { sentAt: '1970-01-01T00:50:07Z' })).toEqual(['accepted'])
    expect(await count('contacts')).toBe(1)
  })

  test('no clock makes a contact of tomorrow', async () => {
    expect(
      await outcomes([item({}, { 'occurred-at': '2026-11-24T08:00:00Z' })], {
        sentAt: '2026-01-01T00:00:00Z',
      }),
    ).toEqual(['refused'])
  })

  test('another hour under a known id is a conflict, not lost', async () => {
    const quiet = { ...item({ kind: 'quiet-hour' }), fields: [['hour', '8']] as [string, string][] }
    expect(await outcomes([quiet])).toEqual(['accepted'])
    expect(await outcomes([{ ...quiet, fields: [['hour', '7']] }])).toEqual(['conflict'])
  })

  test('what a colleague took back waits for the colleague', async () => {
    const theirs = item({ author: world.accounts.employee })
    const employee = await as('employee')
    await owner.query('update people.role_assignments set valid_until = null where account_id = $1', [
      world.accounts.employee,
    ])
    await send([theirs], { browser: employee })
    const undo = {
      ...item({ kind: 'deletion', author: world.accounts.employee }),
      fields: [['contact', theirs.id]] as [string, string][],
    }
    expect(await outcomes([undo])).toEqual(['not-allowed'])
    expect(await outcomes([undo], { browser: employee })).toEqual(['accepted'])
  })

  test('a mark of a tally is not taken away alone', async () => {
    const tally = {
      ...item({ kind: 'tally' }),
      fields: Object.entries({ channel: 'channel-desk', 'topic-0': 'digid', 'number-0': '2' }) as [
        string,
        string,
      ][],
    }
    await send([tally])
    const { rows } = await owner.query('select id from contacts.contacts limit 1')
    expect(
      await outcomes([
        { ...item({ kind: 'deletion' }), fields: [['contact', rows[0].id]] as [string, string][] },
      ]),
    ).toEqual(['refused'])
    expect((await owner.query('select 1 from contacts.contacts where deleted_at is null')).rows).toHaveLength(
      2,
    )
  })
})
