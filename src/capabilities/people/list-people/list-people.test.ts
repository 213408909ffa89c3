import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, owner, world } = await testApp()

async function countPeople(organisationId?: string): Promise<number> {
  const { rows } = await owner.query(
    'select count(*)::int as people from people.accounts where $1::uuid is null or organisation_id = $1',
    [organisationId],
  )
  return rows[0].people
}

async function page(person: 'manager' | 'administrator', query = ''): Promise<string> {
  return (await (await as(person)).get(`/beheer/mensen${query}`)).text()
}

test('a library sees its own people with their tasks, also when it asks for those of another', async () => {
  for (const query of ['', `?organisatie=${world.otherLibrary}`]) {
    const html = await page('manager', query)
    expect(html).toContain(`${await countPeople(world.library)} mensen<`)
    expect(html).toContain('vrijwilliger (Eemdal Centrum)')
    expect(html).not.toContain('Test other')
  }
})

test('the nation sees everybody, or those of one organisation', async () => {
  expect(await page('administrator')).toContain(`${await countPeople()} mensen<`)
  const html = await page('administrator', `?organisatie=${world.otherLibrary}`)
  expect(html).toContain('Mensen van Bibliotheek Domstad')
  expect(html).toContain('2 mensen')
})

test('a part of the name or the address finds somebody', async () => {
  expect(await page('manager', '?zoek=VOLUNTEER%40')).toContain('1 persoon')
  expect(await page('manager', '?zoek=otheremployee')).toContain('Er is niemand')
})
