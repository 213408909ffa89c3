import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, owner, world } = await testApp()
const terms = async () => (await owner.query('select library_id, days from contacts.correction_terms')).rows

test('a manager sets the term of the own library, with an audit line', async () => {
  const manager = await as('manager')
  expect(await (await manager.get('/beheer/correcties')).text()).toContain('value="14"')
  expect((await manager.post('/beheer/correcties', { days: '30' })).status).toBe(303)
  expect((await manager.post('/beheer/correcties', { days: '7' })).status).toBe(303)
  expect(await terms()).toEqual([{ library_id: world.library, days: 7 }])
  const { rows } = await owner.query(
    "select details from platform.audit_lines where action = 'contacts.set-correction-term' order by id",
  )
  expect(rows.map(({ details }) => details)).toEqual([{ days: 30 }, { days: 7 }])
})

test.each(['', 'twee', '-1', '367', '1.5'])('%j comes back with what to do', async (days) => {
  const response = await (await as('manager')).post('/beheer/correcties', { days })
  expect(response.status).toBe(422)
  expect(await response.text()).toContain('0 tot en met 366')
  expect(await terms()).toEqual([{ library_id: world.library, days: 7 }])
})
