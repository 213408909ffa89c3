import { expect, test } from 'vitest'
import { markerCookie, nextMarker, readMarker } from './outbox-marker.ts'

const monday = Date.parse('2026-11-23T09:00:00Z')
const tuesday = Date.parse('2026-11-24T09:00:00Z')
const asCookies = (cookie: string): string => `other=1; ${cookie.split(';')[0]}; more=2`

test('a cookie tells what it was told', () => {
  const marker = { waiting: 2, since: monday, lost: 1, lostSince: tuesday }
  expect(readMarker(asCookies(markerCookie(marker, true)))).toEqual(marker)
  expect(markerCookie(marker, true)).toMatch(/; Secure$/)
  expect(markerCookie(marker, false)).not.toContain('Secure')
  expect(readMarker('')).toEqual({ waiting: 0, since: 0, lost: 0, lostSince: 0 })
})

test('the cookie goes when nothing waits and nothing was lost', () => {
  expect(markerCookie({ waiting: 0, since: 0, lost: 0, lostSince: 0 }, true)).toContain('Max-Age=0')
})

test('what is sent is not lost', () => {
  const marker = nextMarker(readMarker(''), 0, [monday, tuesday])
  expect(marker).toEqual({ waiting: 2, since: monday, lost: 0, lostSince: 0 })
  expect(nextMarker(marker, 2, [tuesday])).toEqual({ waiting: 1, since: tuesday, lost: 0, lostSince: 0 })
})

test('fewer than there should be is a loss, said until somebody has read it', () => {
  const marker = nextMarker(readMarker(''), 0, [monday, tuesday])
  const found = nextMarker(marker, 0, [])
  expect(found).toEqual({ waiting: 0, since: 0, lost: 2, lostSince: monday })
  expect(nextMarker(found, 0, [tuesday])).toEqual({
    waiting: 1,
    since: tuesday,
    lost: 2,
    lostSince: monday,
  })
})
