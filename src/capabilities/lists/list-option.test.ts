import { expect, test } from 'vitest'
import { addressOfOption, codeFor, mayKeep } from './list-option.ts'

const free = { local: false, taken: new Set<string>() }

test.each([
  ['topic', 'Printen en kopiëren', 'printen-en-kopieren'],
  ['help', 'App geïnstalleerd!', 'help-app-geinstalleerd'],
  ['channel', 'Via Signal', 'channel-via-signal'],
  ['topic', '???', 'new'],
] as const)('a code of %s is made of its label: %s', (list, label, code) => {
  expect(codeFor(list, label, free)).toBe(code)
})

test('a code is never used twice, and a library’s own says so', () => {
  expect(codeFor('topic', 'Printen', { local: false, taken: new Set(['printen', 'printen-2']) })).toBe(
    'printen-3',
  )
  expect(codeFor('help', 'Printen', { ...free, local: true })).toBe('help-own-printen')
})

test('a value is kept by whose it is', () => {
  const own = { libraryId: 'one' }
  expect(mayKeep({ kind: 'nation' }, { libraryId: null })).toBe(true)
  expect(mayKeep({ kind: 'nation' }, own)).toBe(false)
  expect(mayKeep({ kind: 'library', libraryId: 'one' }, own)).toBe(true)
  expect(mayKeep({ kind: 'library', libraryId: 'two' }, own)).toBe(false)
  expect(mayKeep({ kind: 'library', libraryId: 'one' }, { libraryId: null })).toBe(false)
})

test('each value has an address', () =>
  expect(addressOfOption({ list: 'help', code: 'help-own-x' })).toBe('/beheer/lijsten/hulp/help-own-x'))
