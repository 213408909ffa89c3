import { beforeAll, describe, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../../../tests/support/test-database.ts'
import { makeWorld, type World } from '../../../../tests/support/world.ts'
import {
  type LibraryScope,
  proveDesk,
  proveDesks,
  proveLibrary,
  proveNation,
  publicScope,
  type Scope,
} from '../../../platform/auth/scope.ts'
import { readLists } from '../read-lists/read-lists.query.ts'
import { findLibraryForm } from './find-library-form.query.ts'

let own: TestDatabase
let world: World
let library: LibraryScope
beforeAll(async () => {
  own = await cloneDatabase()
  world = await makeWorld(own.owner)
  library = proveLibrary(world.accounts.manager, world.library, [world.desk])
})

const formOf = (scope: Scope, libraryId: string, day: string) =>
  own.database.read(
    scope,
    async (db) => (await findLibraryForm(db, scope, libraryId, await readLists(db, scope, day, 'nl')))?.code,
  )

describe('the form of a library', () => {
  test('is the one it chose, from that day on; before that and without a choice the newest', async () => {
    expect(await formOf(library, world.library, '2026-01-01')).toBe('guide')
    expect(await formOf(library, world.library, '2025-12-31')).toBe('national-2024')
    const other = proveLibrary(world.accounts.otherManager, world.otherLibrary, [world.otherDesk])
    expect(await formOf(other, world.otherLibrary, '2026-01-01')).toBe('national-2024')
  })

  test('is known at its desks', async () => {
    const oneDesk = proveDesk(world.accounts.volunteer, world.library, world.desk)
    const severalDesks = proveDesks(world.accounts.employee, [world.desk, world.secondDesk])
    expect(await formOf(oneDesk, world.library, '2026-11-24')).toBe('guide')
    expect(await formOf(severalDesks, world.library, '2026-11-24')).toBe('guide')
  })
})

describe('row-level security', () => {
  const choices = (scope: Scope) =>
    own.database.read(scope, (db) => db.selectFrom('lists.library_forms').select('library_id').execute())
  const choose = (scope: Scope, libraryId: string) =>
    own.database.keep(scope, (tx) =>
      tx
        .insertInto('lists.library_forms')
        .values({ library_id: libraryId, form_code: 'guide', valid_from: '2027-01-01' })
        .execute(),
    )

  test('shows a choice to the library and the nation, not to another library or the public', async () => {
    expect(await choices(library)).toHaveLength(1)
    expect(await choices(proveNation(world.accounts.analyst))).toHaveLength(1)
    expect(await choices(proveLibrary(world.accounts.otherManager, world.otherLibrary, []))).toEqual([])
    expect(await choices(publicScope)).toEqual([])
  })

  test('lets a library choose for itself only; a desk and the nation not at all', async () => {
    await expect(choose(library, world.otherLibrary)).rejects.toThrow('row-level security')
    await expect(
      choose(proveDesk(world.accounts.volunteer, world.library, world.desk), world.library),
    ).rejects.toThrow('row-level security')
    await expect(choose(proveNation(world.accounts.analyst), world.library)).rejects.toThrow(
      'row-level security',
    )
    await choose(library, world.library)
    expect(await choices(library)).toHaveLength(2)
  })

  test('lets nobody but the nation change a national list', async () => {
    const change = (scope: Scope) =>
      own.database.keep(scope, async (tx) => {
        const { numUpdatedRows } = await tx
          .updateTable('lists.topics')
          .set({ label_nl: 'DigiD' })
          .where('code', '=', 'digid')
          .executeTakeFirstOrThrow()
        return numUpdatedRows
      })
    expect(await change(library)).toBe(0n)
    expect(await change(proveDesk(world.accounts.volunteer, world.library, world.desk))).toBe(0n)
    expect(await change(proveNation(world.accounts.administrator))).toBe(1n)
    const code = own.database.keep(proveNation(world.accounts.administrator), (tx) =>
      tx.updateTable('lists.topics').set({ code: 'x' }).execute(),
    )
    await expect(code).rejects.toThrow('permission denied')
  })
})
