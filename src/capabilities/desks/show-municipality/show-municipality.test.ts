import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'

const { anonymous } = await testApp()

test.each([
  ['/gemeente/Amersfoort', '/gemeente/amersfoort'],
  ["/tr/gemeente/'s-Hertogenbosch", '/tr/gemeente/s-hertogenbosch'],
])('%s, as people write it, leads to the address as it is', async (path, address) => {
  const response = await anonymous().get(path)
  expect([response.status, response.headers.get('location')]).toEqual([303, address])
})

test('a name that no municipality has stays without a page', async () => {
  expect((await anonymous().get('/gemeente/Nergens')).status).toBe(404)
})
