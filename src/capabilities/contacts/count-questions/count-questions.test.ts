import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { addContacts } from '../../../../tests/support/account-world.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import {
  proveDesk,
  proveLibrary,
  proveMunicipality,
  proveNation,
  proveRegion,
} from '../../../platform/auth/scope.ts'
import { countQuestions } from './count-questions.query.ts'

const { database, owner, world } = await testApp()
const { official, manager, otherManager, volunteer, otherEmployee, adviser, analyst } = world.accounts
const period = { from: '2025-01-01', until: '2025-12-31' }
const count = (scope: Parameters<typeof countQuestions>[1], codes = ['GM0307']) =>
  database.read(scope, (db) => countQuestions(db, scope, codes, period))
const amersfoort = proveMunicipality(official, ['GM0307'])

afterEach(() => owner.query('truncate contacts.contacts, desks.financiers cascade'))

test('is what the contacts come to, whoever pays and wherever they were', async () => {
  const desks = [world.desk, world.popUpDesk, world.otherDesk]
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          desk: fc.constantFrom(...desks),
          municipality: fc.constantFrom('GM0307', 'GM0344'),
          day: fc.constantFrom('2024-12-31', '2025-01-01', '2025-06-15', '2025-12-31', '2026-01-01'),
          questions: fc.integer({ min: 1, max: 4 }),
          deleted: fc.boolean(),
        }),
        { maxLength: 12 },
      ),
      fc.subarray(desks),
      async (contacts, paid) => {
        await owner.query('truncate contacts.contacts, desks.financiers cascade')
        for (const desk of paid)
          await owner.query("insert into desks.financiers values ($1, 'GM0307')", [desk])
        for (const { desk, municipality, day, questions, deleted } of contacts) {
          const library = desk === world.otherDesk ? world.otherLibrary : world.library
          await addContacts(owner, { desk, library, municipality, account: volunteer }, day, [questions])
          if (deleted)
            await owner.query(
              'update contacts.contacts set deleted_at = now() where id = (select id from contacts.contacts order by id desc limit 1)',
            )
        }
        const inYear = contacts.filter(({ day, deleted }) => day.startsWith('2025') && !deleted)
        const rows = await count(amersfoort)
        const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0)
        const here = rows.filter((row) => row.here)
        expect(sum(here.map(({ questions }) => questions))).toBe(
          sum(
            inYear.filter(({ municipality }) => municipality === 'GM0307').map(({ questions }) => questions),
          ),
        )
        const own = (desk: string) => desk !== world.otherDesk || paid.includes(desk)
        expect(sum(rows.filter((row) => !row.here).map(({ contacts: number }) => number))).toBe(
          inYear.filter(({ municipality, desk }) => municipality === 'GM0344' && own(desk)).length,
        )
        for (const desk of desks)
          expect(sum(here.filter(({ deskId }) => deskId === desk).map((row) => row.contacts))).toBe(
            inYear.filter((each) => each.desk === desk && each.municipality === 'GM0307').length,
          )
      },
    ),
    { numRuns: 15 },
  )
}, 120_000)

test('of one municipality is nothing for another, and nothing but its own for a library', async () => {
  const here = { municipality: 'GM0307', account: volunteer }
  await addContacts(owner, { ...here, desk: world.desk, library: world.library }, '2025-05-05', [1, 2])
  await addContacts(
    owner,
    { ...here, desk: world.otherDesk, library: world.otherLibrary, account: otherEmployee },
    '2025-05-05',
    [4],
  )
  const questions = async (...asked: Parameters<typeof count>) =>
    (await count(...asked)).map((row) => row.questions)
  expect((await questions(amersfoort)).sort()).toEqual([3, 4])
  expect(await questions(proveLibrary(manager, world.library, [world.desk]))).toEqual([3])
  expect(await questions(proveLibrary(otherManager, world.otherLibrary, [world.otherDesk]))).toEqual([4])
  expect(await questions(proveMunicipality(official, ['GM0344']))).toEqual([])
  // Asked together with one's own it is refused whole.
  expect(await questions(amersfoort, ['GM0307', 'GM0344'])).toEqual([])
  for (const scope of [
    proveNation(analyst),
    proveRegion(adviser, ['PV26'], ['GM0307']),
    proveDesk(volunteer, world.library, world.desk),
  ])
    expect([scope.kind, await questions(scope as never)]).toEqual([scope.kind, []])
})
