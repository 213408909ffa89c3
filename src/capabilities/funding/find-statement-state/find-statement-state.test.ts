import { expect, test } from 'vitest'
import { addContacts, award, book, sign } from '../../../../tests/support/account-world.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import { proveMunicipality } from '../../../platform/auth/scope.ts'
import { findStatementState } from './find-statement-state.query.ts'

const { as, database, owner, world } = await testApp()
const scope = proveMunicipality(world.accounts.official, ['GM0307'])
const state = (code = 'GM0307') =>
  database.read(scope, (db) => findStatementState(db, scope, { code }, '2026-11-24'))

test('tells which year is to be accounted for, how far it is, and what comes next', async () => {
  expect(await state()).toMatchObject({ year: 2025, state: 'open', deadline: null, next: { key: 'money' } })
  await book(owner, world.accounts.official, { year: 2025, cents: 100 })
  expect(await state()).toMatchObject({ next: { key: 'grant' } })
  await award(owner, 'GM0307', 1_000)
  // Nobody has a part in it: then it is for the municipality to sign.
  expect(await state()).toMatchObject({ next: { key: 'sign' } })
  const at = {
    desk: world.desk,
    library: world.library,
    municipality: 'GM0307',
    account: world.accounts.volunteer,
  }
  await addContacts(owner, at, '2025-03-03', [1])
  expect(await state()).toMatchObject({
    next: { key: 'library', about: 'not-asked' },
    library: 'Bibliotheek Eemdal',
    done: 2,
    steps: 5,
  })
  const official = await as('official')
  await official.post('/sturing/verantwoording/vragen', { library: world.library })
  expect(await state()).toMatchObject({ next: { key: 'materials' } })
  await sign(official, '/sturing/verantwoording/ondertekenen', 'Haast')
  expect(await state()).toEqual({ state: 'signed', year: 2025 })
})

test('of a municipality that was not there in the last year there is none', async () => {
  await owner.query(
    `insert into organisations.municipalities (code, name, province_code, province, valid_from)
     values ('GM9902', 'Nieuw-Voorbeeld', 'PV26', 'Utrecht', '2026-01-01')`,
  )
  expect(await state('GM9902')).toBeUndefined()
})
