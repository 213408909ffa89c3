import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { addContacts, materialFields, wordsOf } from '../../../../tests/support/account-world.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import { proveLibrary } from '../../../platform/auth/scope.ts'
import type { WriteHandle } from '../../../platform/database/handle.ts'

const { as, owner, world, database } = await testApp()
const account = '/sturing/verantwoording'
const address = `${account}/leermiddelen?gemeente=GM0307&jaar=2025&bibliotheek=${world.library}`
const counts = async () =>
  (await owner.query('select material, used, counted_by from funding.learning_counts order by material')).rows

beforeEach(async () => {
  await owner.query('truncate funding.learning_counts, funding.library_parts, contacts.contacts cascade')
  await addContacts(
    owner,
    {
      desk: world.desk,
      library: world.library,
      municipality: 'GM0307',
      account: world.accounts.volunteer,
    },
    '2025-04-04',
    [1],
  )
})

test('lines are added, changed, renamed, swapped and taken away', async () => {
  const official = await as('official')
  const send = async (typed: [string, string][], change = (fields: string[]) => fields) => {
    const fields = materialFields(await (await official.get(address)).text(), typed)
    return official.post(address, { ...fields, material: change([...(fields.material ?? [])]) })
  }
  expect(
    (
      await send([
        ['Klik & Tik', '12'],
        ['Digivitaler', '0'],
      ])
    ).status,
  ).toBe(303)
  expect((await send([['Klik & Tik', '1.300']])).status).toBe(303)
  expect(await counts()).toMatchObject([
    { material: 'Digivitaler', used: 0 },
    { material: 'Klik & Tik', used: 1300 },
  ])
  expect((await send([], ([one = '', other = '', ...rest]) => [other, one, ...rest])).status).toBe(303)
  expect(await counts()).toMatchObject([
    { material: 'Digivitaler', used: 1300 },
    { material: 'Klik & Tik', used: 0 },
  ])
  const fields = materialFields(await (await official.get(address)).text(), [])
  const away = (values: readonly string[] = []) => ['', ...values.slice(1)]
  await official.post(address, { ...fields, material: away(fields.material), used: away(fields.used) })
  expect(await counts()).toMatchObject([{ material: 'Klik & Tik', used: 0 }])
})

test('what is wrong is told at its line, and nothing is lost', async () => {
  const official = await as('official')
  const fields = materialFields(await (await official.get(address)).text(), [['Klik & Tik', '12,5']])
  const material = ['Klik & Tik', 'klik & tik', '']
  const wrong = await official.post(address, { ...fields, material, used: ['12,5', '3', '7'] })
  expect(wrong.status).toBe(422)
  const html = await wrong.text()
  for (const id of ['used-0', 'material-1', 'material-2']) expect(html).toContain(`href="#${id}"`)
  expect(html).toContain('value="12,5"')
  expect(html).toContain('value="klik &amp; tik"')
  expect(await counts()).toEqual([])
})

test('of a library and a municipality at once the second sees what the first made of it, and loses nothing', async () => {
  const official = await as('official')
  await official.post(`${account}/vragen?jaar=2025`, { library: world.library })
  const { rows } = await owner.query('select id from funding.library_parts')
  const manager = await as('manager')
  const library = `${account}/bibliotheek/${rows[0].id}/leermiddelen`
  const seen = await (await official.get(address)).text()
  await manager.post(
    library,
    materialFields(await (await manager.get(library)).text(), [
      ['Klik & Tik', '10'],
      ['Digivitaler', '4'],
    ]),
  )
  const second = await official.post(
    address,
    materialFields(seen, [
      ['Klik & Tik', '11'],
      ['Oefenen.nl', '2'],
    ]),
  )
  expect(second.status).toBe(409)
  const html = await second.text()
  expect(wordsOf(html)).toContain('Klik & Tik: 10')
  expect(await counts()).toMatchObject([{ used: 4 }, { used: 10, counted_by: world.accounts.manager }])
  expect((await official.post(address, materialFields(html, []))).status).toBe(303)
  expect(await counts()).toMatchObject([
    { material: 'Digivitaler', used: 4 },
    { material: 'Klik & Tik', used: 11 },
    { material: 'Oefenen.nl', used: 2 },
  ])
})

test('only of libraries that have a part in the account', async () => {
  const official = await as('official')
  expect((await official.get(address.replace(world.library, world.otherLibrary))).status).toBe(404)
})

test('the database lets a library count where it was asked alone, and change whose count it is nowhere', async () => {
  await (await as('official')).post(`${account}/vragen?jaar=2025`, { library: world.library })
  const scope = proveLibrary(world.accounts.manager, world.library, [])
  const count = (municipality: string, year: number) =>
    database.keep(scope, (tx) =>
      tx
        .insertInto('funding.learning_counts')
        .values({
          id: randomUUID(),
          library_id: world.library,
          municipality_code: municipality,
          year,
          material: 'Klik & Tik',
          used: 1,
          counted_by: world.accounts.manager,
          created_at: '2026-01-02T12:00:00Z',
        })
        .execute(),
    )
  await count('GM0307', 2025)
  for (const [municipality, year] of [
    ['GM0307', 2024],
    ['GM0344', 2025],
  ] as const)
    await expect(count(municipality, year)).rejects.toThrow('row-level security')
  await owner.query(
    `insert into funding.learning_counts (id, library_id, municipality_code, year, material, used, counted_by, created_at)
     values ($1, $2, 'GM0344', 2025, 'Digivitaler', 3, $3, now())`,
    [randomUUID(), world.library, world.accounts.manager],
  )
  const gone = await database.keep(scope, (tx) =>
    tx.deleteFrom('funding.learning_counts').where('municipality_code', '=', 'GM0344').executeTakeFirst(),
  )
  expect(gone.numDeletedRows).toBe(0n)
  for (const change of [
    (tx: WriteHandle) => tx.updateTable('funding.learning_counts').set({ municipality_code: 'GM0344' }),
    (tx: WriteHandle) => tx.updateTable('funding.library_parts').set({ municipality_code: 'GM0344' }),
    (tx: WriteHandle) => tx.updateTable('funding.library_parts').set({ year: 2024 }),
  ])
    await expect(database.keep(scope, (tx) => change(tx).execute())).rejects.toThrow('permission denied')
  expect(await counts()).toHaveLength(2)
})
