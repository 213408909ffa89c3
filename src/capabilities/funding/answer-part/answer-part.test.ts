import { beforeEach, expect, test } from 'vitest'
import {
  addContacts,
  award,
  book,
  figuresOn,
  materialFields,
  sign,
  wordsOf,
} from '../../../../tests/support/account-world.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import { proveLibrary, proveMunicipality, type Scope } from '../../../platform/auth/scope.ts'

const { as, database, owner, world } = await testApp()
const account = '/sturing/verantwoording'
const address = `${account}/bibliotheek`
const here = {
  desk: world.desk,
  library: world.library,
  municipality: 'GM0307',
  account: world.accounts.volunteer,
}
const part = async () => (await owner.query('select * from funding.library_parts')).rows[0]
const answerTo = (html: string, answer: string, remark = '') => ({
  answer,
  remark,
  shown: /name="shown" value="([^"]*)"/.exec(html)?.[1] ?? '',
  version: /name="version" value="([^"]*)"/.exec(html)?.[1] ?? '',
})
const fillMaterials = () =>
  owner.query(
    `insert into funding.learning_counts (id, library_id, municipality_code, year, material, used, counted_by, created_at)
     values (gen_random_uuid(), $1, 'GM0307', 2025, 'Klik & Tik', 2, $2, now())`,
    [world.library, world.accounts.manager],
  )
const ask = async () =>
  (await as('official')).post(`${account}/vragen?gemeente=GM0307&jaar=2025`, { library: world.library })

beforeEach(async () => {
  await owner.query(
    `truncate funding.bookings, funding.amounts, funding.statements, funding.library_parts, funding.learning_counts,
       funding.indicator_corrections, contacts.contacts cascade`,
  )
  await addContacts(owner, here, '2025-04-04', [1, 2])
})

test('the municipality asks, the library sees what is counted, fills in its materials and confirms; then it is signed without a reason', async () => {
  const manager = await as('manager')
  expect(await (await manager.get(address)).text()).toContain('Er is nog geen gemeente die iets vroeg')
  await award(owner, 'GM0307', 500_000)
  await book(owner, world.accounts.official, { year: 2025, cents: 500_000 })
  const official = await as('official')
  expect(wordsOf(await (await official.get(account)).text())).toMatch(
    /Volgende stap Vraag Bibliotheek Eemdal of haar cijfers kloppen/,
  )
  expect((await ask()).status).toBe(303)
  const { id } = await part()
  expect((await ask()).status).toBe(303)
  expect(await part()).toMatchObject({ id, version: 1, state: 'asked' })
  expect(await (await manager.get(address)).text()).toContain('wacht op jullie antwoord')

  const shown = await (await manager.get(`${address}/${id}`)).text()
  expect(figuresOn(shown).map(({ number }) => number)).toEqual(['1', '3', '?'])
  expect(wordsOf(shown)).toContain('Vul ze eerst in')
  const early = await manager.post(`${address}/${id}`, answerTo(shown, 'confirmed'))
  expect(early.status).toBe(422)
  expect(await early.text()).toContain('href="#materials"')
  // Nothing of the books is told to a library.
  expect(shown).not.toContain('5.000')
  const form = await (await manager.get(`${address}/${id}/leermiddelen`)).text()
  const materials = materialFields(form, [['Klik & Tik', '25']])
  expect((await manager.post(`${address}/${id}/leermiddelen`, materials)).status).toBe(303)

  const filled = await (await manager.get(`${address}/${id}`)).text()
  expect(figuresOn(filled).map(({ number }) => number)).toEqual(['1', '3', '25'])
  expect((await manager.post(`${address}/${id}`, answerTo(filled, 'confirmed'))).status).toBe(303)
  expect(await part()).toMatchObject({ state: 'confirmed', desks: 1, questions: 3, materials: 25 })

  const html = await (await official.get(account)).text()
  expect(wordsOf(html)).toMatch(/Volgende stap Alles is er/)
  expect(html).toContain('Bibliotheek Eemdal gaf akkoord')
  expect((await sign(official, `${account}/ondertekenen`)).status).toBe(303)
  expect(await (await manager.get(address)).text()).toMatch(/ondertekend op/)
})

test('a library says what is not right; the municipality reads it, and asks again', async () => {
  await ask()
  const { id } = await part()
  const manager = await as('manager')
  const shown = await (await manager.get(`${address}/${id}`)).text()
  const empty = await manager.post(`${address}/${id}`, answerTo(shown, ''))
  expect(empty.status).toBe(422)
  expect(await empty.text()).toContain('href="#answer"')
  const silent = await manager.post(`${address}/${id}`, answerTo(shown, 'disputed'))
  expect(silent.status).toBe(422)
  expect(await silent.text()).toContain('href="#remark"')
  const number = await manager.post(`${address}/${id}`, answerTo(shown, 'disputed', 'Het was 123456782'))
  expect(number.status).toBe(422)
  const remark = 'In mei telden we op papier'
  expect((await manager.post(`${address}/${id}`, answerTo(shown, 'disputed', remark))).status).toBe(303)
  const official = await as('official')
  expect(await (await official.get(account)).text()).toContain(remark)
  await ask()
  expect(await part()).toMatchObject({ state: 'asked', remark: '', version: 3, questions: null })
})

test('what changes in the data after confirming is shown to both, and asks for a new confirmation', async () => {
  await fillMaterials()
  await ask()
  const { id } = await part()
  const manager = await as('manager')
  const shown = await (await manager.get(`${address}/${id}`)).text()
  await manager.post(`${address}/${id}`, answerTo(shown, 'confirmed'))
  await addContacts(owner, here, '2025-09-09', [4])
  expect(wordsOf(await (await manager.get(`${address}/${id}`)).text())).toContain('Vragen: van 3 naar 7')
  const html = await (await (await as('official')).get(account)).text()
  expect(html).toContain('gaf akkoord op andere cijfers')
  const signing = await (await as('official')).get(`${account}/ondertekenen`)
  expect(await signing.text()).toContain('Ondertekenen kan alleen met een reden')
})

test('of two managers at once, or when the numbers change, nothing is confirmed that nobody saw', async () => {
  await fillMaterials()
  await ask()
  const { id } = await part()
  const manager = await as('manager')
  const shown = await (await manager.get(`${address}/${id}`)).text()
  await addContacts(owner, here, '2025-09-09', [1])
  const other = await manager.post(`${address}/${id}`, answerTo(shown, 'confirmed'))
  expect(other.status).toBe(409)
  expect(await part()).toMatchObject({ state: 'asked' })
  const again = await other.text()
  expect(again).toContain('De cijfers veranderden terwijl je keek')
  expect((await manager.post(`${address}/${id}`, answerTo(again, 'confirmed'))).status).toBe(303)
  expect((await manager.post(`${address}/${id}`, answerTo(again, 'disputed', 'Toch niet'))).status).toBe(409)
  expect(await part()).toMatchObject({ state: 'confirmed' })
})

test('another library sees nothing of it, nor does who is no manager', async () => {
  await ask()
  const { id } = await part()
  const other = await as('otherManager')
  expect((await other.get(`${address}/${id}`)).status).toBe(404)
  expect(await (await other.get(address)).text()).toContain('Er is nog geen gemeente die iets vroeg')
  for (const person of ['volunteer', 'employee', 'coordinator', 'official'] as const)
    expect((await (await as(person)).get(address)).status).toBe(403)
})

test('below the pages too: a library sees its part and that it was signed, never what; another municipality nothing', async () => {
  await ask()
  await sign(await as('official'), `${account}/ondertekenen`, 'Haast')
  await fillMaterials()
  const seen = (scope: Scope) =>
    database.read(scope, async (db) => [
      (await db.selectFrom('funding.library_parts').select('id').execute()).length,
      (await db.selectFrom('funding.statements').select('year').execute()).length,
      (await db.selectFrom('funding.learning_counts').select('id').execute()).length,
      (await db.selectFrom('funding.bookings').select('id').execute()).length,
    ])
  const { manager, otherManager, official } = world.accounts
  await book(owner, official, { year: 2025, cents: 1 })
  expect(await seen(proveMunicipality(official, ['GM0307']))).toEqual([1, 1, 1, 1])
  expect(await seen(proveLibrary(manager, world.library, [world.desk]))).toEqual([1, 0, 1, 0])
  expect(await seen(proveLibrary(otherManager, world.otherLibrary, [world.otherDesk]))).toEqual([0, 0, 0, 0])
  expect(await seen(proveMunicipality(official, ['GM0344']))).toEqual([0, 0, 0, 0])
})
