import { expect, test } from 'vitest'
import { dayBoxes, startDecision } from '../../../../tests/support/agreement-world.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import { findAgreementAddress } from '../jobs.ts'
import { remindOfficials } from './remind-officials.command.ts'

const { as, owner, world, workerDatabase, clock } = await testApp()
const parts = { database: workerDatabase, clock }
const official = await as('official')
const decision = await startDecision(official, world.library)
await official.post(`${decision}/levering`, {
  what: 'Jaarcijfers',
  owedBy: 'library',
  ...dayBoxes('first', '2027-03-01'),
  repeats: 'yearly',
})
const mails = async () =>
  (
    await owner.query(
      "select account_id, body from platform.mails where purpose = 'agreements.reminder' order by queued_at",
    )
  ).rows

test('of a draft nobody is told; of what was agreed the officials are, four weeks ahead, each thing once', async () => {
  clock.moveTo('2027-02-10T09:00:00Z')
  expect(await remindOfficials(parts)).toBe(0)
  await owner.query("update agreements.agreements set status = 'agreed'")
  clock.moveTo('2027-01-31T09:00:00Z')
  expect(await remindOfficials(parts)).toBe(0)
  clock.moveTo('2027-02-01T09:00:00Z')
  expect(await remindOfficials(parts)).toBe(1)
  expect(await remindOfficials(parts)).toBe(0)
  const [mail] = await mails()
  expect(mail.account_id).toBe(world.accounts.official)
  expect(mail.body).toContain('1 maart 2027: Jaarcijfers (Subsidie 2027)')
  expect(mail.body).toContain('[[/sturing/overeenkomsten]]')
  // What is new is told by itself, not once more with what was told.
  await (await as('official')).post(`${decision}/levering`, {
    what: 'Werkplan',
    owedBy: 'municipality',
    ...dayBoxes('first', '2027-02-20'),
    repeats: 'once',
  })
  expect(await remindOfficials(parts)).toBe(1)
  expect((await mails()).at(-1).body).toContain('20 februari 2027: Werkplan')
  expect((await mails()).at(-1).body).not.toContain('Jaarcijfers')
})

test('two workers at once tell it once; the days of the agreement itself too', async () => {
  clock.moveTo('2027-06-10T09:00:00Z')
  const told = await Promise.all([remindOfficials(parts), remindOfficials(parts)])
  expect(told.toSorted()).toEqual([0, 1])
  expect((await mails()).at(-1).body).toContain('30 juni 2027: Laatste dag om op te zeggen')
})

test('the successor of a municipality that merged is told; where nobody works it waits', async () => {
  await owner.query(
    `insert into organisations.municipalities (code, name, province_code, province, valid_from, valid_until, successor_code)
     values ('GM9991', 'Oud-Eemdal', 'PV26', 'Utrecht', '1900-01-01', '2026-01-01', 'GM0307')`,
  )
  await owner.query("update agreements.agreements set municipality_code = 'GM9991'")
  clock.moveTo('2027-08-20T09:00:00Z')
  await owner.query('update people.accounts set active = false where id = $1', [world.accounts.official])
  expect(await remindOfficials(parts)).toBe(0)
  await owner.query('update people.accounts set active = true where id = $1', [world.accounts.official])
  expect(await remindOfficials(parts)).toBe(1)
  expect((await mails()).at(-1).body).toContain('1 september 2027: Evaluatie')
})

test('what was ended with a day to come is told until that day, its last day too', async () => {
  await owner.query("update agreements.agreements set status = 'ended', ended_on = '2027-10-16'")
  clock.moveTo('2027-09-20T09:00:00Z')
  expect(await remindOfficials(parts)).toBe(1)
  expect((await mails()).at(-1).body).toContain('15 oktober 2027: Loopt af')
  await owner.query("update agreements.agreements set ended_on = '2027-09-01', review_on = '2027-10-01'")
  expect(await remindOfficials(parts)).toBe(0)
})

test('a mail goes to who still works for a municipality, right before it goes', async () => {
  const find = findAgreementAddress(parts)
  const about = (purpose: string, subjectId: string) => find({ purpose, subjectId, accountId: subjectId })
  expect(await about('agreements.reminder', world.accounts.official)).toBe('official@voorbeeld.test')
  expect(await about('agreements.reminder', world.accounts.manager)).toBeUndefined()
  expect(await about('agreements.iets-anders', world.accounts.official)).toBeUndefined()
})
