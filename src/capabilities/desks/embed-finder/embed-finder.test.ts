import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'

const { anonymous } = await testApp()

test.each(['', '/en', '/tr', '/ar', '/uk', '/pl'])(
  'who puts the finder in a site reads %s in which languages, and what a policy must allow',
  async (prefix) => {
    const html = await (await anonymous().get(`${prefix}/voor-websites`)).text()
    expect(html).toMatch(/nl, en, tr, ar, uk, pl/)
    expect(html).toContain('taal=&quot;tr&quot;')
    for (const directive of ['script-src', 'connect-src', 'form-action'])
      expect(html).toContain(`${directive} http://balie.test`)
  },
)
