import type pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { createLog } from '../../src/platform/logging/log.ts'
import { findPersonalData } from '../../src/platform/personal-data/find-personal-data.ts'
import { fixedClock } from '../../src/platform/time/clock.ts'
import { cloneDatabase, type TestDatabase } from '../../tests/support/test-database.ts'
import { describeDemo } from './describe.ts'
import { loadDemo } from './load.ts'
import { practicePassword } from './network.ts'

const folder = 'db/demo'
const log = createLog('silent')
// Tuesday 24 November 2026, 17:30 local time.
const evening = '2026-11-24T16:30:00Z'

let own: TestDatabase
const load = (at: string): Promise<void> =>
  loadDemo({ ...own, clock: fixedClock(at), folder, log, historyDays: 0 })

/** What the demo wrote: how much, and a fingerprint of what is said where. */
async function footprint(owner: pg.Client) {
  const { rows } = await owner.query(
    `select (select count(*)::int from organisations.organisations) as organisations,
       (select count(*)::int from desks.desks) as desks,
       (select count(*)::int from people.accounts) as accounts,
       (select count(*)::int from contacts.contacts) as contacts,
       (select count(*)::int from platform.audit_lines) as audit_lines,
       (select count(*)::int from desks.timetables) as timetables,
       (select md5(string_agg(id::text || place_id, ',' order by id)) from desks.hours where day is not null) as stops,
       (select md5(string_agg(id::text || encode(content_hash, 'hex'), ',' order by id)) from contacts.contacts where tally_id is null) as content,
       (select md5(string_agg(id::text || encode(content_hash, 'hex'), ',' order by id)) from contacts.tallies) as tallies,
       (select md5(string_agg(id::text || observed_on || hour, ',' order by id)) from contacts.quiet_hours) as quiet_hours`,
  )
  return rows[0]
}

beforeAll(async () => {
  own = await cloneDatabase()
  await load(evening)
})

describe('The network', () => {
  test('is all made up, and everybody and everything of it stands where it belongs', async () => {
    const { rows } = await own.owner.query(
      `select
         (select count(*)::int from organisations.organisations where not made_up) as real_organisations,
         (select count(*)::int from people.accounts where not made_up) as real_accounts,
         (select count(*)::int from people.accounts where email not like '%.example') as reachable,
         (select count(*)::int from organisations.organisations where kind = 'library') as libraries,
         (select count(*)::int from desks.desks where active) as desks,
         (select count(distinct kind)::int from desks.desks) as desk_kinds,
         (select count(distinct role)::int from people.role_assignments) as roles,
         (select count(*)::int from people.accounts) as accounts,
         (select count(*)::int from desks.desks where kind in ('library', 'fixed') and street is null) as nowhere,
         (select count(*)::int from desks.desks as desk where not exists (
           select from organisations.library_municipalities as served
           where served.library_id = desk.library_id and served.municipality_code = desk.municipality_code)) as out_of_area`,
    )
    expect(rows[0]).toEqual({
      real_organisations: 0,
      real_accounts: 0,
      reachable: 0,
      libraries: 12,
      desks: 40,
      desk_kinds: 5,
      roles: 12,
      accounts: 90,
      nowhere: 0,
      out_of_area: 0,
    })
  })

  test('has partners of the desks in the directory, with agreements, some that nobody looked at in time', async () => {
    const { rows } = await own.owner.query(
      `select
         (select count(*)::int from directory.partners where made_up) as partners,
         (select count(*)::int from directory.partners where made_up and email not like '%.example') as reachable,
         (select count(*)::int from directory.partners where made_up and review_on < $1) as stale,
         (select count(*)::int from directory.partners as partner join people.role_assignments as role on role.organisation_id = partner.organisation_id) as people,
         (select count(*)::int from directory.agreements) as agreements,
         (select count(*)::int from directory.agreements as agreement join desks.hours as hours
           on hours.desk_id = agreement.desk_id and hours.kind = 'consultation' and hours.label = agreement.consultation_label) as consultations,
         (select count(*)::int from directory.services as service join directory.partners as partner on partner.id = partner_id
           where partner.made_up and not exists (select from directory.service_topics where service_id = service.id)) as without_topics,
         (select count(*)::int from directory.remarks) as remarks,
         (select count(*)::int from people.confidentiality_statements where account_id = seen_by) as own_statements,
         (select count(*)::int from people.role_assignments as role where role in ('volunteer', 'desk-employee') and not exists (
           select from people.confidentiality_statements as statement where statement.account_id = role.account_id)) as unsigned`,
      [evening.slice(0, 10)],
    )
    expect(rows[0]).toEqual({
      partners: 11,
      reachable: 0,
      stale: 3,
      people: 2,
      agreements: 5,
      consultations: 1,
      without_topics: 0,
      remarks: 1,
      own_statements: 0,
      unsigned: 1,
    })
  })

  test('has small and large libraries, one over three municipalities, and a municipality with two', async () => {
    const { rows } = await own.owner.query(
      `with of_library as (select count(*)::int as desks from desks.desks where active group by library_id),
         of_area as (select count(*)::int as municipalities from organisations.library_municipalities group by library_id),
         of_municipality as (select count(*)::int as libraries from organisations.library_municipalities group by municipality_code)
       select (select min(desks) from of_library) as smallest, (select max(desks) from of_library) as largest,
         (select max(municipalities) from of_area) as widest, (select max(libraries) from of_municipality) as shared`,
    )
    expect(rows[0]).toEqual({ smallest: 1, largest: 10, widest: 3, shared: 2 })
  })

  test('has desks of which all is said, one that moved, some that closed, and branches without a desk', async () => {
    const { rows } = await own.owner.query(
      `select count(*) filter (where active and kind = 'library' and (phone is null or email is null or website is null))::int as unsaid,
         count(distinct variant)::int as variants,
         count(*) filter (where moved_on is not null and moved_from is not null)::int as moved,
         count(*) filter (where not active and closed_on < '2026-11-24' and successor_desk_id is not null)::int as closed,
         count(*) filter (where not active and successor_desk_id is null)::int as lost,
         count(*) filter (where active and kind in ('fixed', 'pop-up', 'mobile') and mother_desk_id is null)::int as motherless,
         (select count(*)::int from desks.branches where desk_id is null) as branches,
         (select count(*)::int from desks.places where latitude is null) as places_nowhere,
         (select count(*)::int from desks.branches as branch where not exists (
           select from organisations.library_municipalities as served
           where served.library_id = branch.library_id and served.municipality_code = branch.municipality_code)) as out_of_area
       from desks.desks`,
    )
    expect(rows[0]).toEqual({
      unsaid: 0,
      variants: 3,
      moved: 2,
      closed: 2,
      lost: 0,
      motherless: 0,
      branches: 18,
      places_nowhere: 0,
      out_of_area: 0,
    })
  })

  test('has a municipality that pays for a desk of a neighbour, said by the manager on the form', async () => {
    const { rows } = await own.owner.query(
      `select desk.name, paying.municipality_code as payer from desks.financiers as paying
       join desks.desks as desk on desk.id = paying.desk_id and desk.municipality_code <> paying.municipality_code`,
    )
    expect(rows).toEqual([{ name: 'Vechtplassen Bus', payer: 'GM0344' }])
    const said = await own.owner.query(
      `select count(*)::int as desks, count(distinct account_id)::int as managers from platform.audit_lines
       where action = 'desks.change'`,
    )
    expect(said.rows).toEqual([{ desks: 14, managers: 2 }])
    const still = await own.owner.query(
      `select count(*)::int as desks from desks.desks
       where active and kind in ('library', 'fixed') and (latitude is null or located_by <> 'address')`,
    )
    expect(still.rows).toEqual([{ desks: 0 }])
  })

  test('has no telephone number that can be somebody’s', async () => {
    const { rows } = await own.owner.query<{ phone: string }>(
      'select phone from desks.desks where phone is not null',
    )
    for (const { phone } of rows) expect(phone).toMatch(/^0\d{2,3} 01/)
  })

  test('has somebody to practise with for every role, and says how', async () => {
    const text = await describeDemo(own.database)
    expect(text).toContain(practicePassword)
    expect(text.match(/\S+@\S+\.example/g)).toHaveLength(12)
  })
})

describe('The hours', () => {
  const count = async (from: string, ...values: unknown[]): Promise<number> =>
    Number((await own.owner.query(`select count(*)::int as rows from ${from}`, values)).rows[0].rows)

  test('are of every desk: a week, or stops for the bus and the pop-up desks', async () => {
    expect(
      await count(
        `desks.desks as desk where active and not exists (select from desks.hours where desk_id = desk.id)`,
      ),
    ).toBe(0)
    expect(await count(`desks.timetables where kind = 'ordinary'`)).toBe(37)
    const { rows } = await own.owner.query(
      `select distinct desk.kind from desks.desks as desk join desks.hours on desk_id = desk.id where day is not null order by 1`,
    )
    expect(rows).toEqual([{ kind: 'mobile' }, { kind: 'pop-up' }])
  })

  test('announce stops six weeks ahead, each at a place, and none on a holiday', async () => {
    const { rows } = await own.owner.query(
      `select count(*)::int as stops, max(day) as last, count(*) filter (where place_id is null)::int as nowhere,
         count(*) filter (where day in ('2026-12-26', '2027-01-01'))::int as holidays
       from desks.hours where day >= '2026-11-24'`,
    )
    // Saturdays and twice a Tuesday and a Friday in six weeks, without Boxing Day and New Year's Day.
    expect(rows).toEqual([{ stops: 2 * 5 + 10, last: '2027-01-02', nowhere: 0, holidays: 0 }])
  })

  test('are of all kinds, and hold a summer, a closure and holidays to come', async () => {
    const { rows } = await own.owner.query<{ kind: string }>(
      `select distinct kind from desks.hours order by 1`,
    )
    expect(rows.map(({ kind }) => kind)).toEqual([
      'consultation',
      'desk',
      'staff',
      'telephone',
      'theme',
      'youth',
    ])
    const ahead = await own.owner.query<{ name: string }>(
      `select distinct name from desks.timetables where from_day > '2026-11-24' order by 1`,
    )
    const names = ahead.rows.map(({ name }) => name)
    for (const name of [
      'Zomer',
      'Studiedag',
      'Kerstvakantie',
      'Eerste kerstdag',
      'Koningsdag',
      'Hemelvaartsdag',
    ])
      expect(names).toContain(name)
  })

  test('were planned by the commands, in the name of the manager', async () => {
    const { rows } = await own.owner.query(
      `select count(*)::int as lines, count(distinct account_id)::int as managers from platform.audit_lines
       where action in ('desks.plan-closure', 'desks.change-week', 'desks.plan-stops')`,
    )
    expect(rows[0].lines).toBeGreaterThan(120)
    expect(rows[0].managers).toBe(12)
  })

  test('are those in which the contacts were made, at the place of the stop', async () => {
    const { rows } = await own.owner.query(
      `select count(*)::int as contacts, count(*) filter (where stop.place_id is distinct from contact.place_id)::int as elsewhere
       from contacts.contacts as contact
       join desks.desks as desk on desk.id = contact.desk_id and desk.kind in ('pop-up', 'mobile')
       left join desks.hours as stop on stop.desk_id = contact.desk_id and stop.day = contact.occurred_on
       where contact.tally_id is null`,
    )
    expect(rows[0].contacts).toBeGreaterThan(20)
    expect(rows[0].elsewhere).toBe(0)
  })
})

describe('The contacts', () => {
  /** How many in 100 rows of full registrations (not of busy hours) meet a condition. */
  async function share(condition: string, from = 'contacts.contacts'): Promise<number> {
    const key = from === 'contacts.contacts' ? 'id' : 'contact_id'
    const { rows } = await own.owner.query(
      `select 100.0 * count(*) filter (where ${condition}) / count(*) as share from ${from}
       where ${key} in (select id from contacts.contacts where counted_as = 'contact')`,
    )
    return Number(rows[0].share)
  }

  test('are some two thousand over the last four weeks, at every desk, never on Sunday or at night', async () => {
    const { rows } = await own.owner.query(
      `select count(*)::int as contacts, count(distinct desk_id)::int as desks,
         min(occurred_on) as first, max(occurred_on) as last,
         count(*) filter (where extract(isodow from occurred_on) = 7)::int as sundays,
         count(*) filter (where extract(hour from occurred_at at time zone 'Europe/Amsterdam') not between 9 and 20)::int as nights,
         count(*) filter (where received_at > $1)::int as later
       from contacts.contacts`,
      [evening],
    )
    expect(rows[0]).toMatchObject({
      desks: 40,
      first: '2026-10-27',
      last: '2026-11-24',
      sundays: 0,
      nights: 0,
      later: 0,
    })
    expect(rows[0].contacts).toBeGreaterThan(1_500)
    expect(rows[0].contacts).toBeLessThan(2_600)
  })

  // Of 1,900 contacts, a share of 60 % is off by at most 3.4 in 99.7 of 100 draws.
  test.each([
    ['about DigiD', 24, `topic_code like 'digid%'`, 'contacts.questions'],
    [
      'not about the government',
      40,
      `topic_code in (select code from lists.topics where topic_group <> 'digital-government')`,
      'contacts.questions',
    ],
    ['older than 65', 60, `age = 'age-65-plus'`],
    ['from 25 to 65', 26, `age in ('age-25-44', 'age-45-65')`],
    ['with Dutch as first language', 64, `language = 'language-nt1'`],
    ['with Dutch as second language', 18, `language = 'language-nt2'`],
    ['women', 47, `gender = 'gender-woman'`],
    ['men', 42, `gender = 'gender-man'`],
    ['longer than 20 minutes', 38, `duration in ('duration-20-40', 'duration-40-plus')`],
    [
      'helped in another way',
      45,
      `id in (select contact_id from contacts.help_given where help = 'help-other')`,
    ],
  ])('are for the published share %s: %i %%', async (_what, published, condition, from?) => {
    expect(Math.abs((await share(condition, from)) - published)).toBeLessThan(3.5)
  })

  test('are all help given at least once, with room for several ways', async () => {
    const { rows } = await own.owner.query(
      `select count(*)::float8 / count(distinct contact_id) as mean from contacts.help_given`,
    )
    expect(rows[0].mean).toBeGreaterThan(1.1)
    expect(await share('id not in (select contact_id from contacts.help_given)')).toBe(0)
  })

  test('hold nothing in the form of personal data', async () => {
    const { rows } = await own.owner.query<{ text: string }>(
      `select other_text as text from contacts.help_given where other_text is not null
       union all select other_text from contacts.questions where other_text is not null`,
    )
    expect(rows.length).toBeGreaterThan(100)
    expect(rows.filter(({ text }) => findPersonalData(text, 2026))).toEqual([])
  })

  test('were counted in every way there is: in full, with one tap in a busy hour, on paper; and nobody came in some hours', async () => {
    const { rows } = await own.owner.query(
      `select count(*) filter (where counted_as = 'rush')::int as rush, count(*) filter (where counted_as = 'tally')::int as tally,
         (select count(*)::int from contacts.tallies) as tallies,
         (select count(*)::int from contacts.quiet_hours as quiet where not exists (
           select from contacts.contacts where desk_id = quiet.desk_id and occurred_on = quiet.observed_on
             and extract(hour from occurred_at at time zone 'Europe/Amsterdam') = quiet.hour)) as quiet_hours,
         (select count(*)::int from contacts.quiet_hours) as all_quiet_hours
       from contacts.contacts`,
    )
    expect(rows[0].rush).toBeGreaterThan(20)
    expect(rows[0].tallies).toBe(2)
    expect(rows[0].tally).toBeGreaterThan(4)
    expect(rows[0].quiet_hours).toBeGreaterThan(50)
    expect(rows[0].quiet_hours).toBe(rows[0].all_quiet_hours)
  })

  test('came in by the registration command: each has its audit line', async () => {
    const { rows } = await own.owner.query(
      `select count(*)::int as without from contacts.contacts as contact where not exists (
         select from platform.audit_lines
         where (action, subject_id) in (('contacts.register', contact.id::text), ('contacts.enter-tally', contact.tally_id::text))
           and account_id = contact.sender_account_id and at = contact.received_at)`,
    )
    expect(rows[0].without).toBe(0)
  })
})

describe('Starting again', () => {
  test('on the same day changes nothing, and is quick', async () => {
    const before = await footprint(own.owner)
    const start = performance.now()
    await load('2026-11-24T22:00:00Z')
    expect(performance.now() - start).toBeLessThan(500)
    expect(await footprint(own.owner)).toEqual(before)
  })

  test('makes the same contacts in another database', async () => {
    const first = await footprint(own.owner)
    const other = await cloneDatabase()
    await loadDemo({ ...other, clock: fixedClock(evening), folder, log, historyDays: 0 })
    expect(await footprint(other.owner)).toEqual(first)
  }, 60_000)

  test('on a later day adds the days since, and nothing to the days before', async () => {
    const before = await footprint(own.owner)
    await load('2026-11-26T16:30:00Z')
    const { rows } = await own.owner.query(
      `select count(*) filter (where received_at <= $1)::int as before, count(*) filter (where occurred_on > '2026-11-24')::int as since,
         max(occurred_on) as last from contacts.contacts`,
      [evening],
    )
    expect(rows[0].before).toBe(before.contacts)
    expect(rows[0].since).toBeGreaterThan(50)
    expect(rows[0].last).toBe('2026-11-26')
    // Two days on: the stops of one Tuesday more.
    const stops = await own.owner.query(
      `select count(*)::int as stops, max(day) as last from desks.hours where day > '2027-01-02'`,
    )
    expect(stops.rows).toEqual([{ stops: 1, last: '2027-01-05' }])
  })

  test('is refused where real organisations stand', async () => {
    const other = await cloneDatabase()
    await other.owner.query(
      `insert into organisations.organisations (id, kind, name, created_at) values (gen_random_uuid(), 'nation', 'Echt', now())`,
    )
    await expect(loadDemo({ ...other, clock: fixedClock(evening), folder, log })).rejects.toThrow(
      'real organisations',
    )
    expect(await footprint(other.owner)).toMatchObject({ organisations: 1, desks: 0, contacts: 0 })
  })
})
