import { expect, test } from 'vitest'
import { localAddress } from './local-address.ts'

test.each(['/balie', '/balie/registraties?periode=week'])('%s is ours', (address) =>
  expect(localAddress(address)).toBe(address),
)

test.each([
  '',
  'balie',
  '//kwaad.example',
  '/\\kwaad.example',
  '/.//kwaad.example',
  '/%5c/..//kwaad.example',
  'https://kwaad.example',
  'javascript:alert(1)',
])('%j leads nowhere else, not even the second time', (address) =>
  expect(localAddress(localAddress(address))).not.toMatch(/^(\/\/|\/\\|[a-z]+:)/),
)
