import { beforeEach, describe, expect, test } from 'vitest'
import { putOnMap } from '../../../../tests/support/finder-world.ts'
import { testApp } from '../../../../tests/support/test-app.ts'

const { anonymous, as, clock, owner, world } = await testApp()
await putOnMap(owner, world)
const visitor = anonymous()
const start = '2026-11-24T09:00:00Z'
beforeEach(() => clock.moveTo(start))

const names = (html: string): string[] =>
  [...html.matchAll(/<h3 class="balie-result__name">.*?<bdi lang="nl">(.*?)<\/bdi>/g)].map(
    ([, name = '']) => name,
  )
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
