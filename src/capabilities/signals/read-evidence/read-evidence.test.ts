import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { addOtherContacts } from '../../../../tests/support/other-contacts.ts'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, owner, world, runJobs } = await testApp()
const id = randomUUID()

beforeAll(async () => {
  const of = (number: number, day: string) => Array.from({ length: number }, () => ({ day }))
  await addOtherContacts(owner, world, [
    ...of(23, '2026-10-06'),
    ...of(17, '2025-10-07'),
    ...of(19, '2026-09-08'),
  ])
  // In October of both years a second desk counted enough; in September it did not.
  await owner.query(
    `insert into contacts.figure_changes (library_id, desk_id, municipality_code, day, cells, appended_at)
     select $1, $2, 'GM0307', day::date, '{"contacts": 12, "questions": 12, "topic:passport": 12, "questions/topic:passport": 12}', now()
     from unnest(array['2026-10-06', '2025-10-07']) as day`,
    [world.library, world.secondDesk],
  )
  await runJobs()
  const volunteer = await as('volunteer')
  await volunteer.post(`/balie/signalen/nieuw?informatiepunt=${world.desk}`, {
    id,
    municipality: 'GM0307',
    topic: 'digid',
    service: 'DigiD bij de gemeente',
    problem: 'De knop is weg',
    often: 'some',
    proposal: '',
  })
})

test('the questions on the topic are the evidence, of months that tell of two desks; others are not told', async () => {
  const page = await (await (await as('official')).get(`/sturing/signalen/${id}`)).text()
  const row = (month: string): string[] => {
    const [, cells = ''] = new RegExp(`>${month}</th>(.*?)</tr>`, 's').exec(page) ?? []
    return [...cells.matchAll(/<td[^>]*>([^<]*)</g)].map(([, text = '']) => text)
  }
  expect(row('oktober 2026')).toEqual(['23', '17'])
  expect(row('september 2026')).toEqual(['niet getoond', '0'])
  expect(row('november 2025')).toEqual(['0', '0'])
  expect(page).not.toContain('november 2026</th>')
  expect(page).toContain('23 vragen. In dezelfde maanden een jaar eerder: 17.')
  expect(page).not.toContain('>19<')
})
