import { expect, test } from 'vitest'
import { mapAddress, readMapAddress, spotIn } from './map-address.ts'

const read = (address: string) => readMapAddress(new URL(address, 'http://balie.test').searchParams)

test('a map is read from the address that was written for it', () => {
  const spots = [
    spotIn({ code: '0123abcd', placeId: undefined }),
    spotIn({ code: '89abcdef', placeId: '0193a1b2-0000-7000-8000-00000000beef' }),
  ]
  expect(mapAddress(spots)).toBe('/kaart.svg?punten=0123abcd,89abcdef.0000beef')
  expect(read(mapAddress(spots, 11))).toEqual({
    first: 11,
    spots: [
      { code: '0123abcd', placeCode: undefined },
      { code: '89abcdef', placeCode: '0000beef' },
    ],
  })
})

test('no more than twenty are asked for', () => {
  const many = Array.from({ length: 25 }, (_, index) => `0000000${index % 10}`)
  expect(read(mapAddress(many))?.spots).toHaveLength(20)
})

test.each([
  '/kaart.svg',
  '/kaart.svg?punten=',
  '/kaart.svg?punten=0123abc',
  '/kaart.svg?punten=0123ABCD',
  '/kaart.svg?punten=0123abcd,',
  '/kaart.svg?punten=0123abcd.12',
  "/kaart.svg?punten=0123abcd'--",
  '/kaart.svg?punten=0123abcd&vanaf=0',
  '/kaart.svg?punten=0123abcd&vanaf=1000',
  `/kaart.svg?punten=${Array.from({ length: 21 }, () => '0123abcd').join(',')}`,
  `/kaart.svg?punten=${'0123abcd,'.repeat(2000)}`,
])('%s is no map', (address) => {
  expect(read(address)).toBeUndefined()
})
