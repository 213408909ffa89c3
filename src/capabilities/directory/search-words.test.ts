import { expect, test } from 'vitest'
import { searchText, typedWords } from './search-words.ts'

test('words are small, without accents and signs, each once', () => {
  expect(typedWords("Café 't Hoekje: schulden, SCHULDEN & 2 brieven")).toEqual([
    'cafe',
    'hoekje',
    'schulden',
    'brieven',
  ])
  expect(typedWords('  ?! ')).toEqual([])
})

test('each word is the beginning of a longer one, and any of its stems will do', () => {
  const meant = [{ stems: ['schuld', 'schuldhulp'] }, { stems: ['huur'] }]
  expect(searchText(meant, true)).toBe(`('schuld':* | 'schuldhulp':*) & ('huur':*)`)
  expect(searchText(meant, false, 'A')).toBe(`('schuld':*A | 'schuldhulp':*A) | ('huur':*A)`)
})

test('nothing that is no word reaches the index', () => {
  expect(searchText([{ stems: ["a'b", 'x & y', '<->'] }], true)).toBeUndefined()
})
