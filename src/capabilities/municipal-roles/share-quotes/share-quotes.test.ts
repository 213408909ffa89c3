import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, owner, world } = await testApp()

const fields = (change: Record<string, string> = {}) => ({
  id: uuidv7(),
  desk: world.desk,
  text: 'Nu durf ik het zelf.',
  'heard.day': '20',
  'heard.month': '11',
  'heard.year': '2026',
  agreed: 'ja',
  ...change,
})
const kept = async () =>
  (
    await owner.query<{ id: string; text: string; shared: boolean }>(
      'select id, text, shared_at is not null as shared from municipal_roles.quotes',
    )
  ).rows

test('a quote is written down once, shared, taken back and removed', async () => {
  const browser = await as('coordinator')
  const sent = fields()
  expect((await browser.post('/balie/uitspraken', sent)).status).toBe(303)
  expect((await browser.post('/balie/uitspraken', sent)).status).toBe(303)
  expect(await kept()).toEqual([{ id: sent.id, text: sent.text, shared: true }])
  // With the button back, other words: they come back with an id of their own.
  const other = await browser.post('/balie/uitspraken', { ...sent, text: 'Nu help ik mijn buurvrouw.' })
  expect(other.status).toBe(409)
  const page = await other.text()
  for (const text of ['Nu help ik mijn buurvrouw.', 'Je hebt dit formulier al verstuurd'])
    expect(page).toContain(text)
  expect(page).not.toContain(`name="id" value="${sent.id}"`)
  expect(await kept()).toHaveLength(1)
  await browser.post(`/balie/uitspraken/${sent.id}`, { act: 'take-back' })
  expect((await kept())[0]?.shared).toBe(false)
  await browser.post(`/balie/uitspraken/${sent.id}`, { act: 'share' })
  expect((await kept())[0]?.shared).toBe(true)
  await browser.post(`/balie/uitspraken/${sent.id}`, { act: 'remove' })
  expect(await kept()).toEqual([])
})

test.each([
  [{ text: '' }, 'Vul in wat de bezoeker zei'],
  [{ text: 'a'.repeat(301) }, 'hoogstens 300 tekens'],
  [{ text: 'Mijn nummer is 06 12345678' }, 'Haal gegevens van de bezoeker weg'],
  [{ 'heard.year': '2027' }, 'een dag in die voorbij is'],
  [{ agreed: '' }, 'Vraag eerst of de bezoeker het goed vindt'],
  [{ desk: world.otherDesk }, 'Kies een informatiepunt'],
])('bad input comes back with all that was typed: %j', async (change, message) => {
  const response = await (await as('manager')).post('/balie/uitspraken', fields(change))
  expect(response.status).toBe(422)
  const html = await response.text()
  expect(html).toContain(message)
  expect(html).toContain('text' in change ? change.text : 'Nu durf ik het zelf.')
  expect(await kept()).toEqual([])
})

test('another library does not reach it', async () => {
  const sent = fields()
  await (await as('coordinator')).post('/balie/uitspraken', sent)
  const other = await as('otherManager')
  expect((await other.post(`/balie/uitspraken/${sent.id}`, { act: 'remove' })).status).toBe(404)
  expect(await (await other.get('/balie/uitspraken')).text()).not.toContain(sent.text)
  expect(await kept()).toHaveLength(1)
})
