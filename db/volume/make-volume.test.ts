import { afterEach, expect, test, vi } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../tests/support/test-database.ts'
import { makeVolume } from './make-volume.ts'

const small = { contacts: 3_000, desks: 400, libraries: 50 }

/** All keys, checks and indexes, by their definition. */
async function rulesOf({ owner }: TestDatabase): Promise<string[]> {
  const { rows } = await owner.query<{ rule: string }>(
    `select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) as rule from pg_constraint where conrelid > 0
     union all select indexdef from pg_indexes where schemaname not in ('pg_catalog', 'pg_toast') order by rule`,
  )
  return rows.map(({ rule }) => rule)
}

afterEach(() => vi.unstubAllEnvs())

test('A nation is made in full, and leaves every rule of the tables in force', async () => {
  const own = await cloneDatabase()
  const before = await rulesOf(own)
  await makeVolume(own.owner, small)
  const { rows } = await own.owner.query(
    `select (select count(*)::int from contacts.contacts) as contacts,
       (select count(*)::int from desks.desks) as desks,
       (select count(distinct municipality_code)::int from desks.desks) as municipalities,
       (select count(*)::int from organisations.organisations where kind = 'library') as libraries,
       (select count(*)::int from organisations.organisations where not made_up) as real,
       (select count(*)::int from platform.audit_lines where action = 'contacts.register') as audit_lines,
       (select count(*)::int from contacts.contacts where extract(isodow from occurred_on) = 7) as sundays,
       (select count(*)::int from contacts.contacts where (occurred_at at time zone 'Europe/Amsterdam')::date <> occurred_on) as other_day,
       (select count(*)::int from contacts.contacts as contact where not exists (select from contacts.questions where contact_id = contact.id)) as unasked,
       (select count(*)::int from contacts.contacts as contact where not exists (select from contacts.help_given where contact_id = contact.id)) as unhelped,
       (select count(*)::int from contacts.contacts as contact where not exists (
         select from people.role_assignments where account_id = author_account_id and desk_id = contact.desk_id)) as strangers`,
  )
  expect(rows[0]).toEqual({
    contacts: 3_000,
    desks: 400,
    municipalities: 342,
    libraries: 50,
    real: 0,
    audit_lines: 3_000,
    sundays: 0,
    other_day: 0,
    unasked: 0,
    unhelped: 0,
    strangers: 0,
  })
  expect(await rulesOf(own)).toEqual(before)
  await expect(makeVolume(own.owner, small)).rejects.toThrow('without organisations and contacts')
})

test('Nothing is made in production', async () => {
  const own = await cloneDatabase()
  vi.stubEnv('NODE_ENV', 'production')
  await expect(makeVolume(own.owner, small)).rejects.toThrow('not for production')
  const { rows } = await own.owner.query('select count(*)::int as made from organisations.organisations')
  expect(rows[0].made).toBe(0)
})

test('Some years of a nation are made one after the other, each contact with an id of its own', async () => {
  const { owner } = await cloneDatabase()
  await makeVolume(owner, { ...small, contacts: 3_000, years: 3 })
  const { rows } = await owner.query(
    `select count(*)::int as contacts, count(distinct extract(year from occurred_on))::int >= 3 as years,
       (max(occurred_on) - min(occurred_on)) between 1000 and 1096 as long from contacts.contacts`,
  )
  expect(rows).toEqual([{ contacts: 3_000, years: true, long: true }])
})
