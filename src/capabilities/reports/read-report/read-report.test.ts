import { expect, test } from 'vitest'
import { addOtherContacts } from '../../../../tests/support/other-contacts.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import { forgetLists } from '../../lists/public.ts'

const { as, owner, world, runJobs } = await testApp()
const library = `/sturing?gebied=bibliotheek:${world.library}`

test('a year before and after a change of the lists compares over it, and the page says so', async () => {
  await addOtherContacts(owner, world, [
    ...Array.from({ length: 30 }, () => ({ day: '2025-11-10' })),
    ...Array.from({ length: 40 }, () => ({ day: '2024-11-10' })),
    ...Array.from({ length: 20 }, () => ({ day: '2026-11-10' })),
  ])
  await runJobs()
  const manager = await as('manager')
  const before = await (await manager.get(library)).text()
  expect(before).not.toContain('opgegaan')
  await owner.query(
    `insert into lists.mappings values ('topic', 'digid', 'digid-apply', 'merge', '2026-03-01'),
       ('help', 'help-answered', 'help-brochure', 'split', '2026-04-01'), ('help', 'help-answered', 'help-course', 'split', '2026-04-01')`,
  )
  forgetLists()
  const html = await (await manager.get(library)).text()
  expect(html).toContain('Sinds 01-03-2026 is ‘DigiD’ opgegaan in ‘DigiD aanvragen’')
  expect(html).toMatch(
    /Sinds 01-04-2026 is ‘.+’ gesplitst in ‘.+’, ‘.+’\. Deze cijfers zijn niet te vergelijken met eerder/,
  )
  // The same words for a municipality, which does not add up.
  const official = await (await as('official')).get(`/sturing?gebied=gemeente:GM0307`)
  expect(await official.text()).toContain('hier niet te vergelijken')
})
