import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, owner } = await testApp()
await owner.query(
  `insert into organisations.organisations (id, kind, name, isil_code, created_at)
   select gen_random_uuid(), 'library', 'Bibliotheek ' || lpad(n::text, 3, '0'), 'NL-0100' || lpad(n::text, 6, '0'), now() from generate_series(1, 120) n`,
)

async function page(query: string): Promise<string> {
  return (await (await as('administrator')).get(`/beheer/organisaties${query}`)).text()
}

test('fifty at a time, by name', async () => {
  const first = await page('?soort=bibliotheek')
  expect(first).toContain('122 organisaties, pagina 1 van 3')
  expect(first).toContain('Bibliotheek 050')
  expect(first).not.toContain('Bibliotheek 051')
  expect(await page('?soort=bibliotheek&pagina=2')).toContain('Bibliotheek 051')
})

test('a part of the name or of the ISIL code finds it, whatever the capitals', async () => {
  expect(await page('?zoek=EEMDAL')).toContain('Bibliotheek Eemdal')
  expect(await page('?zoek=nl-0100000077')).toContain('Bibliotheek 077')
  expect(await page('?zoek=%25')).toContain('Er is geen organisatie')
})

test('one kind at a time', async () => {
  const html = await page('?soort=gemeente')
  expect(html).toContain('Gemeente Amersfoort')
  expect(html).not.toContain('Bibliotheek Eemdal')
})
