import { describe, expect, test } from 'vitest'
import { byteRangeAsked } from './byte-range.ts'

const file = { tag: '"a"', bytes: 100 }
const asked = (range?: string, ifRange?: string) => byteRangeAsked({ range, ifRange }, file)

describe('the bytes that a browser asks for', () => {
  test.each([
    ['bytes=0-', { from: 0, until: 99 }],
    ['bytes=40-59', { from: 40, until: 59 }],
    ['bytes=40-400', { from: 40, until: 99 }],
    ['bytes=-10', { from: 90, until: 99 }],
    ['bytes=-400', { from: 0, until: 99 }],
    ['bytes=99-99', { from: 99, until: 99 }],
  ])('%s', (range, found) => expect(asked(range)).toEqual(found))

  test.each(['bytes=100-', 'bytes=400-500', 'bytes=-0'])('%s are not there', (range) =>
    expect(asked(range)).toBe('none'),
  )

  test.each([undefined, '', 'bytes', 'bytes=-', 'bytes=9-3', 'bytes=0-1,5-6', 'lines=1-2'])(
    'of %s the whole file is given',
    (range) => expect(asked(range)).toBe('whole'),
  )

  test('and so it is when the file is another one than the part was of', () => {
    expect(asked('bytes=40-', '"a"')).toEqual({ from: 40, until: 99 })
    expect(asked('bytes=40-', '"b"')).toBe('whole')
    expect(asked('bytes=40-', 'W/"a"')).toBe('whole')
  })
})
