import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { startDecision } from '../../../../tests/support/agreement-world.ts'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, owner, world } = await testApp()
const official = await as('official')
/** From 1 January to 31 December 2027, for the library of Eemdal. */
const decision = await startDecision(official, world.library)
const page = async (block: string) => (await official.get(`${decision}/invullen/${block}`)).text()

test('proposes partners that the library works with now, not those that left or are only wished for', async () => {
  for (const [name, cooperation, leftOn] of [
    ['Welzijn Eemdal', '{wished,referral}', null],
    ['Wensdorp', '{wished}', null],
    ['Vertrokken', '{referral}', '2026-01-01'],
  ]) {
    const partner = randomUUID()
    await owner.query(
      `insert into directory.partners (id, library_id, kind, name, review_on, source, created_at)
       values ($1, $2, 'welfare', $3, '2027-01-01', 'hand', now())`,
      [partner, world.library, name],
    )
    await owner.query(
      `insert into directory.network_partners (id, municipality_code, partner_id, policy_areas, cooperation, left_on, created_at)
       values (gen_random_uuid(), 'GM0307', $1, '{health}', $2, $3, now())`,
      [partner, cooperation, leftOn],
    )
  }
  const partners = await page('partners')
  expect(partners).toContain('Welzijn Eemdal')
  expect(partners).not.toContain('Wensdorp')
  expect(partners).not.toContain('Vertrokken')
})

test('proposes goals of which the period overlaps the term', async () => {
  for (const [title, from, until, stopped] of [
    ['Alleen dit jaar', '2026-01-01', '2026-12-31', null],
    ['Tot in het nieuwe jaar', '2026-07-01', '2027-06-30', null],
    ['Op de laatste dag', '2027-12-31', '2028-12-31', null],
    ['Na de looptijd', '2028-01-01', '2028-12-31', null],
    ['Houdt eerder op', '2026-07-01', '2027-06-30', '2027-01-01'],
  ])
    await owner.query(
      `insert into goals.goals (id, municipality_code, title, measure, scope_kind, target_kind, target_value, starts_on, ends_on,
         stopped_on, stopped_reason, created_at)
       values (gen_random_uuid(), 'GM0307', $1, 'contacts', 'municipality', 'absolute', 10, $2, $3, $4, '', now())`,
      [title, from, until, stopped],
    )
  const goals = await page('goals')
  for (const title of ['Tot in het nieuwe jaar', 'Op de laatste dag']) expect(goals).toContain(title)
  for (const title of ['Alleen dit jaar', 'Na de looptijd', 'Houdt eerder op'])
    expect(goals).not.toContain(title)
})

test('proposes what was planned for the library in the year, and nothing where nothing was', async () => {
  const amount = async () => /id="amount"[^>]*value="([^"]*)"/.exec(await page('amount'))?.[1] ?? ''
  // What the municipality is awarded is not what it means for this library.
  const scheme = randomUUID()
  await owner.query(
    `insert into funding.schemes (id, name, kind, first_year, accounts_to_nation, created_at)
     values ($1, 'Regeling van later', 'specific-grant', 2027, true, now())`,
    [scheme],
  )
  await owner.query(
    `insert into funding.amounts (scheme_id, municipality_code, from_year, amount_cents, source, entered_at)
     values ($1, 'GM0307', 2027, 9900000, 'annex', now())`,
    [scheme],
  )
  expect(await amount()).toBe('')
  for (const [year, kind, purpose, library, cents, struckOut] of [
    [2027, 'budget', 'library', world.library, 4_000_000, null],
    [2027, 'budget', 'library', world.library, 50_050, null],
    [2027, 'budget', 'library', world.library, 7, '2026-11-01'],
    [2027, 'budget', 'library', world.otherLibrary, 100, null],
    [2027, 'budget', 'library', null, 100, null],
    [2027, 'budget', 'promotion', world.library, 100, null],
    [2027, 'commitment', 'library', world.library, 100, null],
    [2026, 'budget', 'library', world.library, 100, null],
  ])
    await owner.query(
      `insert into funding.bookings (id, municipality_code, year, day, kind, purpose, library_id, description, amount_cents,
         struck_out_at, made_by, created_at)
       values (gen_random_uuid(), 'GM0307', $1, '2026-11-01', $2, $3, $4, 'Begroot', $5, $6, $7, now())`,
      [year, kind, purpose, library, cents, struckOut, world.accounts.official],
    )
  expect(await amount()).toBe('40500,50')
})
