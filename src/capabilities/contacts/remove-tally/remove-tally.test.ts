import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'
import { jobScope, proveDesk, proveNation } from '../../../platform/auth/scope.ts'
import { askRecoding, beginRecoding, recodeBatch } from '../recode-answers/recode-answers.command.ts'
import { findRecodings } from '../recode-answers/recode-answers.query.ts'
import { removeTally } from './remove-tally.command.ts'

const { as, database, workerDatabase, owner, world, clock } = await testApp()
const nation = proveNation(world.accounts.analyst)
const job = jobScope('recode')

/** What is left of the counts when everything that was appended is added up. */
const counted = async () =>
  (
    await owner.query(
      `select key, sum(value::integer)::integer as number from contacts.figure_changes, jsonb_each_text(cells)
       group by key having sum(value::integer) <> 0`,
    )
  ).rows

test('a tally that is removed while its contacts are recoded leaves nothing in the counts', async () => {
  const tallyId = uuidv7()
  const entered = await (await as('employee')).post('/balie/turflijst', {
    id: tallyId,
    desk: world.desk,
    channel: 'channel-desk',
    'topic-0': 'other',
    'number-0': '3',
  })
  expect(entered.status).toBe(303)
  expect(await counted()).toContainEqual({ key: 'questions/topic:other', number: 3 })

  const id = uuidv7()
  const asked = { id, field: 'topic', fromCodes: ['other'], toCode: 'apps', whole: true } as const
  await database.write(nation, (tx) => askRecoding(tx, nation, asked, clock.now()))
  const [recoding] = await database.read(nation, (db) => findRecodings(db, nation, [id]))
  if (!recoding) throw new Error('No recoding')
  await workerDatabase.keep(job, (tx) => beginRecoding(tx, job, recoding, []))

  const desk = proveDesk(world.accounts.employee, world.library, world.desk)
  let removed: Promise<boolean> | undefined
  await workerDatabase.keep(job, async (tx) => {
    await recodeBatch(tx, job, id, clock.now())
    removed = database.write(desk, (write) => removeTally(write, desk, tallyId, clock.now()))
    // Long enough for the removal to come to these contacts and wait.
    await new Promise((done) => setTimeout(done, 300))
  })
  expect(await removed).toBe(true)
  expect(await counted()).toEqual([])
})
