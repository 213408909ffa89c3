import { expect, test } from 'vitest'
import { testApp } from '../../../tests/support/test-app.ts'

const { anonymous } = await testApp()

test.each([
  ['/en/', '/en'],
  ['/gemeente/amersfoort/', '/gemeente/amersfoort'],
  ['/gemeente/amersfoort//', '/gemeente/amersfoort'],
  ['/en/?waar=3811+LP&nu=ja', '/en?waar=3811+LP&nu=ja'],
  // A browser takes what begins with two slashes for another host.
  ['//voorbeeld.nl/', '/voorbeeld.nl'],
  ['///voorbeeld.nl//', '/voorbeeld.nl'],
  ['/\\voorbeeld.nl/', '/voorbeeld.nl'],
])('%s leads to the address without the slash', async (path, address) => {
  const response = await anonymous().get(path)
  expect([response.status, response.headers.get('location')]).toEqual([303, address])
})

test('what is sent to such an address is not taken along', async () => {
  expect((await anonymous().post('/inloggen/', {})).status).toBe(404)
})

test('the page at the root is no address with a slash too many', async () => {
  expect((await anonymous().get('/')).status).toBe(200)
})
