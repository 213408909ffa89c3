import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { makeReferralWorld, referVisitor } from '../../../../tests/support/referral-world.ts'
import { testApp } from '../../../../tests/support/test-app.ts'

const app = await testApp()
const { as, owner, world, clock } = app

/** Referrals of the second quarter of 2026, made as the commands leave them. */
async function add(
  count: number,
  row: { desk?: string; state: string; outcome?: string; days?: number; warmth?: string },
): Promise<void> {
  for (let at = 0; at < count; at += 1)
    await owner.query(
      `insert into referrals.referrals (id, code, direction, warmth, library_id, desk_id, municipality_code, partner_id, way, state,
         state_since, outcome, answered_at, answered_in, made_at, made_on, closed_at)
       values ($1::uuid, $8, 'out', $2, $3, $4, 'GM0307', (select id from directory.partners where name = 'Raadslieden Eemdal'), 'phone', $5::text, now(), $6,
         case when $7::int is null then null else now() end, $7::int, now(), '2026-05-12', case when $5::text in ('closed', 'given') then now() end)`,
      [
        randomUUID(),
        row.warmth ?? 'warm',
        world.library,
        row.desk ?? world.desk,
        row.state,
        row.outcome ?? null,
        row.days ?? null,
        randomUUID(),
      ],
    )
}
beforeAll(async () => {
  const made = await makeReferralWorld(app)
  await add(12, { state: 'closed', outcome: 'helped', days: 2 })
  await add(11, { state: 'closed', outcome: 'unknown' })
  await add(4, { state: 'closed', outcome: 'not-reached', days: 6 })
  await add(3, { state: 'given', warmth: 'plain', desk: world.secondDesk })
  await referVisitor(await as('volunteer'), made, world.desk)
})

const rows = async (person: Parameters<typeof as>[0], query: string): Promise<string[]> =>
  (await (await (await as(person)).get(`/sturing/doorverwijzingen/bestand.csv?${query}`)).text())
    .trim()
    .split(/\r?\n/)
    .map((line) => line.replaceAll('"', ''))

test('a library sees its counts as they are, a coordinator those of the own desks', async () => {
  const library = await rows('manager', 'voor=library&kwartaal=2026-2')
  for (const line of [
    '2026-2;Alle doorverwijzingen;;30',
    '2026-2;Warm of met een folder;Met een folder;3',
    '2026-2;Hoe de warme doorverwijzingen afliepen;Geholpen;12',
    '2026-2;Hoe de warme doorverwijzingen afliepen;Geen antwoord;11',
    '2026-2;Per partner;Raadslieden Eemdal;30',
    '2026-2;De helft antwoordt binnen (werkdagen);;2',
  ])
    expect(library).toContain(line)
  expect(await rows('coordinator', 'voor=desks&kwartaal=2026-2')).toContain(
    '2026-2;Alle doorverwijzingen;;27',
  )
  expect(await rows('coordinator', 'voor=library&kwartaal=2026-2')).toContain(
    '2026-2;Alle doorverwijzingen;;27',
  )
  const now = await rows('coordinator', 'kwartaal=2026-4')
  expect(now).toContain('2026-4;Alle doorverwijzingen;;1')
  // The partner still has time to answer.
  expect(now).toContain('2026-4;Hoe de warme doorverwijzingen afliepen;Loopt nog;1')
  expect(now).toContain('2026-4;Hoe de warme doorverwijzingen afliepen;Geen antwoord;0')
  expect((await rows('otherManager', 'kwartaal=2026-2')).join()).not.toContain('Raadslieden')
})

test('a municipality and the nation see no small number, and nothing from which one follows', async () => {
  for (const person of ['official', 'analyst'] as const) {
    const told = await rows(person, 'kwartaal=2026-2')
    expect(told).toContain('2026-2;Alle doorverwijzingen;;30')
    // The three leaflets are too few; the warm ones beside them would tell them.
    expect(told.join('\n')).not.toMatch(/folder|Warm|Geholpen|werkdagen/)
    // What is not finished yet is not there.
    expect((await rows(person, 'kwartaal=2026-4'))[1]).not.toContain('2026-4')
    const page = await (await (await as(person)).get('/sturing/doorverwijzingen')).text()
    expect(page).toContain('regels staan er niet')
  }
})

test('a municipality with enough of each sees how they ended, not how the few did', async () => {
  await add(20, { state: 'given', warmth: 'plain' })
  clock.moveTo('2026-11-24T10:00:00Z')
  const told = await rows('official', 'kwartaal=2026-2')
  expect(told).toContain('2026-2;Warm of met een folder;Met een folder;23')
  expect(told).toContain('2026-2;Warm of met een folder;Warm;27')
  const ended = told.filter((line) => line.includes('afliepen'))
  expect(ended).toEqual(['2026-2;Hoe de warme doorverwijzingen afliepen;Geholpen;12'])
})
