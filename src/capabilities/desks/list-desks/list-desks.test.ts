import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, world } = await testApp()

async function page(person: 'manager' | 'administrator', query = ''): Promise<string> {
  return (await (await as(person)).get(`/beheer/informatiepunten${query}`)).text()
}

test('a library sees its own desks only, also when it asks for those of another', async () => {
  for (const query of ['', `?bibliotheek=${world.otherLibrary}`]) {
    const html = await page('manager', query)
    expect(html).toContain('Eemdal Noord')
    expect(html).not.toContain('Domstad')
  }
})

test('the nation sees all, and can ask for those of one library', async () => {
  expect(await page('administrator')).toContain('4 informatiepunten')
  const html = await page('administrator', `?bibliotheek=${world.otherLibrary}`)
  expect(html).toContain('1 informatiepunt<')
  expect(html).not.toContain('Eemdal Noord')
})

test('a part of the name finds it', async () => {
  const html = await page('manager', '?zoek=MARKT')
  expect(html).toContain('Eemdal op de markt')
  expect(html).not.toContain('Eemdal Noord')
})
