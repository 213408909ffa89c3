import { expect, test } from 'vitest'
import { addEntry } from '../../../../tests/support/directory-entry.ts'
import { testKeys } from '../../../../tests/support/keys.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import { createLog } from '../../../platform/logging/log.ts'
import { findDirectoryAddress } from '../jobs.ts'
import { remindPartners } from './remind-partners.command.ts'

const { owner, world, workerDatabase, clock } = await testApp()
const parts = { database: workerDatabase, clock, keys: testKeys, log: createLog('silent') }
const { partner } = await addEntry(owner, { libraryId: world.library, reviewOn: '2026-12-01' })
const { partner: later } = await addEntry(owner, { reviewOn: '2027-03-01' })
const { partner: withoutMail } = await addEntry(owner, {
  email: null,
  libraryId: world.library,
  keeper: world.accounts.coordinator,
  reviewOn: '2026-11-01',
})
await addEntry(owner, { email: null, reviewOn: '2026-01-01' })

const mailsTo = async (id: string) =>
  (
    await owner.query(`select purpose, body from platform.mails where subject_id = $1 order by queued_at`, [
      id,
    ])
  ).rows
const afterDays = (days: number) =>
  clock.moveTo(
    clock
      .now()
      .add({ hours: days * 24 })
      .toString(),
  )

test('asks partners of which the review comes, once in fourteen days and twice at most; then who keeps the entry', async () => {
  expect(await remindPartners(parts)).toEqual({ partners: 1, keepers: 1 })
  expect(await remindPartners(parts)).toEqual({ partners: 0, keepers: 0 })
  const [mail] = await mailsTo(partner)
  expect(mail.body).toContain('[[/nog-juist ')
  expect(await mailsTo(later)).toEqual([])
  expect(await mailsTo(world.accounts.coordinator)).toMatchObject([{ purpose: 'directory.keep' }])
  afterDays(13)
  expect(await remindPartners(parts)).toEqual({ partners: 0, keepers: 0 })
  afterDays(2)
  await owner.query('update directory.partners set keeper_account_id = $1 where id = $2', [
    world.accounts.manager,
    partner,
  ])
  expect(await remindPartners(parts)).toEqual({ partners: 1, keepers: 1 })
  afterDays(15)
  expect(await remindPartners(parts)).toEqual({ partners: 0, keepers: 2 })
  expect(await mailsTo(partner)).toHaveLength(2)
  expect(await mailsTo(world.accounts.manager)).toHaveLength(1)
})

test('asks once when two workers ask at once', async () => {
  const { partner: twice } = await addEntry(owner, { reviewOn: '2026-11-01' })
  const { partner: kept } = await addEntry(owner, {
    email: null,
    libraryId: world.library,
    keeper: world.accounts.volunteer,
    reviewOn: '2026-11-01',
  })
  const asked = await Promise.all([remindPartners(parts), remindPartners(parts)])
  expect(await mailsTo(twice)).toHaveLength(1)
  expect(await mailsTo(world.accounts.volunteer)).toHaveLength(1)
  expect(asked.reduce((sum, { partners }) => sum + partners, 0)).toBe(1)
  const { rows } = await owner.query('select from directory.reminders where partner_id = any($1)', [
    [twice, kept],
  ])
  expect(rows).toHaveLength(2)
})

test('does not ask who told already that something is different', async () => {
  const { partner: told } = await addEntry(owner, { reviewOn: '2026-11-01' })
  await owner.query(
    `insert into directory.proposed_changes (id, partner_id, at, what) values (gen_random_uuid(), $1, now(), 'gone')`,
    [told],
  )
  await remindPartners(parts)
  expect(await mailsTo(told)).toEqual([])
})

test('a mail goes to the address of that moment, and not at all to who is not there any more', async () => {
  const find = findDirectoryAddress(parts)
  const about = (purpose: string, subjectId: string) => find({ purpose, subjectId, accountId: undefined })
  expect(await about('directory.confirm', partner)).toBe('post@welzijn.example')
  expect(await about('directory.keep', world.accounts.manager)).toBe('manager@voorbeeld.test')
  expect(await about('directory.confirm', withoutMail)).toBeUndefined()
  expect(await about('directory.iets-anders', partner)).toBeUndefined()
  await owner.query(`update directory.partners set ended_on = '2026-11-24' where id = $1`, [partner])
  expect(await about('directory.confirm', partner)).toBeUndefined()
})
