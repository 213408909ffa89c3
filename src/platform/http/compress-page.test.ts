import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { compressPage } from './compress-page.ts'

const page = `<!doctype html>${'<p>Informatiepunt, één op de tien</p>'.repeat(200)}`

describe('A page', () => {
  test('goes as brotli where that is taken, and says the same', () => {
    const sent = compressPage(page, 'gzip, deflate, br, zstd')
    expect(sent?.encoding).toBe('br')
    expect(brotliDecompressSync(sent?.body ?? '').toString()).toBe(page)
    expect(sent?.body.length).toBeLessThan(page.length / 10)
  })

  test.each(['gzip, deflate', 'br;q=0, gzip;q=0.5', 'BR;q=0.000,GZIP'])('goes as gzip for %s', (accept) => {
    const sent = compressPage(page, accept)
    expect(sent?.encoding).toBe('gzip')
    expect(gunzipSync(sent?.body ?? '').toString()).toBe(page)
  })

  test.each([undefined, '', 'identity', 'gzip;q=0', 'xbr'])('goes as it is for %s', (accept) => {
    expect(compressPage(page, accept)).toBeUndefined()
  })

  test('goes as it is when it is short', () => {
    expect(compressPage('<p>Kort</p>', 'br')).toBeUndefined()
  })
})
