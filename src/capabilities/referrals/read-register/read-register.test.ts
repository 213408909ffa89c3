import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'
import { processingRegister } from '../../../platform/personal-data/processing-register.ts'

const { as } = await testApp()

test('a privacy officer reads every activity, and takes them along as a file', async () => {
  const officer = await as('privacyOfficer')
  const html = await (await officer.get('/beheer/privacy/register')).text()
  const csv = await (await officer.get('/beheer/privacy/register.csv')).text()
  for (const { name } of processingRegister.activities) {
    expect(html).toContain(name)
    expect(csv).toContain(name)
  }
  expect(csv).toContain('referrals.persons (name, contact')
  expect(csv.trim().split('\r\n')).toHaveLength(processingRegister.activities.length + 1)
})
