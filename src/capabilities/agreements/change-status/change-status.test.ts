import { beforeAll, expect, test } from 'vitest'
import { dayBoxes, makeVersionOf, startDecision } from '../../../../tests/support/agreement-world.ts'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, owner, world } = await testApp()
const official = await as('official')
const manager = await as('manager')
const otherManager = await as('otherManager')
const otherOfficial = await as('adviser')
const decision = await startDecision(official, world.library)
const id = decision.split('/').at(-1) ?? ''
const forLibrary = `/sturing/overeenkomsten/bibliotheek/${id}`
const version = async () =>
  (await owner.query('select version from agreements.agreements where id = $1', [id])).rows[0].version
const bring = async (fields: Record<string, string>) =>
  official.post(`${decision}/status`, { number: '1', version: String(await version()), ...fields })

beforeAll(async () => {
  // Somebody who works for Utrecht in place of a province.
  const { rows } = await owner.query(
    `insert into organisations.organisations (id, kind, name, municipality_code, created_at)
     values (gen_random_uuid(), 'municipality', 'Gemeente Utrecht', 'GM0344', now()) returning id`,
  )
  await owner.query('update people.accounts set organisation_id = $1 where id = $2', [
    rows[0].id,
    world.accounts.adviser,
  ])
  await owner.query(
    "update people.role_assignments set role = 'municipality-official', organisation_id = $1 where account_id = $2",
    [rows[0].id, world.accounts.adviser],
  )
})

test('nothing is agreed without a version, a day that was, and a text that is whole', async () => {
  const none = await bring({ status: 'agreed', ...dayBoxes('agreed', '2026-11-20') })
  expect(none.status).toBe(422)
  expect(await none.text()).toContain('Maak eerst een versie van de tekst')
  await makeVersionOf(official, decision)
  const later = await bring({ status: 'agreed', ...dayBoxes('agreed', '2026-12-24') })
  expect(await later.text()).toContain('href="#agreed"')
  const open = await bring({ status: 'agreed', ...dayBoxes('agreed', '2026-11-20') })
  expect(open.status).toBe(422)
  expect(await open.text()).toContain('nog niet helemaal ingevuld')
  expect((await bring({ status: 'ended' })).status).toBe(422)
  expect((await bring({ status: 'voorbij' })).status).toBe(422)
})

test('before it is agreed no other party sees anything, also not a proposal', async () => {
  await official.post(`${decision}/bouwstenen`, { blocks: ['privacy', 'term', 'review'], version: '1' })
  await makeVersionOf(official, decision)
  await bring({ status: 'proposed' })
  for (const address of [forLibrary, `${forLibrary}/versie/2`, `${forLibrary}/versie/2/document`])
    expect((await manager.get(address)).status, address).toBe(404)
  expect(await (await manager.get('/sturing/overeenkomsten/bibliotheek')).text()).not.toContain(
    'Subsidie 2027',
  )
})

test('the library that is a party reads the version that was agreed, and no other; another library nothing', async () => {
  expect((await bring({ status: 'agreed', number: '2', ...dayBoxes('agreed', '2026-11-20') })).status).toBe(
    303,
  )
  expect(await (await manager.get('/sturing/overeenkomsten/bibliotheek')).text()).toContain('Subsidie 2027')
  const page = await (await manager.get(forLibrary)).text()
  expect(page).toContain('Vastgesteld op 20 november 2026')
  expect(page).not.toContain('Versie 1')
  expect(page).not.toContain('/status')
  expect(await (await manager.get(`${forLibrary}/versie/2`)).text()).toContain('Privacy van bezoekers')
  expect((await manager.get(`${forLibrary}/versie/1`)).status).toBe(404)
  expect((await manager.get(`${forLibrary}/versie/2/document`)).headers.get('content-type')).toContain(
    'wordprocessingml',
  )
  // The way of the municipality is closed to it, and the draft is nobody else's.
  expect((await manager.get(decision)).status).toBe(403)
  expect((await otherManager.get(forLibrary)).status).toBe(404)
  expect(await (await otherManager.get('/sturing/overeenkomsten/bibliotheek')).text()).not.toContain(
    'Subsidie 2027',
  )
})

test('another municipality reads what was agreed with it, and changes nothing', async () => {
  expect((await otherOfficial.get(decision)).status).toBe(404)
  await owner.query("insert into agreements.parties values ($1, 'GM0344')", [id])
  expect(await (await otherOfficial.get('/sturing/overeenkomsten')).text()).toContain('Subsidie 2027')
  const page = await (await otherOfficial.get(decision)).text()
  expect(page).toContain('Gemeente Amersfoort houdt deze overeenkomst bij')
  expect(page).not.toContain('Verander de status')
  expect((await otherOfficial.get(`${decision}/versie/2`)).status).toBe(200)
  expect((await otherOfficial.get(`${decision}/versie/1`)).status).toBe(404)
  for (const part of ['/naam', '/looptijd', '/tekst', '/status', '/levering', '/versie/2/papier'])
    expect((await otherOfficial.get(`${decision}${part}`)).status, part).toBe(404)
  expect((await otherOfficial.post(`${decision}/status`, { status: 'draft', version: '9' })).status).toBe(404)
})

test('on one day one version is agreed: the one that was chosen last', async () => {
  await owner.query('update agreements.versions set open_blanks = 0 where agreement_id = $1', [id])
  const agreedOn = async () =>
    (
      await owner.query(
        'select number, agreed_on::text as day from agreements.versions where agreement_id = $1 and agreed_on is not null',
        [id],
      )
    ).rows
  await bring({ status: 'agreed', number: '1', ...dayBoxes('agreed', '2026-11-20') })
  expect(await agreedOn()).toEqual([{ number: 1, day: '2026-11-20' }])
  await bring({ status: 'agreed', number: '2', ...dayBoxes('agreed', '2026-11-23') })
  expect(await agreedOn()).toHaveLength(2)
})

test('back to a draft nobody else reads it any more; when it ended they still do', async () => {
  await bring({ status: 'draft' })
  expect((await manager.get(forLibrary)).status).toBe(404)
  await bring({ status: 'agreed', number: '2', ...dayBoxes('agreed', '2026-11-20') })
  await bring({ status: 'ended', ...dayBoxes('ended', '2026-11-23') })
  expect(await (await manager.get(forLibrary)).text()).toContain('Afgelopen')
})

test('of two officials at once the second sees what the first made of it', async () => {
  const second = await official.post(`${decision}/status`, { status: 'draft', number: '1', version: '1' })
  expect(second.status).toBe(409)
  const page = await second.text()
  expect(page).toContain('id="meanwhile"')
  expect(page).toMatch(/value="draft" checked/)
})
