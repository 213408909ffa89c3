import { expect, test } from 'vitest'
import { startDecision } from '../../../../tests/support/agreement-world.ts'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, owner, world } = await testApp()
const official = await as('official')
const decision = await startDecision(official, world.library)
const id = decision.split('/').at(-1) ?? ''
const stored = async () =>
  (await owner.query('select library_id, version from agreements.agreements where id = $1', [id])).rows[0]

test('what was agreed with a library is not handed to another: it goes back to a draft first', async () => {
  await owner.query("update agreements.agreements set status = 'agreed' where id = $1", [id])
  await owner.query(
    `insert into agreements.versions (id, agreement_id, number, content, document, agreed_on, made_by, made_at)
     values (gen_random_uuid(), $1, 1, '{}', '', '2026-11-20', $2, now())`,
    [id, world.accounts.official],
  )
  const before = await stored()
  const to = { library: world.otherLibrary, version: String(before.version) }
  const refused = await official.post(`${decision}/partijen`, to)
  expect(refused.status).toBe(422)
  const page = await refused.text()
  expect(page).toContain('Zet de status eerst terug op Concept')
  expect(page).toContain(`href="${decision}/status"`)
  expect(await stored()).toEqual(before)
  expect(await (await official.get(`${decision}/partijen`)).text()).toContain(`href="${decision}/status"`)
  await owner.query('update agreements.versions set agreed_on = null where agreement_id = $1', [id])
  expect((await official.post(`${decision}/partijen`, to)).status).toBe(303)
  expect((await stored()).library_id).toBe(world.otherLibrary)
})
