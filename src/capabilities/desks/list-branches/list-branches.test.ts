import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, owner, world } = await testApp()
await owner.query(
  `insert into desks.branches (id, library_id, name, kind, municipality_code, town, desk_id, active, created_at) values
     (gen_random_uuid(), $1, 'Eemdal Zuid', 'branch', 'GM0307', 'Amersfoort', null, true, now()),
     (gen_random_uuid(), $1, 'Eemhuis', 'branch', 'GM0307', 'Amersfoort', $3, true, now()),
     (gen_random_uuid(), $1, 'Oude school', 'other', 'GM0327', 'Leusden', null, false, now()),
     (gen_random_uuid(), $2, 'Domstad Neude', 'branch', 'GM0344', 'Utrecht', null, true, now())`,
  [world.library, world.otherLibrary, world.desk],
)

async function page(person: 'manager' | 'administrator', query = ''): Promise<string> {
  return (await (await as(person)).get(`/beheer/vestigingen${query}`)).text()
}

test('a library sees its own branches only, each with its desk or the way to begin one', async () => {
  for (const query of ['', `?bibliotheek=${world.otherLibrary}`]) {
    const html = await page('manager', query)
    expect(html).toContain('3 vestigingen')
    expect(html).not.toContain('Domstad Neude')
    expect(html).toContain(`href="/beheer/informatiepunten/${world.desk}"`)
    expect(html.match(/nieuw\?vestiging=/g)).toHaveLength(1)
  }
})

test('those without a desk are found, closed ones left out', async () => {
  const html = await page('manager', '?zonder=ja')
  expect(html).toContain('1 vestiging<')
  expect(html).toContain('Eemdal Zuid')
})

test('one whose desk was closed has none: it can begin again there', async () => {
  await owner.query('update desks.desks set active = false where id = $1', [world.desk])
  const without = await page('manager', '?zonder=ja')
  expect(without).toContain('2 vestigingen')
  const { rows } = await owner.query(`select id from desks.branches where name = 'Eemhuis'`)
  const begin = `/beheer/informatiepunten/nieuw?vestiging=${rows[0].id}`
  for (const html of [without, await page('manager')]) {
    expect(html).toContain(`href="${begin}"`)
    expect(html).toContain(`href="/beheer/informatiepunten/${world.desk}"`)
  }
  const browser = await as('manager')
  expect(await (await browser.get(`/beheer/vestigingen/${rows[0].id}`)).text()).toContain(begin)
  const fields = { name: 'Eemhuis opnieuw', kind: 'library', municipality: 'GM0307' }
  const sent = await browser.post(begin, fields)
  expect(sent.status).toBe(303)
  const again = await page('manager', '?zonder=ja')
  expect(again).toContain('1 vestiging<')
  // A second one in the same branch is a mistake, as before.
  expect((await browser.post(begin, { ...fields, name: 'Nog een' })).status).toBe(422)
  await owner.query('update desks.desks set active = true where id = $1', [world.desk])
})

test('the nation sees all, and can ask for those of one library', async () => {
  expect(await page('administrator')).toContain('4 vestigingen')
  expect(await page('administrator', `?bibliotheek=${world.otherLibrary}`)).toContain('1 vestiging<')
})

test('a part of the name or town finds it', async () => {
  expect(await page('manager', '?zoek=LEUS')).toContain('1 vestiging<')
  expect(await page('manager', '?zoek=nergens')).toContain('geen vestiging')
})
