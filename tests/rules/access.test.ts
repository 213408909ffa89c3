import { describe, expect, test } from 'vitest'
import { routesOf } from '../../src/app.ts'
import { agreementsPermissions } from '../../src/capabilities/agreements/public.ts'
import { contactsPermissions } from '../../src/capabilities/contacts/public.ts'
import { desksPermissions } from '../../src/capabilities/desks/public.ts'
import { directoryPermissions } from '../../src/capabilities/directory/public.ts'
import { fundingPermissions } from '../../src/capabilities/funding/public.ts'
import { goalsPermissions } from '../../src/capabilities/goals/public.ts'
import { listsPermissions } from '../../src/capabilities/lists/public.ts'
import { municipalRolesPermissions } from '../../src/capabilities/municipal-roles/public.ts'
import { noticesPermissions } from '../../src/capabilities/notices/public.ts'
import { organisationsPermissions } from '../../src/capabilities/organisations/public.ts'
import { peoplePermissions } from '../../src/capabilities/people/public.ts'
import { referralsPermissions } from '../../src/capabilities/referrals/public.ts'
import { reportsPermissions } from '../../src/capabilities/reports/public.ts'
import { signalsPermissions } from '../../src/capabilities/signals/public.ts'
import { triagePermissions } from '../../src/capabilities/triage/public.ts'
import { publicLanguages, publicPath } from '../../src/platform/i18n/public-language.ts'
import { filesIn, isTest } from '../support/source-files.ts'
import { testApp } from '../support/test-app.ts'
import type { Person } from '../support/world.ts'

const { as, anonymous, database, owner } = await testApp()
const assets = { folder: '', version: '', files: {}, imports: {} }
const routes = routesOf({ demo: false, assets, database })
const permissions = {
  ...contactsPermissions,
  ...desksPermissions,
  ...directoryPermissions,
  ...listsPermissions,
  ...noticesPermissions,
  ...signalsPermissions,
  ...fundingPermissions,
  ...goalsPermissions,
  ...agreementsPermissions,
  ...municipalRolesPermissions,
  ...organisationsPermissions,
  ...peoplePermissions,
  ...referralsPermissions,
  ...reportsPermissions,
  ...triagePermissions,
}

/** What each role may do, written down a second time, by hand: a change in a permission must be meant twice. */
const desk = [
  'contacts.register',
  'reports.open',
  'reports.read-desk',
  'triage.see',
  'directory.read',
  'directory.read-agreements',
  'referrals.refer',
  'notices.read',
  'signals.report',
]
const coordinator = [
  ...desk,
  'contacts.oversee',
  'contacts.export',
  'reports.open-contacts',
  'reports.write-report',
  'desks.keep-hours',
  'triage.open',
  'triage.read-desk',
  'triage.answer',
  'people.record-statements',
  'directory.keep',
  'directory.open-keeping',
  'referrals.arrange',
  'referrals.read-desk',
  'referrals.open-figures',
  'municipal-roles.meet',
]
const administration = ['desks.administer', 'people.administer', 'people.read-audit']
const manager = [
  'contacts.set-correction-term',
  'contacts.import',
  'contacts.export-library',
  'reports.read-library',
  'triage.read-library',
  'reports.hand-in-monitor',
  'lists.choose-form',
  'lists.manage',
  'directory.import',
  'referrals.read-library',
  'referrals.set-retention',
  'funding.confirm',
  'goals.read-library',
  'agreements.read-library',
  'municipal-roles.speak-for-library',
]
const outside = ['directory.read', 'referrals.answer', 'referrals.send']
const own = ['people.change-own-account']
const may: Record<Person, readonly string[]> = {
  volunteer: [...own, ...desk],
  employee: [...own, ...desk],
  coordinator: [...own, ...coordinator],
  manager: [...own, ...coordinator, ...administration, ...manager],
  privacyOfficer: [...own, 'people.read-audit', 'referrals.read-log'],
  otherEmployee: [...own, ...desk],
  otherManager: [...own, ...coordinator, ...administration, ...manager],
  official: [
    ...own,
    'reports.open',
    'reports.write-report',
    'reports.read-municipality',
    'directory.read',
    'directory.direct-network',
    'referrals.open-figures',
    'referrals.read-municipality',
    'notices.announce',
    'signals.handle',
    'funding.keep',
    'goals.keep',
    'agreements.keep',
    'municipal-roles.keep',
  ],
  adviser: [...own, 'reports.open', 'reports.write-report', 'reports.read-region', 'directory.read'],
  analyst: [
    ...own,
    'lists.manage',
    'triage.open',
    'triage.read-nation',
    'triage.propose',
    'reports.open',
    'reports.write-report',
    'reports.read-nation',
    'directory.read',
    'directory.keep-nation',
    'directory.open-keeping',
    'referrals.open-figures',
    'referrals.read-nation',
  ],
  referrer: [...own, ...outside],
  partner: [...own, ...outside],
  serviceProvider: [...own, ...outside],
  libraryAdministrator: [
    ...own,
    ...administration,
    'desks.keep-hours',
    'contacts.set-correction-term',
    'lists.choose-form',
    'lists.manage',
    'directory.read',
    'directory.keep',
    'directory.open-keeping',
    'directory.import',
    'referrals.set-retention',
  ],
  administrator: [
    ...own,
    ...administration,
    'people.read-post',
    'funding.administer',
    'lists.manage',
    'organisations.administer',
    'directory.read',
    'directory.keep-nation',
    'directory.open-keeping',
    'directory.import',
    'referrals.set-retention',
  ],
}
const people = Object.keys(may) as Person[]
const guarded = routes.flatMap((route) =>
  'permission' in route.access
    ? [{ ...route, verb: route.access.verb, name: `${route.method} ${route.path}` }]
    : [],
)
const open = routes.filter((route) => 'anyone' in route.access).map(({ method, path }) => `${method} ${path}`)
const addressOf = (path: string): string => path.replace(/:\w+/g, '0193a1b2-0000-7000-8000-00000000dead')
const browsers = new Map(await Promise.all(people.map(async (person) => [person, await as(person)] as const)))

describe('4. every address', () => {
  test('that is open to anyone is meant to be', () => {
    expect(new Set(open)).toEqual(
      new Set([
        'GET /start',
        'GET /agenda/:token',
        'GET /zoeker.js',
        'GET /kaart.svg',
        'GET /informatiepunten.json',
        'GET /informatiepunt/:desk/openingstijden.json',
        'GET /sitemap.xml',
        'GET /robots.txt',
        'GET /doorverwijzen/aanmelden/:desk',
        'POST /doorverwijzen/aanmelden/:desk',
        'GET /doorverwijzen/aanmelding',
        'POST /doorverwijzen/aanmelding',
        'GET /open-data/landelijk-per-maand.csv',
        'GET /open-data/provincies-per-maand.csv',
        'GET /open-data/gemeenten-per-kwartaal.csv',
        'GET /open-data/gemeenten-per-jaar.csv',
        'GET /open-data/datapackage.json',
        'GET /open-data/dcat.ttl',
        'GET /open-data/api/v1/cijfers',
        'GET /hsds',
        'GET /nog-juist/:token',
        'POST /nog-juist/:token',
        'POST /nog-juist',
        ...['services', 'service_at_locations', 'organizations', 'taxonomies', 'taxonomy_terms'].flatMap(
          (list) => [`GET /hsds/${list}`, `GET /hsds/${list}/:id`],
        ),
        ...publicLanguages.flatMap((language) =>
          [
            'GET /',
            'POST /',
            'GET /informatiepunt/:desk',
            'GET /informatiepunt/:desk/folder',
            'GET /informatiepunt/:desk/agenda.ics',
            'GET /gemeente/:municipality',
            'GET /doorverwijzen',
            'GET /sociale-kaart/:service',
            'GET /voor-websites',
            'GET /open-data',
            'GET /informatiepunt/:desk/afspraak',
            'GET /informatiepunt/:desk/afspraak/maken',
            'POST /informatiepunt/:desk/afspraak/maken',
            'GET /informatiepunt/:desk/bel-mij-terug',
            'POST /informatiepunt/:desk/bel-mij-terug',
            'GET /afspraak',
            'POST /afspraak',
            'GET /afspraak/:token',
            'POST /afspraak/verzetten',
            'POST /afspraak/afzeggen',
            'POST /afspraak/niet-bellen',
            'POST /afspraak/agenda.ics',
            'GET /sociale-kaart/:service/klopt-niet',
            'POST /sociale-kaart/:service/klopt-niet',
            'GET /mijn-doorverwijzing',
            'POST /mijn-doorverwijzing',
            'GET /mijn-doorverwijzing/:token',
            'POST /mijn-doorverwijzing/:token',
          ].map((name) => name.replace(/ (.*)/, (_, path) => ` ${publicPath(language, path)}`)),
        ),
        'GET /antwoord/:token',
        'POST /antwoord/:token',
        'POST /antwoord/:token/tonen',
        'GET /balie/manifest.webmanifest',
        'GET /balie/geen-verbinding',
        'GET /healthz',
        'GET /inloggen',
        'GET /readyz',
        'GET /sw.js',
        'GET /uitleg',
        'POST /inloggen',
        'POST /inloggen/oefenen',
        'POST /taal',
        'POST /uitloggen',
      ]),
    )
  })

  test('under an audience’s prefix asks for a permission', () => {
    const allowed = new Set(['GET /balie/manifest.webmanifest', 'GET /balie/geen-verbinding'])
    expect(
      open.filter(
        (name) => /^\w+ \/(balie|beheer|sturing|samenwerking|mijn-account)/.test(name) && !allowed.has(name),
      ),
    ).toEqual([])
  })

  test.each(guarded)('$name opens for who may, and for nobody else', async ({ method, path, verb }) => {
    const ask = (browser: ReturnType<typeof anonymous>) =>
      method === 'GET' ? browser.get(addressOf(path)) : browser.post(addressOf(path), {})
    for (const person of people) {
      const browser = browsers.get(person)
      if (!browser) continue
      const { status } = await ask(browser)
      // A thing that is not there, or a form that is empty, is answered only to who may ask; 403 for an empty desk is the desk's.
      if (may[person].includes(verb))
        expect(status === 403 && !/POST/.test(method), `${person} ${status}`).toBe(false)
      else expect(status, person).toBe(403)
      expect(status, person).not.toBe(500)
    }
    const stranger = await ask(anonymous())
    expect(method === 'GET' ? stranger.headers.get('location') : stranger.status).toEqual(
      method === 'GET' ? expect.stringMatching(/^\/inloggen\?verder=/) : 401,
    )
  })

  test('every permission is used, by a route or by a handler', () => {
    const code = filesIn('src', /\.tsx?$/)
      .filter((file) => !isTest(file) && !file.path.endsWith('permissions.ts'))
      .map(({ text }) => text)
      .join('\n')
    expect(Object.keys(permissions).filter((verb) => !code.includes(`'${verb}'`))).toEqual([])
  })

  test('answers another method with 405 and what it does take', async () => {
    const response = await anonymous().post('/healthz', {})
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET')
  })
})

describe('every answer', () => {
  test.each(['/', '/inloggen', '/nergens', '/healthz', '/balie'])(
    '%s carries the headers of internet.nl’s test',
    async (path) => {
      const { headers } = await anonymous().get(path)
      const policy = headers.get('content-security-policy') ?? ''
      for (const part of [
        "default-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "object-src 'none'",
      ])
        expect(policy).toContain(part)
      expect(policy).not.toMatch(/unsafe|http:|https:|\*/)
      expect(policy).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/=]{20,}'/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('referrer-policy')).toBe('same-origin')
    },
  )

  test('has a nonce of its own', async () => {
    const nonce = async (): Promise<string> =>
      /nonce-([^']+)/.exec(
        (await anonymous().get('/inloggen')).headers.get('content-security-policy') ?? '',
      )?.[1] ?? ''
    expect(await nonce()).not.toBe(await nonce())
  })

  test('to an unexpected fault tells a reference, and nothing of what went wrong', async () => {
    const browser = await as('volunteer')
    await owner.query('alter table desks.desks rename to desks_away')
    const response = await browser.get('/balie')
    await owner.query('alter table desks.desks_away rename to desks')
    expect(response.status).toBe(500)
    const html = await response.text()
    expect(html).toMatch(/Er ging iets mis bij ons.*[0-9a-f]{8}-[0-9a-f]{4}-/s)
    expect(html).not.toMatch(/relation|desks_away|select|at .*\.ts/)
  })
})
