import { brotliCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'
import { mapAddress, spotIn } from '../map-address.ts'

const { app, owner, world } = await testApp()
const codeOf = (id: string): string => id.slice(-8)
const stand = async (id: string, postcode: string): Promise<void> => {
  await owner.query(
    `update desks.desks set latitude = area.latitude, longitude = area.longitude from organisations.postcode_areas as area
     where desks.id = $1 and area.code = $2`,
    [id, postcode],
  )
}
await stand(world.desk, '3811')
await stand(world.secondDesk, '3817')
await stand(world.otherDesk, '3512')
await owner.query('update desks.desks set latitude = null, longitude = null where id = $1', [world.popUpDesk])
await owner.query('update desks.places set latitude = 52.16, longitude = 5.39 where id = $1', [
  world.places[0],
])
const desk = codeOf(world.desk)
const stop = (place: 0 | 1): string => spotIn({ code: codeOf(world.popUpDesk), placeId: world.places[place] })

const get = async (address: string, tag = ''): Promise<Response> =>
  app.request(`http://balie.test${address}`, { headers: { 'if-none-match': tag } })
const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text]) => text).sort()

describe('the map', () => {
  test('draws the numbers of the list, the borders around them and a bar, and no words', async () => {
    const response = await get(mapAddress([desk, codeOf(world.secondDesk), codeOf(world.otherDesk)], 11))
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
    const svg = await response.text()
    expect(textsOf(svg)).toEqual(['11', '12', '13', '5 km'])
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"[^>]*>.*<\/svg>$/s)
    expect(svg).not.toMatch(/style|class=|<script|NaN|Infinity/)
    expect(brotliCompressSync(svg).length).toBeLessThan(8_000)
  })

  test('shows a stop of a desk that moves; a spot that nobody knows keeps its number to itself', async () => {
    const svg = await (await get(mapAddress([stop(1), stop(0), desk]))).text()
    expect(textsOf(svg).filter((text) => !text?.includes('km'))).toEqual(['2', '3'])
  })

  test('may be kept for a day by everybody, and is not sent twice', async () => {
    const first = await get(mapAddress([desk]))
    expect(first.headers.get('cache-control')).toBe('public, max-age=86400')
    expect(first.headers.getSetCookie()).toEqual([])
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toMatch(/^W\/".{22}"$/)
    const again = await get(mapAddress([desk]), tag)
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    // The desk has moved: it is another map.
    await stand(world.desk, '3812')
    expect((await get(mapAddress([desk]), tag)).status).toBe(200)
  })

  test.each([
    ['of nothing', '/kaart.svg'],
    ['of what is no desk', '/kaart.svg?punten=00000000'],
    ['of a desk and what is none', `/kaart.svg?punten=${desk},00000000`],
    ['of a place of another desk', `/kaart.svg?punten=${desk}.${world.places[0].slice(-8)}`],
    ['of a spot that nobody knows', `/kaart.svg?punten=${stop(1)}`],
    ['of nonsense', '/kaart.svg?punten=%3Cscript%3E'],
    ['of too much', `/kaart.svg?punten=${Array(21).fill(desk).join(',')}`],
  ])('%s is not there', async (_, address) => {
    expect((await get(address)).status).toBe(404)
  })
})
