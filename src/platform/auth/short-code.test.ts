import { expect, test } from 'vitest'
import { makeShortCode, readShortCode } from './short-code.ts'

test('a code is read however somebody writes it', () => {
  const code = makeShortCode()
  expect(code).toMatch(/^[B-DF-HJ-NP-TV-XZ2-9]{4}-[B-DF-HJ-NP-TV-XZ2-9]{4}$/)
  for (const typed of [code, code.toLowerCase(), code.replace('-', ''), ` ${code.replace('-', ' ')} `])
    expect(readShortCode(typed)).toBe(code)
})

test('what cannot be a code is none', () => {
  for (const typed of ['', 'BCDF', 'BCDF-GHJK-L', 'AEIO-UAEI', 'BCDF-GHJ1'])
    expect(readShortCode(typed)).toBeUndefined()
})
