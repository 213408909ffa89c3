import { afterAll, expect, test } from 'vitest'
import { foldFigures } from '../../src/capabilities/reports/public.ts'
import { fixedClock } from '../../src/platform/time/clock.ts'
import { violations } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { addHistory } from '../support/history.ts'
import { readPdf } from '../support/read-pdf.ts'
import { startTestServer } from '../support/test-server.ts'

const server = await startTestServer({ clock: fixedClock('2026-11-24T09:00:00Z') })
await addHistory(server.owner, server.world)
await foldFigures(server.workerDatabase)
const browser = await launchBrowser()
afterAll(() => browser.close())

test('without script: a report with remarks is written, sent as a PDF, and stays as it was', async () => {
  const context = await browser.newContext({
    locale: 'nl-NL',
    javaScriptEnabled: false,
    acceptDownloads: true,
  })
  await server.signIn(context, 'manager')
  const page = await context.newPage()
  await page.goto(`${server.origin}/sturing`)
  await page.getByRole('link', { name: 'Rapporten', exact: true }).click()
  await page.getByLabel('Van wie').selectOption({ label: 'Bibliotheek Eemdal' })
  await page.getByLabel('Welk rapport').selectOption({ label: 'Kwartaalrapport, derde kwartaal van 2026' })
  await page.getByRole('button', { name: 'Open het rapport' }).click()
  expect(await page.locator('h1').textContent()).toBe(
    'Kwartaalrapport Bibliotheek Eemdal, derde kwartaal van 2026',
  )

  // What is wrong is said, and nothing that was typed is lost.
  const remark = page.getByLabel('Opmerking bij het hele rapport')
  await remark.fill('Vragen? Mail naar iemand@voorbeeld.nl')
  await page.getByRole('button', { name: 'Bewaar opmerkingen' }).click()
  expect(await page.locator('main').textContent()).toContain(
    'Hier lijkt een e-mailadres te staan. Haal het weg.',
  )
  expect(await remark.inputValue()).toBe('Vragen? Mail naar iemand@voorbeeld.nl')
  await remark.fill('Met dank aan alle vrijwilligers.')
  await page.locator('#topics').getByText('Schrijf een opmerking bij deze figuur').click()
  await page.locator('#opmerking-topics').fill('DigiD bleef bovenaan.')
  await page.getByRole('button', { name: 'Bewaar opmerkingen' }).click()
  expect(await page.locator('main').textContent()).toContain('Je opmerkingen zijn bewaard.')

  // It asks first, and loses nothing that was typed meanwhile.
  await remark.fill('Met veel dank aan alle vrijwilligers.')
  await page.getByRole('button', { name: 'Leg het rapport vast' }).click()
  expect(await page.locator('h1').textContent()).toBe('Wil je dit rapport vastleggen?')
  await page.getByRole('button', { name: 'Leg het rapport vast' }).click()
  expect(await page.locator('main').textContent()).toContain('Het rapport is vastgelegd.')
  expect(await page.locator('textarea').count()).toBe(0)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download als pdf' }).click(),
  ])
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  const pdf = await readPdf(new Uint8Array(Buffer.concat(chunks)))
  expect(pdf).toMatchObject({ pdfUa: '1', language: 'nl' })
  expect(pdf.text).toContain('Met veel dank aan alle vrijwilligers.')

  // By mail, and off again.
  await page.getByRole('button', { name: 'Stuur mij dit rapport elk kwartaal' }).click()
  expect(await page.locator('#per-mail').textContent()).toContain('Elk kwartaal: Bibliotheek Eemdal')
  await page.getByRole('button', { name: /^Stop/ }).click()
  expect(await page.locator('main').textContent()).toContain('Je krijgt dit rapport niet meer per e-mail.')
  await context.close()
})

test('with the keyboard: the summary of errors takes the focus and leads to the field', async () => {
  const context = await browser.newContext({ locale: 'nl-NL' })
  await server.signIn(context, 'official')
  const page = await context.newPage()
  await page.goto(`${server.origin}/sturing/rapporten`)
  await page.getByRole('button', { name: 'Open het rapport' }).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Opmerking bij het hele rapport').fill('Bel 06-12345678')
  await page.getByRole('button', { name: 'Bewaar opmerkingen' }).focus()
  await page.keyboard.press('Enter')
  await page.locator('.balie-error-summary').waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('opmerking-general')
  await context.close()
})

test('nobody is kept out: no barriers, and nothing beyond the edge of a telephone', async () => {
  const context = await browser.newContext({ locale: 'nl-NL' })
  await server.signIn(context, 'manager')
  const page = await context.newPage()
  await page.goto(`${server.origin}/sturing/rapporten?periode=2026-Q2`)
  await page.getByRole('button', { name: 'Open het rapport' }).click()
  const draft = page.url()
  const [frozen] = (
    await server.owner.query<{ id: string }>(
      'select id from reports.written_reports where frozen_at is not null',
    )
  ).rows
  for (const address of [
    `${server.origin}/sturing/rapporten`,
    draft,
    `${server.origin}/sturing/rapporten/${frozen?.id}`,
    `${server.origin}/sturing/rapporten/landelijke-monitor`,
  ])
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      await page.goto(address)
      expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(
        width,
      )
      expect(await violations(page), address).toEqual([])
    }
  await context.close()
})
