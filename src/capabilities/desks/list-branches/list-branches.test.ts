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

test('the nation sees all, and can ask for those of one library', async () => {
  expect(await page('administrator')).toContain('4 vestigingen')
  expect(await page('administrator', `?bibliotheek=${world.otherLibrary}`)).toContain('1 vestiging<')
})

test('a part of the name or town finds it', async () => {
  expect(await page('manager', '?zoek=LEUS')).toContain('1 vestiging<')
  expect(await page('manager', '?zoek=nergens')).toContain('geen vestiging')
})
