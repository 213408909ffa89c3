import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { testKeys } from '../../../../tests/support/keys.ts'
import { cloneDatabase } from '../../../../tests/support/test-database.ts'
import { makeWorld } from '../../../../tests/support/world.ts'
import { jobScope, proveDesk, proveLibrary, publicScope } from '../../../platform/auth/scope.ts'
import { fixedClock } from '../../../platform/time/clock.ts'
import { erasePerson } from '../erase-person/erase-person.command.ts'
import type { Person, ReadingReason } from '../person.ts'
import { readPerson } from '../read-person/read-person.command.ts'
import { keepPerson } from './keep-person.command.ts'

const { owner, database } = await cloneDatabase()
const world = await makeWorld(owner)
const now = fixedClock('2026-11-24T09:00:00Z').now()
const deskScope = proveDesk(world.accounts.volunteer, world.library, world.desk)
const someone: Person = {
  name: 'Zaynab Verzonnen',
  contact: { kind: 'phone', value: '06 1234 5678' },
  language: 'ar',
}

beforeEach(async () => {
  await owner.query(
    'delete from referrals.persons; delete from referrals.readings; delete from referrals.erasures',
  )
})

async function keep(person: Person, scope: Parameters<typeof database.keep>[0] = deskScope): Promise<string> {
  const id = randomUUID()
  await database.keep(scope, (tx) =>
    keepPerson(
      tx,
      scope,
      testKeys,
      { kind: 'call-back', id, libraryId: world.library, person, eraseOn: '2026-12-24' },
      now,
    ),
  )
  return id
}
const read = (id: string, scope: Parameters<typeof database.keep>[0], why: ReadingReason = 'call') =>
  database.keep(scope, (tx) => readPerson(tx, scope, testKeys, { kind: 'call-back', id, why }, now))
const readings = async () =>
  (await owner.query('select by_kind, account_id, about_id, why from referrals.readings order by id')).rows

describe('who something is about', () => {
  test.each<[string, Person]>([
    ['a name and a number', someone],
    ['a name alone', { ...someone, contact: undefined }],
    [
      'an address alone',
      { ...someone, name: undefined, contact: { kind: 'email', value: 'z@voorbeeld.test' } },
    ],
  ])('%s comes back as it was given, and each reading is logged', async (_, person) => {
    const id = await keep(person)
    expect(await read(id, deskScope)).toEqual(person)
    expect(await readings()).toEqual([
      { by_kind: 'desk', account_id: world.accounts.volunteer, about_id: id, why: 'call' },
    ])
  })

  test('with neither nothing is kept', async () => {
    const id = await keep({ name: undefined, contact: undefined, language: 'nl' })
    expect(await read(id, deskScope)).toBeUndefined()
    expect(await readings()).toEqual([])
  })

  test('stands nowhere in the table as it was typed, and no two rows look alike', async () => {
    await keep(someone)
    await keep(someone)
    const { rows } = await owner.query('select persons.*, persons::text as whole from referrals.persons')
    for (const row of rows) {
      expect(JSON.stringify(row)).not.toMatch(/Zaynab|Verzonnen|1234/)
      expect(Buffer.concat([row.name, row.contact]).toString('latin1')).not.toContain('Zaynab')
    }
    expect(rows[0].name).not.toEqual(rows[1].name)
    expect(rows[0].contact_hash).toEqual(rows[1].contact_hash)
  })

  test('does not open in another row: a swap by who can write the table is seen', async () => {
    const one = await keep(someone)
    const other = await keep({ ...someone, name: 'Iemand Anders' })
    await owner.query(
      `update referrals.persons set name = (select name from referrals.persons where about_id = $2) where about_id = $1`,
      [one, other],
    )
    await expect(read(one, deskScope)).rejects.toThrow()
  })

  test('ten at once make one key', async () => {
    await owner.query('delete from referrals.library_keys')
    await Promise.all(Array.from({ length: 10 }, () => keep(someone)))
    const { rows } = await owner.query('select count(*)::int as keys from referrals.library_keys')
    expect(rows).toEqual([{ keys: 1 }])
  })

  test('the public may give it, and cannot read it back; another library neither', async () => {
    const id = await keep(someone, publicScope)
    expect(await read(id, publicScope)).toBeUndefined()
    const other = proveLibrary(world.accounts.otherManager, world.otherLibrary, [world.otherDesk])
    expect(await read(id, other)).toBeUndefined()
    expect(await readings()).toEqual([])
  })
})

describe('without a signed statement on confidentiality', () => {
  test('nothing opens and nothing is logged, for a desk and for a library', async () => {
    const id = await keep(someone)
    const officer = proveLibrary(world.accounts.privacyOfficer, world.library, [])
    expect(await read(id, officer, 'access-request')).toBe('sign-first')
    await owner.query('delete from people.confidentiality_statements where account_id = $1', [
      world.accounts.volunteer,
    ])
    expect(await read(id, deskScope)).toBe('sign-first')
    expect(await readings()).toEqual([])
    // One of another library does not count here.
    await owner.query(
      `insert into people.confidentiality_statements (account_id, library_id, signed_on, seen_by, recorded_at) values ($1, $2, '2026-01-05', $3, now())`,
      [world.accounts.volunteer, world.otherLibrary, world.accounts.manager],
    )
    expect(await read(id, deskScope)).toBe('sign-first')
    await owner.query(`update people.confidentiality_statements set library_id = $2 where account_id = $1`, [
      world.accounts.volunteer,
      world.library,
    ])
    expect(await read(id, deskScope)).toEqual(someone)
  })

  test('the machine has none to sign, and its reading is logged', async () => {
    const id = await keep(someone)
    expect(await read(id, jobScope('send-mails'), 'mail')).toEqual(someone)
    expect(await readings()).toEqual([{ by_kind: 'job', account_id: null, about_id: id, why: 'mail' }])
  })
})

test('erasing takes the person and the consent, once, and leaves a count', async () => {
  const id = await keep(someone)
  await owner.query(
    `insert into referrals.consents (id, about_kind, about_id, library_id, text_version, language, given_on, passed_to, passed, given_at, valid_until)
     values ($1, 'call-back', $2, $3, '1', 'nl', 'screen', 'Raadslieden', '{name}', now(), '2026-12-24')`,
    [randomUUID(), id, world.library],
  )
  const erase = () =>
    database.keep(deskScope, (tx) =>
      erasePerson(tx, deskScope, { kind: 'call-back', id, cause: 'withdrawn' }, now),
    )
  expect(await erase()).toBe(true)
  expect(await erase()).toBe(false)
  expect(await read(id, deskScope)).toBeUndefined()
  expect((await owner.query('select id from referrals.consents')).rows).toEqual([])
  expect((await owner.query('select about_kind, cause, persons from referrals.erasures')).rows).toEqual([
    { about_kind: 'call-back', cause: 'withdrawn', persons: 1 },
  ])
})
