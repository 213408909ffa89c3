import { describe, expect, test } from 'vitest'
import { countContacts } from '../../../../tests/support/count-contacts.ts'
import { addHistory } from '../../../../tests/support/history.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import { proveDesk, proveLibrary } from '../../../platform/auth/scope.ts'
import { findContactsBehind } from './find-contacts-behind.query.ts'

const { database, owner, world } = await testApp()
await addHistory(owner, world)
await owner.query(`update contacts.contacts set deleted_at = now() where abs(hashtext(id::text)) % 10 = 0`)

const account = world.accounts.coordinator
const scopes = {
  desk: proveDesk(account, world.library, world.desk),
  otherDesk: proveDesk(account, world.otherLibrary, world.otherDesk),
  library: proveLibrary(account, world.library, [world.desk]),
}
const find = (scope: (typeof scopes)[keyof typeof scopes], cell: string, month = '2026-03', page = 1) =>
  database.read(scope, (db) =>
    findContactsBehind(db, scope, { cell, from: `${month}-01`, until: `${month}-31`, page, narrowing: {} }),
  )

describe('every cell', () => {
  test.each([
    ['desk', 'desk', world.desk],
    ['otherDesk', 'desk', world.otherDesk],
    ['library', 'library', world.library],
  ] as const)(
    'of the figures of %s leads to as many contacts or questions as it counts',
    async (scope, level, key) => {
      const counted = (await countContacts(owner, { level, key }))['2026-03'] ?? {}
      const kinds = new Set(Object.keys(counted).map((cell) => cell.replace(/(:|-).*/, '')))
      expect(kinds.size).toBeGreaterThan(10)
      for (const [cell, number] of Object.entries(counted)) {
        const found = await find(scopes[scope], cell)
        expect([cell, found?.number]).toEqual([cell, number])
        expect(found?.contacts).toBeLessThanOrEqual(number)
      }
    },
  )

  test('also of a desk that was closed since, for its library', async () => {
    await owner.query('update desks.desks set active = false where id = $1', [world.secondDesk])
    const found = await find(scopes.library, `desk:${world.secondDesk}`)
    expect(found?.number).toBeGreaterThan(10)
    await owner.query('update desks.desks set active = true')
  })
})

test('what is no cell is not there', async () => {
  for (const cell of [
    '',
    'onzin',
    'desk:x',
    'topic:',
    'questions/',
    'questions/age-0-17',
    'municipality:GM0307',
  ])
    expect([cell, await find(scopes.library, cell)]).toEqual([cell, undefined])
})

test('a page at a time, newest first, each contact once', async () => {
  const first = await find(scopes.library, 'contacts')
  const second = await find(scopes.library, 'contacts', '2026-03', 2)
  const ids = [...(first?.rows ?? []), ...(second?.rows ?? [])].map(({ id }) => id)
  expect(first?.rows).toHaveLength(50)
  expect(new Set(ids).size).toBe(ids.length)
  const days = [...(first?.rows ?? []), ...(second?.rows ?? [])].map(({ day }) => day)
  expect(days).toEqual(days.toSorted().toReversed())
  expect((await find(scopes.library, 'contacts', '2026-03', 99))?.rows).toEqual([])
})

test('holds nothing that somebody typed', async () => {
  await owner.query(`update contacts.questions set other_text = 'geheim'`)
  await owner.query(`update contacts.help_given set other_text = 'geheim'`)
  expect(JSON.stringify(await find(scopes.library, 'contacts'))).not.toContain('geheim')
})

test('of another library nothing is found', async () => {
  const other = proveLibrary(account, world.otherLibrary, [])
  const found = await database.read(scopes.library, (db) =>
    findContactsBehind(db, other, {
      cell: 'contacts',
      from: '2026-03-01',
      until: '2026-03-31',
      page: 1,
      narrowing: {},
    }),
  )
  expect(found?.number).toBe(0)
})
