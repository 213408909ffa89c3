import { expect, test } from 'vitest'
import { deskLanguages, languageMeant, languageName, languagesByName } from './languages.ts'

test('a language has a name in every language of the pages', () => {
  for (const inLanguage of ['nl', 'en', 'tr', 'ar', 'uk', 'pl'])
    for (const code of deskLanguages) expect(languageName(code, inLanguage)).not.toBe(code)
  expect(languageName('tr', 'nl')).toBe('Turks')
})

test('they are looked up by name, each once', () => {
  const names = languagesByName('nl').map(({ name }) => name)
  expect(names[0]).toBe('Amhaars')
  expect(new Set(names).size).toBe(deskLanguages.length)
})

test.each([
  ['Turks', 'tr'],
  [' oekraïens ', 'uk'],
  ['PL', 'pl'],
  ['Klingon', undefined],
  ['', undefined],
])('%s is %s', (typed, code) => {
  expect(languageMeant(typed)).toBe(code)
})
