import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Page } from 'playwright-core'
import type { Person, World } from './world.ts'

/** Branches without a desk: one of which it is known where it stands, and one of which it is not. */
export interface CoverageWorld {
  readonly branch: string
  readonly lostBranch: string
}

/**
 * Puts the desks of the world on the map, by a postcode area each, and adds branches without a desk: in Houten, where
 * there is none, and one of which nobody knows where it stands.
 */
export async function addCoverage(owner: pg.Client, world: World): Promise<CoverageWorld> {
  for (const [id, postcode] of [
    [world.desk, '3811'],
    [world.secondDesk, '3825'],
    [world.otherDesk, '3512'],
  ])
    await owner.query(
      `update desks.desks set latitude = area.latitude, longitude = area.longitude, located_by = 'postcode'
       from organisations.postcode_areas as area where desks.id = $1 and area.code = $2`,
      [id, postcode],
    )
  const [branch, lostBranch] = [randomUUID(), randomUUID()]
  await owner.query(
    `insert into desks.branches (id, library_id, name, kind, municipality_code, town, postcode, created_at) values
       ($1, $3, 'Vestiging Houten', 'branch', 'GM0321', 'Houten', '3991 AA', now()),
       ($2, $3, 'Vestiging Ergens', 'branch', 'GM0321', null, null, now())`,
    [branch, lostBranch, world.otherLibrary],
  )
  return { branch, lostBranch }
}

type State = (page: Page) => Promise<void>

const wrongPostcode: State = async (page) => {
  await page.locator('#postcode').fill('1000')
  await page.keyboard.press('Enter')
  await page.locator('.balie-error-summary').waitFor()
}

/** What the pages of the reach look like, to look for barriers. */
export function coverageStates(
  branch: string,
  openAll: State,
): { name: string; path: string; person: Person; state?: State }[] {
  const reach = '/sturing/bereik'
  return [
    // Without its long table: that of a province is the same, and axe takes a minute over 342 rows.
    { name: 'reach of the nation', path: reach, person: 'analyst' },
    { name: 'reach of a municipality', path: reach, person: 'manager', state: openAll },
    { name: 'reach without a desk', path: `${reach}?gebied=gemeente:GM0321`, person: 'official' },
    {
      name: 'a desk weighed',
      path: `${reach}/wat-als?vestiging=${branch}&gebied=nederland`,
      person: 'analyst',
    },
    { name: 'a desk weighed, errors', path: `${reach}/wat-als`, person: 'manager', state: wrongPostcode },
    { name: 'hours weighed', path: `${reach}/ruimere-tijden`, person: 'manager', state: openAll },
  ]
}
