import { execFileSync } from 'node:child_process'
import ical from 'ical.js'
import { describe, expect, test } from 'vitest'
import { addressOfDesk, giveHours, putOnMap } from '../../../../tests/support/finder-world.ts'
import { testApp } from '../../../../tests/support/test-app.ts'

const { anonymous, clock, owner, world } = await testApp()
await putOnMap(owner, world)
await giveHours(owner, world.desk, [], {
  kind: 'exception',
  name: 'Sinterklaas',
  from: '2026-12-03',
  until: '2026-12-04',
})
const visitor = anonymous()
const address = await addressOfDesk(owner, world.desk)
const page = async (path = address) => (await visitor.get(path)).text()
const text = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

/** In a process of its own: the tool changes built-in objects, and routes are no longer found. */
function checkStructuredData(html: string, schema: string): { failed: number; passed: number } {
  const script = `const { structuredDataTest } = require('structured-data-testing-tool')
    const html = require('node:fs').readFileSync(0, 'utf8')
    const tell = ({ failed, passed }) => process.stdout.write(JSON.stringify({ failed: failed.length, passed: passed.length }))
    structuredDataTest(html, { schemas: ['${schema}'] }).then(tell, ({ res }) => tell(res))`
  return JSON.parse(execFileSync(process.execPath, ['-e', script], { input: html, encoding: 'utf8' }))
}

describe('the page of a desk', () => {
  test('tells the week, what differs, what it does and does not', async () => {
    const html = text(await page())
    expect(html).toContain('Nu open tot 12.00 uur')
    expect(html).toContain('Dinsdag 24 november 09.00–12.00 · zonder afspraak')
    expect(html).toContain('Woensdag 25 november 14.00–15.00 · zonder afspraak · voor jongeren')
    expect(html).toMatch(/Donderdag 3 december \( ?Sinterklaas ?\) ?: Dicht/)
    expect(html).toContain('Dit doen we niet')
    expect(html).not.toContain('Overleg van het team')
  })

  test('stands in each language at its own address, which the others name', async () => {
    const html = await page(`/uk${address}`)
    expect(html).toContain('<html lang="uk" dir="ltr"')
    expect(html).toContain(`<link rel="canonical" href="http://balie.test/uk${address}"`)
    for (const prefix of ['', '/en', '/tr', '/ar', '/pl'])
      expect(html).toContain(`href="http://balie.test${prefix}${address}"`)
  })

  test('under an old name leads to the present one', async () => {
    const code = address.slice(-8)
    const response = await visitor.get(`/pl/informatiepunt/oude-naam-${code}`)
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe(`/pl${address}`)
  })

  test('in capitals leads to the address as it is', async () => {
    const response = await visitor.get(`/informatiepunt/${address.slice(16).toUpperCase()}`)
    expect([response.status, response.headers.get('location')]).toEqual([303, address])
  })

  test.each([
    '/informatiepunt/nergens',
    '/informatiepunt/x-00000000',
    '/informatiepunt/-',
    '/gemeente/nergens',
  ])('%s does not exist', async (path) => expect((await visitor.get(path)).status).toBe(404))

  test('is data for search engines that their tool accepts', async () => {
    const html = await page()
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? ''
    const data = JSON.parse(json)
    expect(data.address.postalCode).toBe('3812 EA')
    expect(checkStructuredData(html, 'Library')).toEqual({ failed: 0, passed: 1 })
    expect(checkStructuredData(html, 'Event').failed).toBe(1)
    expect(data.openingHoursSpecification).toContainEqual(
      expect.objectContaining({ dayOfWeek: 'Tuesday', opens: '09:00', closes: '12:00' }),
    )
    // Who comes at the hour of the staff stands before a closed door.
    expect(JSON.stringify(data)).not.toContain('10:00')
  })

  test('may be kept until the next closing', async () => {
    clock.moveTo('2026-11-24T10:59:30Z')
    const before = await visitor.get(address)
    expect(before.headers.get('cache-control')).toBe('public, max-age=30')
    clock.moveTo('2026-11-24T11:00:00Z')
    expect(text(await page())).toContain('Donderdag open van 18.00 tot 20.00 uur')
    clock.moveTo('2026-11-24T09:00:00Z')
  })

  test('of a desk without hours says so', async () => {
    expect(text(await page(await addressOfDesk(owner, world.secondDesk)))).toContain(
      'Wij kennen de tijden niet',
    )
  })

  test('announces a holiday of weeks as a whole, and the hours of a period', async () => {
    await giveHours(owner, world.desk, [], {
      kind: 'exception',
      name: 'Kerstvakantie',
      from: '2026-12-24',
      until: '2027-01-03',
    })
    await giveHours(owner, world.desk, [{ weekday: 1, opens: 840, closes: 960 }], {
      kind: 'period',
      name: 'Wintertijden',
      from: '2026-12-07',
      until: '2026-12-19',
    })
    const html = text(await page())
    expect(html).toMatch(/Donderdag 24 december tot en met zaterdag 2 januari \( ?Kerstvakantie ?\) ?: Dicht/)
    expect(html).toMatch(
      /Maandag 7 december tot en met vrijdag 18 december \( ?Wintertijden ?\) ?: maandag 14.00–16.00/,
    )
    await owner.query(`delete from desks.timetables where name in ('Kerstvakantie', 'Wintertijden')`)
  })

  test('of a desk without a telephone gives the number of the one it belongs to', async () => {
    const html = text(await page(await addressOfDesk(owner, world.popUpDesk)))
    expect(html.replaceAll('\u00a0', ' ')).toMatch(/Telefoon 033 012 34 56 \( ?Eemdal Centrum ?\)/)
  })

  test('of a pop-up desk tells search engines its places', async () => {
    const html = await page(await addressOfDesk(owner, world.popUpDesk))
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '')
    expect(data.openingHoursSpecification).toBeUndefined()
    expect(data.location).toEqual([expect.objectContaining({ '@type': 'Place', name: 'Weekmarkt' })])
  })

  test('of a pop-up desk tells where it comes, and what was called off', async () => {
    const popUp = await addressOfDesk(owner, world.popUpDesk)
    expect(text(await page(popUp))).toContain(
      'Zaterdag 28 november: 10.00–14.00 · zonder afspraak · Weekmarkt, Hof',
    )
    await owner.query(`update desks.hours set cancelled_at = now() where desk_id = $1`, [world.popUpDesk])
    expect(text(await page(popUp))).toContain('Gaat niet door.')
    await owner.query(`update desks.hours set cancelled_at = null where desk_id = $1`, [world.popUpDesk])
  })

  test('of a closed desk says so and points on', async () => {
    const closed = await addressOfDesk(owner, world.secondDesk)
    await owner.query(
      `update desks.desks set active = false, closed_on = '2026-11-01', successor_desk_id = $2 where id = $1`,
      [world.secondDesk, world.desk],
    )
    const html = await page(closed)
    expect(text(html)).toContain('Dit informatiepunt is er niet meer sinds zondag 1 november 2026')
    expect(html).toContain(`href="${address}"`)
    expect((await visitor.get(`${closed}/folder`)).status).toBe(404)
    // Its successor closes as well: the page points on to where visitors go in the end.
    await owner.query(`update desks.desks set active = false, successor_desk_id = $2 where id = $1`, [
      world.desk,
      world.otherDesk,
    ])
    expect(await page(closed)).toContain(`href="${await addressOfDesk(owner, world.otherDesk)}"`)
    await owner.query(`update desks.desks set active = true, successor_desk_id = null where id = $1`, [
      world.desk,
    ])
    await owner.query(`update desks.desks set active = true where id = $1`, [world.secondDesk])
  })
})

test('the calendar of a desk is one that calendars read, without the hours of staff', async () => {
  const response = await visitor.get(`${address}/agenda.ics`)
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  const body = await response.text()
  const calendar = new ical.Component(ical.parse(body))
  const events = calendar.getAllSubcomponents('vevent').map((event) => new ical.Event(event))
  expect(events.map(({ summary }) => summary)).toContain('Eemdal Centrum: voor jongeren')
  expect(body).not.toContain('Overleg')
  expect(events[0]?.location).toBe('Eemplein 1, 3812 EA Amersfoort')
})

test('the leaflet fits what one gives away: hours, what to bring and a code', async () => {
  const html = await page(`/ar${address}/folder`)
  expect(html).toContain('dir="rtl"')
  expect(html).toMatch(/<svg[^>]*viewBox/)
  expect(html).toContain(`balie.test/ar${address}`)
  expect(text(html)).toContain('09:00')
})

describe('the page of a municipality', () => {
  test('lists its desks', async () => {
    const html = text(await page('/gemeente/amersfoort'))
    expect(html).toContain('Er zijn 3 informatiepunten')
    await giveHours(
      owner,
      world.popUpDesk,
      [{ day: '2026-12-05', opens: 600, closes: 840, placeId: world.places[1] }],
      {
        from: '2026-02-01',
      },
    )
    // At two places, but one desk.
    expect(text(await page('/gemeente/amersfoort'))).toContain('Er zijn 3 informatiepunten')
    expect(html).toContain('Eemdal op de markt, Weekmarkt')
    expect(html).not.toContain('Domstad')
  })

  test('without a desk leads to the nearest across the border', async () => {
    const html = text(await page('/en/gemeente/zeist'))
    expect(html).toContain('There is no information point here')
    expect(html).toContain('Domstad')
  })
})

test('who refers somebody sees today, by telephone, by appointment and later at once', async () => {
  const html = text(await page('/doorverwijzen?waar=3811'))
  expect(html).toMatch(/Vandaag Eemdal Centrum · \d+ m Nu open tot 12.00 uur/)
  expect(html).toMatch(/Met een afspraak Eemdal Centrum/)
  expect(html).toMatch(/Op een andere dag .*Domstad/)
  expect((await visitor.get('/doorverwijzen?waar=1999')).status).toBe(422)
})

describe('other sites', () => {
  test('get the answer as data, from anywhere', async () => {
    const response = await visitor.get('/informatiepunten.json?waar=3811&taal=en')
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    const { desks, place } = (await response.json()) as {
      desks: { name: string; url: string; state: string }[]
      place: string
    }
    expect(place).toBe('Near 3811 Amersfoort')
    expect(desks[0]).toMatchObject({
      name: 'Eemdal Centrum',
      url: `http://balie.test/en${address}`,
      state: 'Open now until 12:00 · no appointment needed',
    })
    const wrong = (await (await visitor.get('/informatiepunten.json?waar=qqqqqq')).json()) as {
      problem: string
    }
    expect(wrong.problem).toContain('Wij kennen deze plaats niet')
  })

  test('get the hours of a desk as they know them, without those of staff', async () => {
    const response = await visitor.get(`${address}/openingstijden.json`)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    const { openingHours, schedules } = (await response.json()) as {
      openingHours: string
      schedules: { byday: string }[]
    }
    expect(openingHours).toMatch(/^Tu 09:00-12:00; .*2026 Dec 03 off/)
    expect([...new Set(schedules.map(({ byday }) => byday))].sort()).toEqual(['TH', 'TU', 'WE'])
  })

  test('pages stay of one’s own origin', async () => {
    const { headers } = await visitor.get(address)
    expect(headers.get('access-control-allow-origin')).toBeNull()
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  })

  test('find every page in every language, and no other', async () => {
    const sitemap = await (await visitor.get('/sitemap.xml')).text()
    for (const prefix of ['', '/en', '/tr', '/ar', '/uk', '/pl'])
      expect(sitemap).toContain(`<loc>http://balie.test${prefix}${address}</loc>`)
    expect(sitemap).not.toContain('/balie<')
    const robots = await (await visitor.get('/robots.txt')).text()
    expect(robots).toContain('Sitemap: http://balie.test/sitemap.xml')
  })
})

test.each([
  ['/ar/nergens', 'ar', 'هذه الصفحة غير موجودة'],
  ['/nergens', 'nl', 'Deze pagina is er niet'],
  ['/pl/informatiepunt/x-00000000', 'pl', 'Nie ma takiej strony'],
])('%s is told in its own language not to be there', async (path, language, words) => {
  const response = await visitor.get(path)
  const html = await response.text()
  expect(response.status).toBe(404)
  expect(html).toContain(`<html lang="${language}"`)
  expect(html).toContain(words)
})
