import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { giveHours, type HoursRow, putOnMap } from '../../../../tests/support/finder-world.ts'
import { deskHoursArbitrary } from '../../../../tests/support/hours-arbitrary.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import { publicScope } from '../../../platform/auth/scope.ts'
import { addDays, momentOf } from '../../../platform/time/local-time.ts'
import { describeSpots, findSpots } from '../find-venues/find-venues.query.ts'
import {
  asksHours,
  dayWords,
  deskFits,
  fitsByAppointmentAlone,
  fittingOpenings,
  helpWays,
  onlyWords,
} from '../finder-filter.ts'
import type { Hours } from '../opening-hours.ts'
import { findNearby } from './find-nearby.query.ts'

const { anonymous, as, clock, owner, world } = await testApp()
await putOnMap(owner, world)
const visitor = anonymous()
const start = '2026-11-24T09:00:00Z'
beforeEach(() => clock.moveTo(start))

const names = (html: string): string[] =>
  [...html.matchAll(/<h3 class="balie-result__name">.*?<bdi lang="nl">(.*?)<\/bdi>/g)].map(
    ([, name = '']) => name,
  )
/** What the fixture keeps of hours: a place would have to exist. */
const bare = ({
  placeId: _place,
  targetGroup: _group,
  label,
  ...hours
}: Hours): Omit<HoursRow, 'weekday'> => ({
  ...hours,
  ...(label && { label }),
})
/** Chance may let two timetables of a kind begin on one day, which a library cannot. */
const ignoreSameDay = (error: { constraint?: string }): void => {
  if (error.constraint !== 'timetables_once') throw error
}
const ask = async (query: string) => (await visitor.get(`/?${query}`)).text()

describe('the finder', () => {
  test('asks where one is, and keeps no cookie', async () => {
    const response = await visitor.get('/')
    const html = await response.text()
    expect(response.status).toBe(200)
    expect(html).toMatch(/<label[^>]*for="waar">Waar bent u\?/)
    expect(response.headers.getSetCookie()).toEqual([])
    expect(visitor.cookies.size).toBe(0)
  })

  test.each(['3811', '3811 lp', 'Amersfoort', 'amersfort', 'Eemplein 71, 3812EA Amersfoort'])(
    '%s gives the nearest first, whatever the municipality',
    async (where) => {
      const found = names(await ask(`waar=${encodeURIComponent(where)}`))
      expect(found).toHaveLength(4)
      expect([found[0], found[3]]).toEqual(['Eemdal Centrum', 'Domstad'])
    },
  )

  test('says what it looked for when that was not what was typed', async () => {
    expect(await ask('waar=amersfort')).toContain('We zochten op Amersfoort.')
    expect(await ask('waar=amersfoort')).not.toContain('We zochten op')
  })

  test('offers the other town of that name', async () => {
    expect(await ask('waar=Bergen')).toMatch(/Bedoelt u een andere plaats\?.*href="\/\?waar=Bergen/)
  })

  test('tells towns of one name apart by their municipality', async () => {
    const links = [...(await ask('waar=Nes')).matchAll(/href="(\/\?waar=Nes[^"]*)"/g)].map(
      ([, link = '']) => link,
    )
    const others = links.filter((link) => link.includes('%28'))
    expect(others.length).toBeGreaterThanOrEqual(2)
    expect(await (await visitor.get(others[0] ?? '')).text()).not.toContain('Wij kennen deze plaats niet')
    expect(await ask('waar=Nes%20Heerenveen')).toContain('Dicht bij Nes')
  })

  test('lets one choose the days as they come, none twice', async () => {
    const days = [
      ...(await ask('waar=3811')).matchAll(/<option value="(nu|vandaag|morgen|ma|di|wo|do|vr|za|zo)"/g),
    ]
    expect(days.map(([, day]) => day)).toEqual(['nu', 'vandaag', 'morgen', 'do', 'vr', 'za', 'zo', 'ma'])
  })

  test('knows a neighbourhood by the desk that bears its name', async () => {
    expect(await ask('waar=Weekmarkt')).toContain('Dicht bij Weekmarkt')
  })

  test.each([
    ['0000', 'Deze postcode bestaat niet'],
    ['1999 AB', 'Deze postcode bestaat niet'],
    ['qqqqqqqq', 'Wij kennen deze plaats niet'],
    ['%00%ff<script>', 'Wij kennen deze plaats niet'],
    ['a'.repeat(10_000), 'Dit is te lang'],
  ])('answers %s with what to do', async (where, message) => {
    const response = await visitor.get(`/?waar=${encodeURIComponent(where)}`)
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(html).toContain(message)
    expect(html).toContain('href="#waar"')
    expect(html).not.toContain('<script>')
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  test('says who is open, until when, and who when', async () => {
    const html = await ask('waar=3811')
    expect(html).toContain('Nu open tot 12.00 uur · zonder afspraak')
    expect(html).toContain('Morgen open van 10.00 tot 17.00 uur')
    expect(html).toContain('Zaterdag open van 10.00 tot 14.00 uur')
    expect(html).toContain('Wij kennen de tijden niet')
    expect(html).toContain('zonder drempel · spreekt ook Turks, Arabisch')
    expect(html).toContain('href="tel:0330123456"')
    expect(html).not.toContain('Overleg van het team')
  })

  test.each([
    ['dag=nu', ['Eemdal Centrum']],
    ['dag=morgen', ['Domstad']],
    ['dag=za', ['Eemdal op de markt, Weekmarkt']],
    ['deel=avond', ['Eemdal Centrum']],
    ['hulp=afspraak', ['Eemdal Centrum']],
    ['spreekt=tr', ['Eemdal Centrum']],
    ['alleen=jongeren', ['Eemdal Centrum']],
    ['alleen=drempelvrij', ['Eemdal Centrum']],
    ['alleen=thema', []],
    ['alleen=dichtbij', ['Eemdal Centrum', 'Eemdal op de markt, Weekmarkt', 'Eemdal Noord']],
    ['dag=onzin', ['Eemdal Centrum', 'Eemdal op de markt, Weekmarkt', 'Eemdal Noord', 'Domstad']],
  ])('with %s shows %j', async (filter, found) =>
    expect(names(await ask(`waar=3811&${filter}`))).toEqual(found),
  )

  test('in another language says it in that language, and stays in it', async () => {
    const html = await (await visitor.get('/tr?waar=3811')).text()
    expect(html).toContain('<html lang="tr" dir="ltr"')
    expect(html).toContain('Şu anda açık')
    const links = [...html.matchAll(/<main[\s\S]*<\/main>/g)][0]?.[0].match(/href="\/[^"]*"/g) ?? []
    expect(links.length).toBeGreaterThan(3)
    for (const link of links) expect(link).toMatch(/^href="\/tr/)
    expect(await (await visitor.get('/ar')).text()).toContain('<html lang="ar" dir="rtl"')
  })
})

describe('the position of a device', () => {
  test('is sent in a form, stands in no address and is kept by nobody', async () => {
    const response = await visitor.post('/', { plek: '52.156,5.383' })
    const html = await response.text()
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(names(html)[0]).toBe('Eemdal Centrum')
    expect(html).not.toMatch(/(href|src|action)="[^"]*52\.156/)
    expect(html).toContain('name="robots" content="noindex"')
  })

  test('goes along with a filter', async () => {
    expect(names(await (await visitor.post('/en', { plek: '52.156,5.383', dag: 'morgen' })).text())).toEqual([
      'Domstad',
    ])
  })

  test.each(['48.85,2.35', '', 'x', '52.1', '91,5', 'NaN,NaN', '1e9,5'])(
    '%j is not in the Netherlands',
    async (plek) => {
      const response = await visitor.post('/', { plek })
      expect(response.status).toBe(422)
      expect(await response.text()).toContain('Uw plek ligt niet in Nederland')
    },
  )
})

describe('keeping a page', () => {
  const keep = (response: Response) =>
    Number(/max-age=(\d+)/.exec(response.headers.get('cache-control') ?? '')?.[1])

  test('ends when something on it opens or closes, and is right again at that minute', async () => {
    clock.moveTo('2026-11-24T10:55:00Z')
    const before = await visitor.get('/?waar=3811')
    expect(keep(before)).toBe(300)
    expect(before.headers.get('cache-control')).toMatch(/^public/)
    clock.moveTo('2026-11-24T11:00:00Z')
    expect(await ask('waar=3811')).not.toContain('Nu open tot')
  })

  test('never passes midnight', async () => {
    clock.moveTo('2026-11-24T22:59:00Z')
    expect(keep(await visitor.get('/'))).toBe(60)
  })

  test('is checked by its tag', async () => {
    const { app } = await testApp()
    const first = await app.request('http://balie.test/')
    const tag = first.headers.get('etag') ?? ''
    const again = await app.request('http://balie.test/', { headers: { 'if-none-match': tag } })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    const other = await app.request('http://balie.test/', { headers: { 'if-none-match': 'W/"other"' } })
    expect(other.status).toBe(200)
  })

  test('is the same for who signed in', async () => {
    expect(await (await (await as('manager')).get('/')).text()).toBe(await (await visitor.get('/')).text())
  })
})

describe('help by telephone', async () => {
  const own = await testApp()
  await putOnMap(own.owner, own.world)
  const line = '0193a1b2-0000-7000-8000-0000000000aa'
  await own.owner.query(
    `insert into desks.desks (id, library_id, name, kind, municipality_code, phone, created_at) values ($1, $2, 'Eemdal aan de lijn', 'telephone', 'GM0307', '033 012 34 99', now())`,
    [line, own.world.library],
  )
  await giveHours(own.owner, line, [{ weekday: 2, opens: 540, closes: 720, kind: 'telephone' }])
  const found = async (query: string) =>
    names(await (await own.anonymous().get(`/?waar=3811${query}`)).text())

  test.each([
    ['', true],
    ['&hulp=telefoon', true],
    ['&hulp=telefoon&dag=nu', true],
    ['&hulp=telefoon&dag=zo', false],
    ['&dag=di', true],
    ['&dag=wo', false],
    ['&hulp=inloop', false],
    ['&alleen=jongeren', false],
    ['&alleen=dichtbij', true],
  ])('with %j is offered: %s', async (query, offered) =>
    expect((await found(query)).includes('Eemdal aan de lijn')).toBe(offered),
  )
})

describe('an address that nobody would type', () => {
  test.each([
    'pagina=1.23',
    'pagina=-1',
    'pagina=1e3',
    'pagina=99999999999999999999',
    'pagina=0',
    'pagina=9',
  ])('%s shows the first page', async (query) => {
    const response = await visitor.get(`/?waar=3811&${query}`)
    const html =
      response.status === 303
        ? await (await visitor.get(response.headers.get('location') ?? '')).text()
        : await response.text()
    expect(names(html)).toHaveLength(4)
  })

  test('keeps what was typed, however long', async () => {
    const html = await (await visitor.get(`/?waar=${'b'.repeat(500)}`)).text()
    expect(html).toContain(`value="${'b'.repeat(500)}"`)
  })
})

test('who makes appointments is found by that, with hours or without', async () => {
  await owner.query('update desks.desks set by_appointment = true where id = $1', [world.secondDesk])
  expect(names(await ask('waar=3811&hulp=afspraak'))).toEqual(['Eemdal Centrum', 'Eemdal Noord'])
  expect(names(await ask('waar=3811&hulp=afspraak&dag=do'))).toEqual(['Eemdal Centrum'])
  await owner.query('update desks.desks set by_appointment = false where id = $1', [world.secondDesk])
})

test('the beginning of a town is that town, also where a desk bears such a name', async () => {
  await owner.query(`update desks.desks set name = 'Amersfortse Zonnehuis' where id = $1`, [world.secondDesk])
  expect(await ask('waar=amersf')).toContain('Dicht bij Amersfoort')
  expect(await ask('waar=zonnehuis')).toContain('Dicht bij Amersfortse Zonnehuis')
  await owner.query(`update desks.desks set name = 'Eemdal Noord' where id = $1`, [world.secondDesk])
})

test('a stop that was called off, and a week that is over, are no spot', async () => {
  await owner.query('update desks.hours set cancelled_at = now() where desk_id = $1', [world.popUpDesk])
  expect(names(await ask('waar=3811'))).not.toContain('Eemdal op de markt, Weekmarkt')
  await owner.query('update desks.hours set cancelled_at = null where desk_id = $1', [world.popUpDesk])
  await giveHours(
    owner,
    world.popUpDesk,
    [{ weekday: 2, opens: 540, closes: 600, placeId: world.places[1] }],
    {
      from: '2026-03-01',
      until: '2026-06-01',
    },
  )
  expect(names(await ask('waar=3811'))).not.toContain('Eemdal op de markt, Buurthuis')
})

describe('what the database rules out', async () => {
  const own = await testApp()
  const scope = publicScope
  const point = { latitude: 52.15, longitude: 5.39 }
  const desks = Array.from({ length: 24 }, () => randomUUID())
  for (const [index, id] of desks.entries()) {
    await own.owner.query(
      `insert into desks.desks (id, library_id, name, kind, municipality_code, latitude, longitude, by_appointment, step_free, languages, created_at)
       values ($1, $2, $3, 'fixed', 'GM0307', $4, 5.39, $5, $6, $7, now())`,
      [
        id,
        own.world.library,
        `Chance ${index}`,
        52.15 + index / 100,
        index % 4 === 0,
        index % 2 === 0,
        index % 3 === 0 ? ['tr'] : [],
      ],
    )
    const [chance] = fc.sample(deskHoursArbitrary, { numRuns: 1, seed: index + 1 })
    for (const timetable of chance?.timetables ?? [])
      await giveHours(
        own.owner,
        id,
        timetable.hours.map(({ weekday, ...hours }) => ({
          ...bare(hours),
          ...(weekday === null ? { everyDay: true } : { weekday }),
        })),
        {
          kind: timetable.kind,
          name: timetable.name ?? 'Anders',
          from: timetable.fromDay,
          ...(timetable.untilDay && { until: timetable.untilDay }),
        },
      ).catch(ignoreSameDay)
  }

  test('never fits', async () => {
    const filters = fc.sample(
      fc.record({
        day: fc.option(fc.constantFrom(...dayWords), { nil: undefined }),
        part: fc.option(fc.constantFrom('ochtend' as const, 'middag' as const, 'avond' as const), {
          nil: undefined,
        }),
        way: fc.option(fc.constantFrom(...helpWays), { nil: undefined }),
        language: fc.option(fc.constantFrom('tr', 'nl', 'xx'), { nil: undefined }),
        only: fc.subarray([...onlyWords]),
      }),
      { numRuns: 120, seed: 7 },
    )
    let some = 0
    for (const [index, filter] of filters.entries()) {
      const today = addDays('2026-11-24', index * 3)
      const moment = momentOf(today, ['01:30', '10:00', '19:45'][index % 3] ?? '').epochMilliseconds
      const now = { moment, today }
      const { all, found } = await own.database.read(scope, async (db) => {
        const spots = await findSpots(db, scope, point, today)
        const venues = await describeSpots(db, scope, spots, addDays(today, -1))
        return {
          all: venues
            .filter((venue) =>
              asksHours(filter)
                ? fittingOpenings(venue, filter, now).length > 0 ||
                  (fitsByAppointmentAlone(filter) && venue.desk.byAppointment && deskFits(venue, filter))
                : deskFits(venue, filter),
            )
            .map(({ desk }) => desk.name),
          found: [
            ...(await findNearby(db, scope, point, filter, now, 1)).found,
            ...(await findNearby(db, scope, point, filter, now, 2)).found,
            ...(await findNearby(db, scope, point, filter, now, 3)).found,
          ].map(({ venue }) => venue.desk.name),
        }
      })
      some += all.length
      expect(found, JSON.stringify({ filter, today, moment })).toEqual(all)
    }
    expect(some).toBeGreaterThan(50)
  })
})

test('a page that is kept is right for as long as it may be kept', async () => {
  const paths = [
    'waar=3811',
    'waar=3811&dag=nu',
    'waar=3811&dag=vandaag',
    'waar=3811&dag=wo&deel=middag',
    'waar=3811&hulp=afspraak',
  ]
  const from = momentOf('2026-11-24', '07:00').epochMilliseconds
  const at = (moment: number) => clock.moveTo(new Date(moment).toISOString())
  for (const path of paths) {
    let kept: { html: string; until: number } | undefined
    for (let moment = from; moment < from + 14 * 3_600_000; moment += 240_000) {
      at(moment)
      if (kept && moment < kept.until) {
        expect([path, new Date(moment).toISOString(), kept.html === (await ask(path))]).toEqual([
          path,
          new Date(moment).toISOString(),
          true,
        ])
        continue
      }
      const response = await visitor.get(`/?${path}`)
      const seconds = Number(/max-age=(\d+)/.exec(response.headers.get('cache-control') ?? '')?.[1])
      kept = { html: await response.text(), until: moment + seconds * 1000 }
    }
  }
}, 60_000)
