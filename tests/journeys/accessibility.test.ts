import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { uuidv7 } from 'uuidv7'
import { afterAll, describe, expect, test } from 'vitest'
import { watchCoverage } from '../../src/capabilities/reports/public.ts'
import { systemClock } from '../../src/platform/time/clock.ts'
import { launchBrowser } from '../support/browser.ts'
import { addCoverage, coverageStates } from '../support/coverage-world.ts'
import { makeDeskStates } from '../support/desk-states.ts'
import { makeHoursStates } from '../support/hours-states.ts'
import { makeImportStates } from '../support/import-states.ts'
import { startTestServer } from '../support/test-server.ts'
import { htmlProblems } from '../support/valid-html.ts'
import type { Person } from '../support/world.ts'

const server = await startTestServer({ demo: true })
const browser = await launchBrowser()
afterAll(() => browser.close())

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

// Something to see on the pages that list.
const contact = uuidv7()
await server.owner.query(
  `insert into contacts.contacts (id, library_id, desk_id, municipality_code, form_code, counted_as, channel, occurred_at, occurred_on, received_at, author_account_id, sender_account_id, content_hash)
   values ($1, $2, $3, 'GM0307', 'guide', 'contact', 'channel-desk', now(), (now() at time zone 'Europe/Amsterdam')::date, now(), $4, $4, '')`,
  [contact, server.world.library, server.world.desk, server.world.accounts.coordinator],
)
await server.owner.query(
  `insert into contacts.questions (contact_id, position, library_id, desk_id, occurred_on, topic_code) values ($1, 0, $2, $3, (now() at time zone 'Europe/Amsterdam')::date, 'digid')`,
  [contact, server.world.library, server.world.desk],
)

const imports = await makeImportStates(server.owner, server.world)
const hours = await makeHoursStates(server.owner, server.world)
const desks = await makeDeskStates(server.owner, server.world)
const { branch } = await addCoverage(server.owner, server.world)
await watchCoverage()(server.workerDatabase, systemClock.now())

await server.owner.query(
  `insert into contacts.figure_changes (library_id, desk_id, municipality_code, day, cells, appended_at)
   select library_id, desk_id, municipality_code, day, jsonb_object_agg(cell, number), now() from contacts.contact_cells
   group by library_id, desk_id, municipality_code, day`,
)

type State = (page: Page) => Promise<void>
const submitEmpty: State = async (page) => {
  await page.locator('main form button[type=submit].nl-button--primary').first().click()
  await page.locator('.balie-error-summary').waitFor()
}
const openAll: State = async (page) => {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
}
const pages: readonly { name: string; path: string; person?: Person; state?: State }[] = [
  { name: 'finder', path: '/' },
  { name: 'start', path: '/start' },
  // Whoever begins at the form of the desk or at the figures is led on to those.
  ...(
    [
      'administrator',
      'libraryAdministrator',
      'privacyOfficer',
      'referrer',
      'partner',
      'serviceProvider',
    ] as const
  ).map((person) => ({ name: `start of a ${person}`, path: '/start', person })),
  { name: 'sign in', path: '/inloggen' },
  { name: 'sign in, empty', path: '/inloggen', state: submitEmpty },
  { name: 'guide', path: '/uitleg' },
  { name: 'not found', path: '/nergens' },
  { name: 'not allowed', path: '/balie', person: 'official' },
  { name: 'desk form', path: '/balie', person: 'coordinator' },
  { name: 'desk form, everything open', path: '/balie', person: 'coordinator', state: openAll },
  {
    name: 'desk form, pop-up',
    path: '/balie',
    person: 'employee',
    state: async (page) => void (await page.locator('#desk').selectOption(server.world.popUpDesk)),
  },
  { name: 'desk form, of the national form', path: '/balie', person: 'otherEmployee', state: openAll },
  { name: 'desk form, errors', path: '/balie', person: 'coordinator', state: submitEmpty },
  {
    name: 'desk form, searching',
    path: '/balie',
    person: 'coordinator',
    state: async (page) => {
      await page.locator('#topic-search').pressSequentially('toes')
      await page.locator('#topic-search-list [role=option]').first().waitFor()
    },
  },
  {
    name: 'desk form, saved',
    path: '/balie',
    person: 'volunteer',
    state: async (page) => {
      await page.waitForFunction(() => document.activeElement?.id === 'topic-0')
      for (const key of ['1', '1', 'Enter']) await page.keyboard.press(key)
      await page.getByText('Opgeslagen: ').waitFor()
    },
  },
  { name: 'rush', path: '/balie/druk', person: 'coordinator' },
  { name: 'tally', path: '/balie/turflijst', person: 'coordinator' },
  { name: 'registrations', path: '/balie/registraties', person: 'coordinator' },
  { name: 'registrations, none', path: '/balie/registraties', person: 'otherEmployee' },
  { name: 'registrations of the week', path: '/balie/registraties?periode=week', person: 'coordinator' },
  { name: 'correct', path: `/balie/contacten/${contact}`, person: 'coordinator' },
  { name: 'on this device', path: '/balie/wachtrij', person: 'coordinator' },
  { name: 'hours of all desks', path: '/balie/openingstijden', person: 'manager' },
  { name: 'hours', path: hours.desk, person: 'manager' },
  { name: 'hours of a pop-up', path: hours.popUp, person: 'manager' },
  { name: 'hours, week', path: `${hours.desk}/week/nieuw`, person: 'coordinator', state: openAll },
  { name: 'hours, another week', path: hours.week, person: 'coordinator' },
  {
    name: 'hours, week, errors',
    path: `${hours.desk}/week/nieuw`,
    person: 'coordinator',
    state: async (page) => {
      await page.locator('#times-0').fill('di-vr 13-11')
      await submitEmpty(page)
    },
  },
  {
    name: 'hours, period, errors',
    path: `${hours.desk}/week/nieuw?soort=periode`,
    person: 'coordinator',
    state: submitEmpty,
  },
  { name: 'hours, week to remove', path: `${hours.week}/verwijderen`, person: 'coordinator' },
  { name: 'hours, closure', path: hours.closure, person: 'coordinator' },
  {
    name: 'hours, closure, errors',
    path: `${hours.desk}/dicht/nieuw`,
    person: 'coordinator',
    state: submitEmpty,
  },
  { name: 'hours, holidays', path: `${hours.desk}/feestdagen`, person: 'manager' },
  { name: 'hours, stop', path: `${hours.popUp}/haltes/nieuw`, person: 'manager', state: openAll },
  { name: 'hours, stop, errors', path: `${hours.popUp}/haltes/nieuw`, person: 'manager', state: submitEmpty },
  { name: 'hours, taken from another desk', path: `${hours.popUp}/overnemen`, person: 'manager' },
  {
    name: 'hours, changed meanwhile',
    path: hours.week,
    person: 'coordinator',
    state: async (page) => {
      await page.evaluate(() => document.querySelector('input[name=version]')?.setAttribute('value', '9'))
      await page.locator('#times-0').fill('ma 9-10')
      await submitEmpty(page)
    },
  },
  { name: 'corrections', path: '/beheer/correcties', person: 'manager' },
  { name: 'organisations', path: '/beheer/organisaties', person: 'administrator' },
  { name: 'organisation, new', path: '/beheer/organisaties/nieuw', person: 'administrator' },
  {
    name: 'organisation, errors',
    path: '/beheer/organisaties/nieuw?soort=bibliotheek',
    person: 'administrator',
    state: submitEmpty,
  },
  { name: 'organisation', path: `/beheer/organisaties/${server.world.library}`, person: 'administrator' },
  { name: 'desks', path: '/beheer/informatiepunten', person: 'manager' },
  { name: 'desk, new', path: '/beheer/informatiepunten/nieuw', person: 'manager' },
  { name: 'desk', path: `/beheer/informatiepunten/${server.world.popUpDesk}`, person: 'manager' },
  { name: 'desk, errors', path: '/beheer/informatiepunten/nieuw', person: 'manager', state: submitEmpty },
  { name: 'desk of which all is said', path: desks.full, person: 'manager' },
  {
    name: 'desk at another address',
    path: desks.full,
    person: 'manager',
    state: async (page) => {
      await page.locator('#street').fill('Stadsring')
      await submitEmpty(page)
    },
  },
  {
    name: 'desk, changed meanwhile',
    path: desks.full,
    person: 'manager',
    state: async (page) => {
      await server.owner.query(
        `update desks.desks set languages = '{tr}', note = 'Bel aan.' where host is not null`,
      )
      await page.locator('#note').fill('Om de hoek.')
      await submitEmpty(page)
    },
  },
  { name: 'desk to close', path: `${desks.mother}/sluiten`, person: 'manager' },
  { name: 'desk to close, errors', path: `${desks.mother}/sluiten`, person: 'manager', state: submitEmpty },
  { name: 'desk, closed', path: desks.closed, person: 'manager' },
  { name: 'places', path: desks.places, person: 'manager' },
  { name: 'places, errors', path: desks.places, person: 'manager', state: submitEmpty },
  { name: 'place', path: `${desks.places}/${server.world.places[0]}`, person: 'manager' },
  { name: 'branches', path: '/beheer/vestigingen', person: 'administrator' },
  { name: 'branch, new', path: '/beheer/vestigingen/nieuw', person: 'manager' },
  { name: 'branch, errors', path: '/beheer/vestigingen/nieuw', person: 'manager', state: submitEmpty },
  { name: 'branch', path: desks.branch, person: 'manager' },
  { name: 'import of branches', path: '/beheer/inlezen/vestigingen', person: 'manager' },
  { name: 'people', path: '/beheer/mensen', person: 'manager' },
  { name: 'person, new', path: '/beheer/mensen/nieuw', person: 'manager' },
  { name: 'person, errors', path: '/beheer/mensen/nieuw', person: 'manager', state: submitEmpty },
  { name: 'person', path: `/beheer/mensen/${server.world.accounts.volunteer}`, person: 'manager' },
  { name: 'role', path: `/beheer/mensen/${server.world.accounts.volunteer}/taken/nieuw`, person: 'manager' },
  { name: 'audit', path: '/beheer/logboek', person: 'manager' },
  { name: 'imports', path: '/beheer/inlezen', person: 'administrator' },
  { name: 'import of libraries', path: '/beheer/inlezen/bibliotheken', person: 'administrator' },
  { name: 'import of desks', path: '/beheer/inlezen/informatiepunten', person: 'manager' },
  { name: 'imports of a library', path: '/beheer/inlezen', person: 'manager' },
  { name: 'import of history', path: '/beheer/inlezen/hulpcontacten', person: 'manager' },
  {
    name: 'import of history, errors',
    path: '/beheer/inlezen/hulpcontacten',
    person: 'manager',
    state: submitEmpty,
  },
  { name: 'import, being read', path: imports.reading, person: 'manager' },
  { name: 'import, columns', path: imports.columns, person: 'manager' },
  {
    name: 'import, columns, errors',
    path: imports.columns,
    person: 'manager',
    state: async (page) => {
      await page.locator('#column-0').selectOption('')
      await submitEmpty(page)
    },
  },
  { name: 'import, answers', path: imports.answers, person: 'manager', state: openAll },
  { name: 'import, answers, errors', path: imports.answers, person: 'manager', state: submitEmpty },
  { name: 'import, being checked', path: imports.checking, person: 'manager' },
  { name: 'import, preview', path: imports.preview, person: 'manager' },
  { name: 'import, mend', path: `${imports.preview}/regels/3`, person: 'manager', state: openAll },
  { name: 'import, failed', path: imports.failed, person: 'manager', state: openAll },
  { name: 'import, done', path: imports.done, person: 'manager' },
  { name: 'import, undo', path: `${imports.done}/ongedaan`, person: 'manager' },
  { name: 'import, undone', path: imports.undone, person: 'manager' },
  { name: 'figures, none', path: '/sturing?periode=vorig-jaar', person: 'manager' },
  { name: 'figures', path: '/sturing', person: 'manager', state: openAll },
  { name: 'figures of a municipality', path: '/sturing', person: 'official', state: openAll },
  { name: 'figures of the nation', path: '/sturing', person: 'analyst', state: openAll },
  { name: 'contacts behind a figure', path: '/sturing/hulpcontacten?deel=contacts', person: 'manager' },
  ...coverageStates(branch, openAll),
  { name: 'opening hours of an area', path: '/sturing/openingstijden', person: 'manager', state: openAll },
  { name: 'own account', path: '/mijn-account', person: 'volunteer' },
]

async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  const results = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } }
    return await axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
  })
  return results.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))
}

/** Text spacing of WCAG 1.4.12, by the stylesheet itself: a style element would be refused by the policy. */
async function spaceText(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
    )
    document.adoptedStyleSheets = [sheet]
  })
}

const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
const titles = new Map<string, string>()

describe.each(pages)('$name', ({ name, path, person, state }) => {
  test('has no barrier on a phone and on a desk, fits at 320 px, and asks nothing from elsewhere', async () => {
    const context = await browser.newContext({ locale: 'nl-NL', viewport: { width: 1280, height: 800 } })
    if (person) await server.signIn(context, person)
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => {
      // The page itself is refused, which is what it is about.
      if (message.type() === 'error' && !/status of (403|404|409|422)/.test(message.text()))
        complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== server.origin) complaints.push(`asks ${request.url()}`)
    })
    const response = await page.goto(`${server.origin}${path}`)
    const html = (await response?.text()) ?? ''
    if (state) await state(page)

    // As high as the page: what lies below the foot bar at one moment is a scroll away, which axe cannot know.
    await page.setViewportSize({ width: 1280, height: 5_000 })
    expect(await barriers(page)).toEqual([])
    await page.setViewportSize({ width: 320, height: 9_000 })
    expect(await barriers(page)).toEqual([])
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await sideways(page), 'sideways at 320 px').toBeLessThanOrEqual(0)
    await spaceText(page)
    expect(await sideways(page), 'sideways with spaced text').toBeLessThanOrEqual(0)
    expect(complaints).toEqual([])

    expect(await page.locator('main h1').count(), 'one first heading').toBe(1)
    expect(
      await page.locator('[placeholder], button[type=submit]:disabled, [required], [style]').count(),
    ).toBe(0)
    const title = await page.title()
    titles.set(name, title)
    if (state === submitEmpty && path !== '/balie') expect(title).toMatch(/^Fout: /)
    expect(await htmlProblems(html)).toEqual([])
    await context.close()
  })
})

test('every place has a title of its own', () => {
  // The same address as somebody else is the same place.
  const byPath = new Map(
    pages
      .filter(({ state, name }) => !state && !/none|week/.test(name))
      .map(({ path, name }) => [path, titles.get(name)]),
  )
  const places = [...byPath.values()]
  expect(places.filter((title, index) => places.indexOf(title) !== index)).toEqual([])
})

describe('with the keyboard alone', () => {
  test.each(['/balie/registraties', '/balie'])(
    'on %s the first Tab offers to skip to the content, and focus is always to be seen',
    async (path) => {
      const context = await browser.newContext({ locale: 'nl-NL', viewport: { width: 1280, height: 800 } })
      await server.signIn(context, 'manager')
      const page = await context.newPage()
      await page.goto(`${server.origin}${path}`)
      await page.waitForTimeout(500)
      // From the top of the page, wherever its script put the cursor.
      await page.evaluate(() => {
        document.body.tabIndex = -1
        document.body.focus()
        document.body.removeAttribute('tabindex')
      })
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main')
      await page.keyboard.press('Enter')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
      for (let step = 0; step < 25; step++) {
        await page.keyboard.press('Tab')
        const seen = await page.evaluate(() => {
          const element = document.activeElement as HTMLElement
          if (element === document.body) return true
          const marked = element.matches('.balie-choice__control')
            ? (element.nextElementSibling as HTMLElement)
            : element
          const { outlineStyle, outlineWidth } = getComputedStyle(marked)
          const { top, bottom } = marked.getBoundingClientRect()
          return (
            outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && bottom > 0 && top < innerHeight
          )
        })
        expect(seen, await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200))).toBe(true)
      }
      await context.close()
    },
  )
})
