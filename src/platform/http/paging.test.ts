import { expect, test } from 'vitest'
import { pageAsked, paging } from './paging.ts'

const at = (query: string): URL => new URL(`http://balie.test/beheer/mensen${query}`)

test.each([
  ['', 1],
  ['?pagina=3', 3],
  ['?pagina=0', 1],
  ['?pagina=-2', 1],
  ['?pagina=1.5', 1],
  ['?pagina=twee', 1],
])('%s asks for page %i', (query, page) => {
  expect(pageAsked(at(query))).toBe(page)
})

test('the pages before and after keep the filters', () => {
  expect(paging(at('?zoek=eem&pagina=2'), 120)).toEqual({
    page: 2,
    pages: 3,
    previous: '/beheer/mensen?zoek=eem&pagina=1',
    next: '/beheer/mensen?zoek=eem&pagina=3',
  })
})

test('one page has nothing before or after it; beyond the last one leads back to the last', () => {
  expect(paging(at(''), 50)).toMatchObject({ pages: 1, previous: undefined, next: undefined })
  expect(paging(at('?pagina=9'), 60)).toMatchObject({ previous: '/beheer/mensen?pagina=2', next: undefined })
})
