import { beforeEach, describe, expect, test } from 'vitest'
import { keepSomeone, someone } from '../../../../tests/support/kept-people.ts'
import { cloneDatabase } from '../../../../tests/support/test-database.ts'
import { makeWorld } from '../../../../tests/support/world.ts'
import { jobScope } from '../../../platform/auth/scope.ts'
import { createLog } from '../../../platform/logging/log.ts'
import { MasterKeys } from '../../../platform/personal-data/master-keys.ts'
import { fixedClock } from '../../../platform/time/clock.ts'
import { readPerson } from '../read-person/read-person.command.ts'
import { rotateKeys } from './rotate-keys.command.ts'

const { owner, workerDatabase } = await cloneDatabase()
const world = await makeWorld(owner)
const clock = fixedClock('2026-11-24T09:00:00Z')
const log = createLog('silent')
const scope = jobScope('test')
const [old, fresh] = [MasterKeys.make('2025'), MasterKeys.make('2026')]
const before = new MasterKeys(old)
const both = new MasterKeys(`${fresh},${old}`)
const after = new MasterKeys(fresh)

const keep = async (keys: MasterKeys, libraryId = world.library): Promise<string> =>
  (
    await keepSomeone(owner, workerDatabase, world, {
      kind: 'call-back',
      now: clock.now(),
      keys,
      libraryId,
      deskId: libraryId === world.library ? world.desk : world.otherDesk,
    })
  ).id
const read = (id: string, keys: MasterKeys) =>
  workerDatabase.keep(scope, (tx) =>
    readPerson(tx, scope, keys, { kind: 'call-back', id, why: 'mail' }, clock.now()),
  )
const rotate = (keys: MasterKeys, renewAll = false) =>
  rotateKeys(workerDatabase, keys, clock.now(), log, { renewAll })
const keysThere = async () =>
  (
    await owner.query(
      'select id, master_key, retired_at is not null as retired from referrals.library_keys order by made_at, id',
    )
  ).rows

beforeEach(async () => {
  clock.moveTo('2026-11-24T09:00:00Z')
  await owner.query(`delete from referrals.persons; delete from referrals.library_keys`)
})

describe('a new first master key', () => {
  test('wraps the keys of all libraries anew; the old one is not needed to read any more', async () => {
    const ids = [await keep(before), await keep(before, world.otherLibrary)]
    await expect(read(ids[0] ?? '', after)).rejects.toThrow('2025')
    expect(await rotate(both)).toEqual({ wrapped: 2, renewed: 0, sealed: 0, removed: 0 })
    for (const id of ids) expect(await read(id, after)).toEqual(someone)
    expect(await rotate(both)).toEqual({ wrapped: 0, renewed: 0, sealed: 0, removed: 0 })
  })

  test('of which the one before is missing changes nothing of what that one wrapped', async () => {
    const id = await keep(before)
    expect(await rotate(after)).toMatchObject({ wrapped: 0 })
    expect(await read(id, before)).toEqual(someone)
  })
})

describe('a new key of a library', () => {
  test('comes after a year, seals everybody anew, and the old one goes', async () => {
    const ids = await Promise.all(Array.from({ length: 105 }, () => keep(both)))
    const { rows } = await owner.query('select id, name, contact_hash from referrals.persons')
    clock.moveTo('2027-11-24T08:00:00Z')
    expect(await rotate(both)).toMatchObject({ renewed: 0 })
    clock.moveTo('2027-11-24T10:00:00Z')
    expect(await rotate(both)).toEqual({ wrapped: 0, renewed: 1, sealed: 105, removed: 0 })
    for (const id of ids) expect(await read(id, both)).toEqual(someone)
    const now = await owner.query('select id, name, contact_hash from referrals.persons')
    for (const { id, name, contact_hash } of rows) {
      const row = now.rows.find((each) => each.id === id)
      expect(row.name.equals(name)).toBe(false)
      expect(row.contact_hash.equals(contact_hash)).toBe(false)
    }
    clock.moveTo('2027-11-24T12:00:00Z')
    expect(await rotate(both)).toEqual({ wrapped: 0, renewed: 0, sealed: 0, removed: 1 })
    expect(await keysThere()).toEqual([{ id: expect.any(String), master_key: '2026', retired: false }])
  })

  test('comes at once when somebody asks for it', async () => {
    const id = await keep(both)
    clock.moveTo('2026-11-24T09:01:00Z')
    expect(await rotate(both, true)).toMatchObject({ renewed: 1, sealed: 1 })
    expect(await read(id, both)).toEqual(someone)
  })

  test('broken off half-way loses nobody: all can be read, and the next round ends it', async () => {
    const ids = await Promise.all(Array.from({ length: 130 }, () => keep(both)))
    await owner.query(`create function referrals.fail_late() returns trigger language plpgsql as $$ begin
      if (select count(*) from referrals.persons p join referrals.library_keys k on k.id = p.key_id where k.retired_at is null) >= 110
      then raise exception 'stopped'; end if; return new; end $$;
      create trigger fail_late before update on referrals.persons for each row execute function referrals.fail_late()`)
    clock.moveTo('2026-11-24T09:01:00Z')
    await expect(rotate(both, true)).rejects.toThrow('stopped')
    await owner.query('drop trigger fail_late on referrals.persons; drop function referrals.fail_late()')
    expect((await keysThere()).map(({ retired }) => retired)).toEqual([true, false])
    // Meanwhile somebody new is sealed with the new one.
    ids.push(await keep(both))
    for (const id of ids) expect(await read(id, both)).toEqual(someone)
    // Nothing that is still needed goes.
    clock.moveTo('2026-11-24T12:00:00Z')
    expect(await rotate(both)).toEqual({ wrapped: 0, renewed: 0, sealed: 30, removed: 1 })
    for (const id of ids) expect(await read(id, both)).toEqual(someone)
  })

  test('is made once by two workers at once, and nobody is lost', async () => {
    const ids = await Promise.all(Array.from({ length: 120 }, () => keep(both)))
    clock.moveTo('2027-12-24T09:00:00Z')
    const done = await Promise.all([rotate(both), rotate(both)])
    expect(done.reduce((sum, { renewed }) => sum + renewed, 0)).toBe(1)
    await rotate(both)
    for (const id of ids) expect(await read(id, both)).toEqual(someone)
    expect((await keysThere()).filter(({ retired }) => !retired)).toHaveLength(1)
  })
})
