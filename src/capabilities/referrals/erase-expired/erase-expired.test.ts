import { randomUUID } from 'node:crypto'
import { Writable } from 'node:stream'
import pino from 'pino'
import { beforeEach, describe, expect, test } from 'vitest'
import { keepSomeone } from '../../../../tests/support/kept-people.ts'
import { cloneDatabase } from '../../../../tests/support/test-database.ts'
import { makeWorld } from '../../../../tests/support/world.ts'
import { fixedClock } from '../../../platform/time/clock.ts'
import type { AboutKind } from '../person.ts'
import { eraseExpired } from './erase-expired.command.ts'

const { owner, workerDatabase } = await cloneDatabase()
const world = await makeWorld(owner)
const clock = fixedClock('2026-11-24T09:00:00Z')
let told = ''
const log = pino(
  new Writable({
    write: (chunk, _encoding, done) => {
      told += chunk
      done()
    },
  }),
)
const erase = (at: string): Promise<number> => {
  clock.moveTo(at)
  return eraseExpired(workerDatabase, clock.now(), log)
}
const kept = async (): Promise<string[]> =>
  (
    await owner.query<{ about_id: string }>(
      'select about_id from referrals.persons union select about_id from referrals.consents',
    )
  ).rows.map(({ about_id }) => about_id)

beforeEach(async () => {
  told = ''
  clock.moveTo('2026-11-24T09:00:00Z')
  await owner.query(`delete from referrals.persons; delete from referrals.consents; delete from referrals.erasures;
    delete from platform.mails; delete from referrals.retention_terms where library_id is not null`)
})

async function ended(kind: AboutKind, outcome: string, at: string, eraseOn = '2027-11-24'): Promise<string> {
  const { id } = await keepSomeone(owner, workerDatabase, world, { kind, eraseOn, now: clock.now() })
  if (kind === 'referral')
    await owner.query(
      `update referrals.referrals set state = 'closed', outcome = $2, closed_at = $3, state_since = $3 where id = $1`,
      [id, outcome, at],
    )
  else if (kind === 'call-back')
    await owner.query(
      'update referrals.call_backs set state = $2, closed_at = $3, state_since = $3 where id = $1',
      [id, outcome, at],
    )
  else
    await owner.query('update referrals.appointments set state = $2, state_since = $3 where id = $1', [
      id,
      outcome,
      at,
    ])
  return id
}

describe('personal data goes', () => {
  test.each<[AboutKind, string, string, string]>([
    ['referral', 'helped', '2026-12-23T23:30:00+01:00', '2026-12-24T00:30:00+01:00'],
    ['referral', 'no-longer-needed', '2026-11-30T23:30:00+01:00', '2026-12-01T00:30:00+01:00'],
    ['appointment', 'came', '2026-11-30T23:30:00+01:00', '2026-12-01T00:30:00+01:00'],
    ['appointment', 'cancelled', '2026-11-24T23:30:00+01:00', '2026-11-25T00:30:00+01:00'],
    ['call-back', 'reached', '2026-11-24T23:30:00+01:00', '2026-11-25T00:30:00+01:00'],
    ['call-back', 'not-reached', '2026-11-30T23:30:00+01:00', '2026-12-01T00:30:00+01:00'],
  ])('of a %s that ended with %s: still there at %s, gone at %s', async (kind, outcome, before, after) => {
    const id = await ended(kind, outcome, '2026-11-24T15:00:00+01:00')
    expect(await erase(before)).toBe(0)
    expect(await kept()).toEqual([id])
    expect(await erase(after)).toBe(1)
    expect(await kept()).toEqual([])
    expect(await erase(after)).toBe(0)
  })

  test('on the same day where the term is 0 days, and by the term of its own library', async () => {
    await owner.query(
      `insert into referrals.retention_terms (id, library_id, about_kind, outcome, days) values ($1, $2, 'referral', 'helped', 2), ($3, $4, 'referral', 'helped', 300)`,
      [randomUUID(), world.library, randomUUID(), world.otherLibrary],
    )
    await ended('call-back', 'withdrawn', '2026-11-24T15:00:00+01:00')
    expect(await erase('2026-11-24T16:00:00+01:00')).toBe(1)
    await ended('referral', 'helped', '2026-11-24T15:00:00+01:00')
    expect(await erase('2026-11-25T16:00:00+01:00')).toBe(0)
    expect(await erase('2026-11-26T00:10:00+01:00')).toBe(1)
  })

  test('after the last day that was promised, whatever happened; not before, while it is open', async () => {
    const { id } = await keepSomeone(owner, workerDatabase, world, {
      kind: 'appointment',
      eraseOn: '2026-12-24',
      now: clock.now(),
    })
    expect(await erase('2026-12-24T23:30:00+01:00')).toBe(0)
    expect(await kept()).toEqual([id])
    expect(await erase('2026-12-25T00:10:00+01:00')).toBe(1)
  })

  test('when consent ran out, also when the data itself might have stayed; and consent goes where there never was data', async () => {
    const { id } = await keepSomeone(owner, workerDatabase, world, { kind: 'referral', now: clock.now() })
    await owner.query(`update referrals.consents set valid_until = '2026-12-01' where about_id = $1`, [id])
    await owner.query(
      `insert into referrals.consents (id, about_kind, about_id, library_id, text_version, language, given_on, passed_to, passed, given_at, valid_until)
       values ($1, 'referral', $2, $3, '1', 'nl', 'paper', 'X', '{question}', now(), '2026-12-01')`,
      [randomUUID(), randomUUID(), world.library],
    )
    expect(await erase('2026-12-02T09:00:00+01:00')).toBe(1)
    expect(await kept()).toEqual([])
  })

  test('in lots: stopped in between and begun again nothing is left and nothing is counted twice', async () => {
    for (let number = 0; number < 3; number += 1)
      await ended('call-back', 'reached', '2026-11-24T15:00:00+01:00')
    await owner.query(`insert into referrals.persons (id, about_kind, about_id, library_id, key_id, name, language, kept_at, erase_on)
      select gen_random_uuid(), 'call-back', gen_random_uuid(), library_id, key_id, name, 'nl', now(), '2026-11-01'
      from referrals.persons, generate_series(1, 150)`)
    await owner.query(`create function referrals.fail_late() returns trigger language plpgsql as $$ begin
      if (select count(*) from referrals.erasures) >= 250 then raise exception 'stopped'; end if; return new; end $$;
      create trigger fail_late before insert on referrals.erasures for each row execute function referrals.fail_late()`)
    await expect(erase('2026-12-24T09:00:00+01:00')).rejects.toThrow('stopped')
    const left = (await kept()).length
    expect(left).toBeGreaterThan(0)
    expect(left).toBeLessThan(453)
    await owner.query('drop trigger fail_late on referrals.erasures; drop function referrals.fail_late()')
    expect(await erase('2026-12-24T09:00:00+01:00')).toBe(left)
    expect(await kept()).toEqual([])
    const { rows } = await owner.query('select sum(persons)::int as people from referrals.erasures')
    expect(rows).toEqual([{ people: 453 }])
  })

  test('with what waits to be mailed to the visitor; a mail about something else stays', async () => {
    const id = await ended('call-back', 'reached', '2026-11-24T15:00:00+01:00')
    for (const [subject, purpose] of [
      [id, 'referrals.visitor'],
      [randomUUID(), 'referrals.visitor'],
    ])
      await owner.query(
        `insert into platform.mails (id, purpose, subject_id, queued_at, next_attempt_at, subject, body) values (gen_random_uuid(), $2, $1, now(), now(), 'x', 'x')`,
        [subject, purpose],
      )
    await erase('2026-12-24T09:00:00+01:00')
    const { rows } = await owner.query(
      'select subject_id = $1 as mine, withdrawn_at is not null as withdrawn, body is null as empty from platform.mails order by 1',
      [id],
    )
    expect(rows).toEqual([
      { mine: false, withdrawn: false, empty: false },
      { mine: true, withdrawn: true, empty: true },
    ])
  })

  test('and what is written down of it is a count: in the log and in the table', async () => {
    const id = await ended('referral', 'helped', '2026-11-24T15:00:00+01:00')
    await erase('2026-12-24T09:00:00+01:00')
    expect(told).toContain('"erased":{"referral":1}')
    expect(told).not.toMatch(new RegExp(`zaynab|verzonnen|${id}`, 'i'))
    const { rows } = await owner.query('select about_kind, cause, persons from referrals.erasures')
    expect(rows).toEqual([{ about_kind: 'referral', cause: 'term', persons: 1 }])
  })
})
