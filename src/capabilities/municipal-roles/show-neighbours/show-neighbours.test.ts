import { expect, test } from 'vitest'
import { addCoverage } from '../../../../tests/support/coverage-world.ts'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, owner, world, runJobs } = await testApp()
await addCoverage(owner, world)
const card = (page: string, name: string) =>
  new RegExp(`<h3[^>]*>${name}</h3>[\\s\\S]*?</li>`).exec(page)?.[0] ?? ''
await runJobs()
const row = (page: string, name: string) =>
  new RegExp(`<th[^>]*>${name}</th>[\\s\\S]*?</tr>`).exec(page)?.[0] ?? ''

test('names who borders on the municipality, who has no library, and whose inhabitants are nearer to a desk across the border', async () => {
  const official = await as('official')
  const page = await (await official.get('/sturing/buurgemeenten?gemeente=GM0307')).text()
  const leusden = card(page, 'Leusden')
  expect(leusden).toContain('geen bibliotheek in Balie')
  expect(leusden).toMatch(/\d inwoners: Eemdal Centrum/)
  expect(card(page, 'Utrecht')).toBe('')
  // No table, whose six columns would scroll sideways on a telephone.
  expect(page).not.toContain('<table')
  expect(page).toContain('Jullie bibliotheek werkt in Balie alleen voor jullie.')
})

test('a library of several municipalities is shown to each of them by the same numbers', async () => {
  await owner.query(`insert into organisations.library_municipalities values ($1, 'GM0327')`, [world.library])
  await owner.query(
    `insert into municipal_roles.contact_persons (id, municipality_code, name, email, from_day, created_at)
     values (gen_random_uuid(), 'GM0327', 'Collega Leusden', 'leusden@voorbeeld.test', '2026-01-01', now()),
       (gen_random_uuid(), 'GM0344', 'Collega Utrecht', 'utrecht@voorbeeld.test', '2026-01-01', now())`,
  )
  await owner.query(
    `insert into open_data.releases (period, released_at, smallest, main_topics, desks, libraries) values ('2025', now(), 10, '{}', 3, 1)`,
  )
  await owner.query(
    `insert into open_data.cells (release, table_name, period, region, region_name, part, code, name, unit, number) values
       ('2025', 'gemeenten-per-jaar', '2025', 'GM0307', 'Amersfoort', 'totaal', 'questions', 'Vragen', 'questions', 1234),
       ('2025', 'gemeenten-per-jaar', '2025', 'GM0327', 'Leusden', 'totaal', 'questions', 'Vragen', 'questions', null)`,
  )
  const page = await (await (await as('official')).get('/sturing/buurgemeenten')).text()
  expect(card(page, 'Leusden')).toContain('werkt ook voor jullie')
  expect(card(page, 'Leusden')).toContain('leusden@voorbeeld.test')
  expect(page).not.toContain('utrecht@voorbeeld.test')
  const shared = page.slice(page.indexOf('Samen één bibliotheek'))
  expect(shared).toContain('Vragen in 2025')
  expect(row(shared, 'Amersfoort')).toContain('1.234')
  expect(row(shared, 'Leusden')).not.toContain('1.234')
  expect((await (await as('manager')).get('/sturing/buurgemeenten')).status).toBe(403)
})
