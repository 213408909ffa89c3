import { expect, test } from 'vitest'
import { addressOfDesk } from '../../../../tests/support/finder-world.ts'
import { testApp } from '../../../../tests/support/test-app.ts'

const { anonymous, owner, world } = await testApp()
const address = await addressOfDesk(owner, world.desk)

test.each([
  ['', 'Stand van 24 november 2026', 'Druk af'],
  ['/en', 'As of 24 November 2026', 'Print'],
  ['/tr', '24 Kasım 2026 itibarıyla', 'Yazdır'],
  ['/uk', 'Станом на 24 листопада 2026', 'Надрукувати'],
  ['/pl', 'Stan na 24 listopada 2026', 'Drukuj'],
])(
  'the leaflet %s says of which day it is, and has a button that waits for its script',
  async (prefix, day, print) => {
    const html = await (await anonymous().get(`${prefix}${address}/folder`)).text()
    expect(html).toContain(day)
    expect(html).toMatch(
      new RegExp(`<balie-print.*<button[^>]* hidden[^>]*>${print}</button>.*</balie-print>`, 's'),
    )
    expect(html).toContain('print-leaflet.js')
  },
)

test('in Arabic the day has its month in Arabic', async () => {
  const html = await (await anonymous().get(`/ar${address}/folder`)).text()
  expect(html).toMatch(/24 نوفمبر 2026/)
})
