import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { countContacts } from '../../../../tests/support/count-contacts.ts'
import { addHistory } from '../../../../tests/support/history.ts'
import { hiddenField } from '../../../../tests/support/send-file.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import type { Person } from '../../../../tests/support/world.ts'
import {
  proveDesk,
  proveLibrary,
  proveMunicipality,
  proveNation,
  proveRegion,
} from '../../../platform/auth/scope.ts'
import { firstDayOf, lastDayOf } from '../../../platform/time/local-month.ts'
import type { Area, FiguresScope } from '../area.ts'
import { monthsOf } from '../period.ts'
import { readFigures } from './read-figures.query.ts'

const { as, database, owner, world, runJobs } = await testApp()
await addHistory(owner, world)
await owner.query(`insert into organisations.support_institution_provinces values ($1, 'PV26')`, [
  world.support,
])
await runJobs()
const everyDay = { from: '2024-10-01', until: '2026-11-24' }
const year = 'periode=vorig-jaar'
const paid: Area = { level: 'financed', key: 'GM0307' }
const ofPaid = 'gebied=betaald:GM0307'

/** A library says on the form of its desk who pays for it. */
async function say(person: Person, desk: string, municipality: string, financiers: string[]): Promise<void> {
  const browser = await as(person)
  const address = `/beheer/informatiepunten/${desk}`
  const shown = hiddenField(await (await browser.get(address)).text(), 'shown')
  const { rows } = await owner.query('select name from desks.desks where id = $1', [desk])
  const fields = { shown, name: rows[0].name, kind: 'library', municipality, financiers }
  expect((await browser.post(address, fields)).status).toBe(303)
}

/** Amersfoort pays for a desk of its own and for one in Utrecht, for which Utrecht pays too. */
beforeEach(async () => {
  await say('manager', world.desk, 'GM0307', ['GM0307'])
  await say('otherManager', world.otherDesk, 'GM0344', ['GM0307', 'GM0344'])
})
afterEach(() => owner.query('delete from desks.financiers'))

describe('what a municipality pays for', () => {
  test('is one more area of its official: the desks it pays for, wherever they stand, each contact once', async () => {
    const official = await as('official')
    const html = await (await official.get(`/sturing?${ofPaid}&${year}`)).text()
    expect(html).toContain('Cijfers van wat gemeente Amersfoort betaalt')
    const { rows } = await owner.query(
      `select count(*)::int as contacts from contacts.contacts
       where desk_id in ($1, $2) and occurred_on between '2025-01-01' and '2025-12-31' and deleted_at is null`,
      [world.desk, world.otherDesk],
    )
    expect(rows[0].contacts).toBeGreaterThan(100)
    const number = /<dt>Hulpcontacten<\/dt><dd[^>]*>([\d.]+)/.exec(html)?.[1]?.replace('.', '')
    expect(Number(number)).toBe(rows[0].contacts)
    const table =
      /<table[^>]*>\s*<caption[^>]*id="desks-table-caption"[\s\S]*?<\/table>/.exec(html)?.[0] ?? ''
    expect(table).toContain('Eemdal Centrum')
    expect(table).toContain('Domstad (staat in Utrecht)')
    expect(html.indexOf('id="desks"')).toBeLessThan(html.indexOf('id="channel"'))
    expect(table).not.toContain('Eemdal Noord')
    const listed = [...html.matchAll(/<option value="([^"]*:GM\d{4})"/g)].map(([, value]) => value)
    expect(listed).toEqual(['gemeente:GM0307', 'betaald:GM0307'])
  })

  test('is no area of its own while all of it stands in the municipality, or nobody has said who pays', async () => {
    for (const financiers of [['GM0344'], []]) {
      await say('otherManager', world.otherDesk, 'GM0344', financiers)
      expect(await (await (await as('official')).get('/sturing')).text()).not.toContain('betaald:')
    }
    const html = await (
      await (await as('official')).get(`/sturing?${ofPaid}&van=2020-01-01&tot=2020-01-31`)
    ).text()
    expect(html).toContain('Er is in deze periode niets geregistreerd.')
  })

  test.each([
    ['official', 'betaald:GM0344', 403],
    ['official', 'betaald:GM0014', 403],
    ['manager', 'betaald:GM0307', 403],
    ['coordinator', 'betaald:GM0307', 403],
    ['adviser', 'betaald:GM0307', 403],
    ['administrator', 'betaald:GM0307', 403],
    ['official', 'betaald:GM0307', 200],
    ['analyst', 'betaald:GM0344', 200],
  ] as const)('for a %s: %s is answered with %i', async (person, area, status) => {
    const browser = await as(person)
    for (const page of ['/sturing', '/sturing/cijfers.csv', '/sturing/cijfers.xlsx'])
      expect([page, (await browser.get(`${page}?gebied=${area}&${year}`)).status]).toEqual([page, status])
  })

  test('leads to no contacts', async () => {
    for (const person of ['official', 'manager'] as const) {
      const response = await (await as(person)).get(`/sturing/hulpcontacten?${ofPaid}&${year}&deel=contacts`)
      expect(response.status).toBe(403)
    }
  })
})

describe('of what a municipality pays for is told nothing of what people asked, nor of who they were', () => {
  const narrowed = [
    '',
    '&onderwerp=digid',
    '&groep=digital-government',
    '&organisatie=uwv',
    '&hulp=help-brochure',
  ]
  const told = [
    'Totaal',
    'Waar of hoe',
    'Duur van het gesprek',
    'Tevreden',
    'Tijd tot registreren',
    'Informatiepunt',
    'Manier van registreren',
  ]
  const secret =
    /digid|paspoort|toeslag|belasting|rijbewijs|folder|samen gedaan|cursus|help-|age-|18 tot|65 jaar|gender-|vrouw|moedertaal|language-|home:|Bunschoten/i

  test.each(narrowed)('the page, asked with "%s"', async (query) => {
    const html = await (await (await as('official')).get(`/sturing?${ofPaid}&${year}${query}`)).text()
    const words = html.slice(html.indexOf('</form>')).replace(/<[^>]*>/g, ' ')
    expect(words).toContain('Niet waar ze voor kwamen, en niet wie ze zijn.')
    expect(words).not.toMatch(secret)
    const shown = [...html.matchAll(/class="balie-figure-panel" id="([a-z]+)"/g)].map(([, name]) => name)
    expect(shown).toEqual(['months', 'desks', 'counted', 'delay', 'channel', 'duration', 'satisfied'])
  })

  test.each(narrowed)('CSV, asked with "%s"', async (query) => {
    const text = await (
      await (await as('official')).get(`/sturing/cijfers.csv?${ofPaid}&${year}${query}`)
    ).text()
    const [, ...lines] = text.trim().split('\r\n')
    expect(lines.filter((line) => line.includes(';contacts;'))).toHaveLength(12)
    expect([...new Set(lines.map((line) => line.split(';')[2]))]).toEqual(told)
    expect(text).not.toMatch(secret)
  })

  test.each(narrowed)('xlsx, asked with "%s"', async (query) => {
    const response = await (await as('official')).get(`/sturing/cijfers.xlsx?${ofPaid}&${year}${query}`)
    const { sheets } = await readXlsx(new Uint8Array(await response.arrayBuffer()))
    expect(sheets.map(({ name }) => name)).toEqual(['Toelichting', 'Per maand', ...told.slice(1)])
    expect(JSON.stringify(sheets.map(({ rows }) => rows))).not.toMatch(secret)
  })
})

test.each(['', '&kanaal=channel-phone', '&onderwerp=digid'])(
  'nor what was asked together, asked with "%s"; the hours and the comparison tell nothing of it either',
  async (query) => {
    const official = await as('official')
    const together = await official.get(`/sturing/samenhang?${ofPaid}&${year}${query}`)
    expect(together.status).toBe(200)
    const html = await together.text()
    expect(html).toContain('Niet waar ze voor kwamen, en niet wie ze zijn.')
    expect(html).not.toContain('-table"')
    const file = await official.get(`/sturing/samenhang.csv?${ofPaid}&${year}${query}`)
    expect([file.status, file.headers.get('location')?.split('?')[0]]).toEqual([303, '/sturing/samenhang'])
    for (const page of ['drukte', 'drukte.csv', 'vergelijken']) {
      const text = await (await official.get(`/sturing/${page}?${ofPaid}&${year}${query}`)).text()
      expect(text.slice(text.lastIndexOf('</form>')).replace(/<[^>]*>/g, ' ')).not.toMatch(
        /digid|age-|vrouw/i,
      )
    }
  },
)

describe('the figures of what a municipality pays for', () => {
  const read = (scope: FiguresScope, area: Area, period = everyDay) =>
    database.read(scope, async (db) =>
      Object.fromEntries((await readFigures(db, scope, area, period)).byMonth),
    )

  test('are what the contacts come to, whoever pays for what, in any months', async () => {
    const desks = [world.desk, world.secondDesk, world.popUpDesk, world.otherDesk]
    const codes = ['GM0307', 'GM0344', 'GM0327']
    const all = monthsOf(everyDay)
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.tuple(fc.constantFrom(...desks), fc.constantFrom(...codes)), {
          maxLength: desks.length * codes.length,
          selector: (pair) => pair.join(),
        }),
        fc.tuple(fc.nat(all.length - 1), fc.nat(all.length - 1)),
        async (paying, [one, other]) => {
          await owner.query('delete from desks.financiers')
          for (const pair of paying) await owner.query('insert into desks.financiers values ($1, $2)', pair)
          const months = all.slice(Math.min(one, other), Math.max(one, other) + 1)
          const [first, last] = [months[0] ?? '', months.at(-1) ?? '']
          const period = { from: firstDayOf(first), until: lastDayOf(last) }
          for (const key of codes) {
            const area: Area = { level: 'financed', key }
            const counted = Object.entries(await countContacts(owner, area))
            expect(await read(proveMunicipality(world.accounts.official, [key]), area, period)).toEqual(
              Object.fromEntries(counted.filter(([month]) => months.includes(month))),
            )
          }
        },
      ),
      { numRuns: 12 },
    )
  }, 120_000)

  test('hold what was registered a moment ago, and no longer what was taken away', async () => {
    const official = proveMunicipality(world.accounts.official, ['GM0307'])
    const contacts = async () => (await read(official, paid))['2026-11']?.contacts ?? 0
    const before = await contacts()
    const coordinator = await as('coordinator')
    const id = '0193a1b2-0000-7000-8000-00000000feed'
    const sent = {
      id,
      desk: world.desk,
      channel: 'channel-desk',
      'occurred-at': '2026-11-24T08:59:00Z',
      'topic-0': 'digid',
    }
    await coordinator.post('/balie/druk', sent)
    expect(await contacts()).toBe(before + 1)
    await coordinator.post(`/balie/contacten/${id}/verwijderen`, {})
    expect(await contacts()).toBe(before)
  })

  test('are nothing below the page either, for whoever the municipality is not', async () => {
    const { official, manager, coordinator, adviser, analyst } = world.accounts
    expect(await read(proveMunicipality(official, ['GM0307']), paid)).not.toEqual({})
    expect(await read(proveNation(analyst), paid)).not.toEqual({})
    for (const scope of [
      proveMunicipality(official, ['GM0344']),
      proveDesk(coordinator, world.library, world.desk),
      proveLibrary(manager, world.library, [world.desk]),
      proveRegion(adviser, ['PV26'], []),
    ])
      expect([scope.kind, await read(scope, paid)]).toEqual([scope.kind, {}])
  })
})
