import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { addCoverage } from '../../../../tests/support/coverage-world.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import type { Person } from '../../../../tests/support/world.ts'

const { as, owner, world, runJobs } = await testApp()

const page = async (person: Person, query = ''): Promise<string> => {
  const response = await (await as(person)).get(`/sturing/bereik${query}`)
  expect(response.status).toBe(200)
  return response.text()
}
const textOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replace(/\s+/g, ' ')
/** The first cells of the rows of a table. */
const namesIn = (html: string, id: string): string[] => {
  const table = html.slice(html.indexOf(`id="${id}"`)).split('</section>')[0] ?? ''
  return [...table.matchAll(/<th[^>]*scope="row"[^>]*>(.*?)<\/th>/g)].map(([, cell = '']) =>
    textOf(cell).trim(),
  )
}

test('before the worker has begun the page says so', async () => {
  expect(await page('analyst')).toContain('Het bereik wordt nu berekend.')
})

describe('the reach', () => {
  test('of the nation tells how many live near a desk, by province, and where there is none', async () => {
    await addCoverage(owner, world)
    await runJobs()
    const html = await page('analyst')
    expect(html).toContain('Bereik van informatiepunten in Nederland')
    expect(textOf(html)).toMatch(
      /\d % van de inwoners woont binnen 5 km van een informatiepunt\. In 340 gemeenten staat er geen\./,
    )
    expect(namesIn(html, 'provincies')).toHaveLength(13)
    // The farthest first: what lies in the north-east is far from Amersfoort.
    expect(namesIn(html, 'zonder')).toHaveLength(25)
    expect(namesIn(html, 'zonder')[0]).toBe('Eemsdelta')
    expect(html.match(/<path class="balie-area-map__area/g)?.length).toBeGreaterThan(335)
  })

  test('of the nation shows its municipalities when they are asked for: they are most of the page', async () => {
    const html = await page('analyst', '?afstand=10')
    expect(html).not.toContain('id="gemeenten"')
    expect(html.length).toBeLessThan(170_000)
    const link = /href="\/sturing\/bereik(\?[^"#]*)#gemeenten"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
    const all = await page('analyst', link)
    expect(namesIn(all, 'gemeenten')).toHaveLength(343)
    expect(namesIn(all, 'zonder')).toHaveLength(340)
    expect(html).toMatch(/href="[^"]*#zonder">Bekijk alle 340 gemeenten zonder informatiepunt</)
    expect(all).toContain('<option value="10" selected')
  })

  test('opens on one’s own: the nation, a province, a municipality, or where one’s desk stands', async () => {
    await owner.query(`insert into organisations.support_institution_provinces values ($1, 'PV26')`, [
      world.support,
    ])
    for (const [person, title] of [
      ['analyst', 'in Nederland'],
      ['adviser', 'in de provincie Utrecht'],
      ['official', 'in de gemeente Amersfoort'],
      ['volunteer', 'in de gemeente Amersfoort'],
      ['manager', 'in de gemeente Amersfoort'],
      ['otherEmployee', 'in de gemeente Utrecht'],
    ] as const)
      expect(await page(person), person).toContain(`Bereik van informatiepunten ${title}`)
  })

  test('opens where one’s desk stands today, when it was written down in a municipality that ended', async () => {
    await owner.query(
      `insert into organisations.municipalities (code, name, province_code, province, valid_from, valid_until, successor_code)
       values ('GM9801', 'Vroeger', 'PV26', 'Utrecht', '2000-01-01', '2026-01-01', 'GM0307')`,
    )
    const standsIn = (code: string) =>
      owner.query('update desks.desks set municipality_code = $1 where id = $2', [code, world.desk])
    await standsIn('GM9801')
    expect(await page('volunteer')).toContain('in de gemeente Amersfoort')
    await standsIn('GM0307')
  })

  test('of another area is for everybody with figures, and for nobody else', async () => {
    expect(await page('volunteer', '?gebied=gemeente:GM0321')).toContain('in de gemeente Houten')
    for (const person of ['referrer', 'administrator', 'partner'] as const)
      expect((await (await as(person)).get('/sturing/bereik')).status).toBe(403)
  })

  test('of a municipality tells how far each postcode is, the farthest first, and which desk is nearest', async () => {
    const html = await page('official')
    const table = textOf(html.slice(html.indexOf('id="postcodes"')).split('</section>')[0] ?? '')
    expect(table).toMatch(/3825 Amersfoort [\d.]+ 0 km Eemdal Noord/)
    const distances = [...table.matchAll(/([\d,]+) km/g)].map(([, number = '']) =>
      Number(number.replace(',', '.')),
    )
    expect(distances).toEqual(distances.toSorted((one, other) => other - one))
    expect(html).toMatch(/balie-area-map__chosen"/)
    expect(html.match(/balie-area-map__point" cx="\d+/g)).toHaveLength(4)
  })

  test('of a municipality without a desk tells which across the border is nearest', async () => {
    expect(textOf(await page('analyst', '?gebied=gemeente:GM0321'))).toMatch(
      /In Houten staat geen informatiepunt\. Het dichtstbijzijnde is Domstad \(Utrecht\), gemiddeld [78](,\d)? km ver\./,
    )
  })

  test('is put in order by the links in the headings', async () => {
    const html = await page('adviser', '?volgorde=inwoners')
    expect(namesIn(html, 'gemeenten').slice(0, 2)).toEqual(['Utrecht', 'Amersfoort'])
    expect(html).toContain('aria-sort="descending"')
    expect(namesIn(await page('adviser'), 'gemeenten').slice(0, 3)).toEqual(['Amersfoort', 'Baarn', 'Bunnik'])
    expect(namesIn(await page('adviser', '?volgorde=informatiepunten'), 'gemeenten').at(-2)).toBe(
      'Amersfoort',
    )
  })

  test('says so when it is not known where a desk stands', async () => {
    expect(textOf(await page('analyst'))).not.toContain('niet bekend waar')
    await owner.query('update desks.desks set latitude = null, longitude = null where id = $1', [
      world.secondDesk,
    ])
    await runJobs()
    expect(textOf(await page('analyst'))).toContain('Van één informatiepunt is niet bekend waar het staat.')
    // Who keeps the desks of the library is led there; others read which one it is.
    const link = `<a class="nl-link" href="/beheer/informatiepunten/${world.secondDesk}">Eemdal Noord</a>`
    expect(await page('manager')).toContain(link)
    const official = await page('official')
    expect(official).toContain('<li>Eemdal Noord</li>')
    expect(official).not.toContain('/beheer/informatiepunten/')
    expect(await page('manager', '?gebied=gemeente:GM0344')).not.toContain('Eemdal Noord</')
    await owner.query(`update desks.desks set postcode = '3825 AA' where id = $1`, [world.secondDesk])
    await runJobs()
    expect(textOf(await page('analyst'))).not.toContain('niet bekend waar')
  })

  test.each(['?gebied=gemeente:GM9999', '?gebied=provincie:PV99'])('%s does not exist', async (query) => {
    expect((await (await as('analyst')).get(`/sturing/bereik${query}`)).status).toBe(404)
  })

  test.each([
    ['nonsense', '?gebied=onzin'],
    ['a library', `?gebied=bibliotheek:${world.library}`],
    ['a distance and an order that are none', '?afstand=3&volgorde=kleur'],
    ['10,000 characters', `?gebied=${'x'.repeat(10_000)}`],
  ])('of %s is the usual', async (_, query) => {
    expect(await page('analyst', query)).toContain('in Nederland')
  })

  test('is there as a file: every area, with the numbers of the page', async () => {
    const response = await (await as('volunteer')).get('/sturing/bereik.csv')
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="bereik-2026-11-24.csv"')
    const rows = parse<Record<string, string>>(await response.text(), {
      columns: true,
      delimiter: ';',
      bom: true,
    })
    expect(rows).toHaveLength(1 + 12 + 342)
    const sum = (level: string, column: string): number =>
      rows.filter((row) => row.Niveau === level).reduce((total, row) => total + Number(row[column]), 0)
    for (const column of [
      'Inwoners',
      'Inwoners binnen 2 km',
      'Inwoners binnen 5 km',
      'Inwoners binnen 10 km',
      'Informatiepunten',
    ]) {
      expect(sum('Gemeente', column)).toBe(sum('Land', column))
      expect(sum('Provincie', column)).toBe(sum('Land', column))
    }
    expect(rows.find((row) => row.Code === 'GM0321')).toMatchObject({
      Gebied: 'Houten',
      Informatiepunten: '0',
      'Dichtstbijzijnde informatiepunt': 'Domstad',
    })
  })
})
