import { expect, test } from 'vitest'
import { shortestPassword } from '../../platform/auth/password.ts'
import { makeStartPassword } from './start-password.ts'

test('a start password is long enough, easy to copy, and never the same', () => {
  const made = Array.from({ length: 1_000 }, makeStartPassword)
  expect(new Set(made).size).toBe(1_000)
  for (const password of made) {
    expect(password).toMatch(/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/)
    expect(password.length).toBeGreaterThanOrEqual(shortestPassword)
  }
})
