import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { startTestServer } from '../support/test-server.ts'

const server = await startTestServer()
const browser = await launchBrowser()
afterAll(() => browser.close())

let context: BrowserContext
let page: Page
const contexts: BrowserContext[] = []

async function open(options: Parameters<typeof browser.newContext>[0] = {}, path = '/balie'): Promise<Page> {
  context = await browser.newContext({ locale: 'nl-NL', viewport: { width: 1280, height: 800 }, ...options })
  contexts.push(context)
  await server.signIn(context, 'volunteer')
  page = await context.newPage()
  await page.goto(`${server.origin}${path}`)
  // The script has put the cursor where one begins.
  if (path === '/balie' && options.javaScriptEnabled !== false)
    await page.waitForFunction(() => document.activeElement?.id === 'topic-0')
  return page
}

interface Row {
  id: string
  counted_as: string
  duration: string
  topics: string[]
  help: string[]
}
const rows = async (): Promise<Row[]> =>
  (
    await server.owner.query<Row>(
      `select id, counted_as, duration, array(select topic_code from contacts.questions q where q.contact_id = c.id order by position) as topics,
         array(select help from contacts.help_given h where h.contact_id = c.id order by help) as help
       from contacts.contacts c where deleted_at is null order by received_at, id`,
    )
  ).rows
const stored = (number: number) =>
  expect.poll(async () => (await rows()).length, { timeout: 5_000 }).toBe(number)

beforeEach(async () => {
  await server.owner.query('truncate contacts.contacts, contacts.tallies cascade')
})
afterEach(async () => {
  for (const each of contexts.splice(0)) await each.close()
})

describe('a routine contact', () => {
  // The five commonest by what is known of the questions (src/capabilities/contacts/common-topics.ts).
  const commonest = [
    { topic: 'DigiD-app', help: 'App geïnstalleerd' },
    { topic: 'DigiD aanvragen', help: 'Samen gedaan' },
    { topic: 'Telefoon of tablet', help: 'Apparaat uitgelegd' },
    { topic: 'Gemeentelijke regeling', help: 'Samen opgezocht' },
    { topic: 'Toeslagen', help: 'Vraag beantwoord' },
  ]

  test('takes three taps and no ten seconds, five times in a row', async () => {
    await open({ hasTouch: true, viewport: { width: 1024, height: 768 } })
    for (const [index, { topic, help }] of commonest.entries()) {
      let taps = 0
      const tap = async (target: ReturnType<Page['locator']>): Promise<void> => {
        taps++
        await target.tap()
      }
      const began = performance.now()
      await tap(page.getByText(topic, { exact: true }))
      await tap(page.getByText(help, { exact: true }))
      await tap(page.getByRole('button', { name: 'Registratie opslaan' }))
      await page.getByText(`Opgeslagen: ${topic}`).waitFor()
      const seconds = (performance.now() - began) / 1000
      process.stdout.write(`${topic}: ${taps} taps, ${seconds.toFixed(1)} s by machine\n`)
      expect(taps).toBeLessThanOrEqual(3)
      expect(seconds).toBeLessThan(10)
      await stored(index + 1)
    }
    expect((await rows()).map(({ topics }) => topics[0])).toEqual([
      'digid-app-install',
      'digid-apply',
      'smartphone-tablet',
      'municipal-facilities',
      'allowances',
    ])
  })

  test('takes three keystrokes with the keyboard alone, five times in a row', async () => {
    await open()
    for (const [index, { topic }] of commonest.entries()) {
      const keys = [String(index + 1), ['5', '1', '4', '2', '3'][index] ?? '', 'Enter']
      const began = performance.now()
      for (const key of keys) await page.keyboard.press(key)
      await page.getByText(`Opgeslagen: ${topic}`).waitFor()
      process.stdout.write(
        `${topic}: ${keys.length} keys, ${((performance.now() - began) / 1000).toFixed(1)} s by machine\n`,
      )
      expect(keys.length).toBeLessThanOrEqual(3)
      await stored(index + 1)
    }
    expect((await rows()).map(({ help }) => help)).toEqual([
      ['help-installed-app'],
      ['help-done-together'],
      ['help-explained-device'],
      ['help-looked-up-together'],
      ['help-answered'],
    ])
  })

  test('fits one screen of 1280 by 800, and no page scrolls sideways', async () => {
    await open()
    const bottom = async (): Promise<number> => {
      const save = await page.getByRole('button', { name: 'Registratie opslaan' }).last().boundingBox()
      return (save?.y ?? 0) + (save?.height ?? 0)
    }
    expect(await bottom()).toBeLessThanOrEqual(800)
    for (const key of ['1', '1', 'Enter']) await page.keyboard.press(key)
    await page.getByText('Opgeslagen: ').waitFor()
    expect(await bottom(), 'with the line that says what was saved').toBeLessThanOrEqual(800)
    for (const width of [320, 360, 768, 1024]) {
      await page.setViewportSize({ width, height: 800 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width}`).toBeLessThanOrEqual(
        width,
      )
    }
  })

  test('leaves the form ready for the next, at the same desk', async () => {
    await open()
    await page.getByLabel('Hoe kwam de vraag?').selectOption('channel-phone')
    for (const key of ['1']) await page.locator('#topic-0').press(key)
    await page.keyboard.press('1')
    await page.keyboard.press('Control+Enter')
    await stored(1)
    expect(await page.locator('input[type=checkbox]:checked').count()).toBe(0)
    expect(await page.getByLabel('Hoe kwam de vraag?').inputValue()).toBe('channel-phone')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('topic-0')
    expect(await page.locator('#today').textContent()).toBe('Vandaag 1')
    await page.reload()
    expect(await page.getByLabel('Hoe kwam de vraag?').inputValue()).toBe('channel-phone')
  })
})

describe('search', () => {
  test('finds a topic in spite of a typing error, without asking the server', async () => {
    await open()
    await page.waitForLoadState('networkidle')
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page
      .getByRole('combobox', { name: 'Zoek een onderwerp of organisatie' })
      .pressSequentially('zorgtoeslga')
    await page.getByRole('option', { name: 'Zorgtoeslag' }).waitFor()
    expect(asked).toEqual([])
    await page.keyboard.press('Enter')
    expect(await page.getByLabel('Zorgtoeslag').isChecked()).toBe(true)
    expect(await page.locator('#provider-summary').textContent()).toContain('Belastingdienst')
    await page.keyboard.press('3')
    await page.keyboard.press('Enter')
    await stored(1)
    expect((await rows())[0]).toMatchObject({ topics: ['healthcare-allowance'], help: ['help-answered'] })
  })

  test('finds an organisation, for a question that has no topic of its own', async () => {
    await open()
    await page.keyboard.press('u')
    await page.locator('#topic-search').pressSequentially('wv')
    await page.getByRole('option', { name: 'Andere vraag over UWV' }).click()
    expect(await page.locator('#provider-summary').textContent()).toBe('Organisatie: UWV')
    expect(await page.getByLabel('Waar ging het over, in een paar woorden?').isVisible()).toBe(true)
  })
})

describe('more than the routine', () => {
  test('several questions, one taken away again, another organisation', async () => {
    await open()
    await page.getByText('Toeslagen', { exact: true }).click()
    await page.getByRole('button', { name: 'Nog een vraag' }).click()
    await page.getByText('Rijbewijs', { exact: true }).click()
    await page.getByRole('button', { name: 'Nog een vraag' }).click()
    expect(
      await page
        .getByRole('group', { name: 'Waar gaat vraag 3 over?' })
        .or(page.getByRole('radiogroup', { name: 'Waar gaat vraag 3 over?' }))
        .count(),
    ).toBe(1)
    await page.getByRole('button', { name: 'Toeslagen weghalen' }).click()
    await page.getByText('Online bankieren', { exact: true }).click()
    await page.getByText('Organisatie: Bank').click()
    await page.getByLabel('Gemeente', { exact: true }).check()
    await page.getByText('Samen gedaan', { exact: true }).click()
    await page.getByRole('button', { name: 'Registratie opslaan' }).click()
    await stored(1)
    expect((await rows())[0]?.topics).toEqual(['driving-licence', 'online-banking'])
    const { rows: providers } = await server.owner.query(
      'select position, service_provider_code as code from contacts.question_service_providers order by 1, 2',
    )
    expect(providers.filter(({ position }) => position === 1)).toEqual([
      { position: 1, code: 'municipality' },
    ])
  })

  test('personal data in a free text does not leave the device', async () => {
    await open()
    const sent: string[] = []
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.postData() ?? '')
    })
    await page.getByText('Andere vraag', { exact: true }).click()
    await page.getByLabel('Waar ging het over, in een paar woorden?').fill('bsn 123456782')
    await page.getByText('Samen gedaan', { exact: true }).click()
    await page.getByRole('button', { name: 'Registratie opslaan' }).click()
    const summary = page.locator('.balie-error-summary')
    await summary.getByText('burgerservicenummer').waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('error-summary-title')
    expect(sent).toEqual([])
    await summary.getByRole('link').click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('topic-text-0')
    await page.getByLabel('Waar ging het over, in een paar woorden?').fill('hulp met de scanner')
    await page.getByRole('button', { name: 'Registratie opslaan' }).click()
    await stored(1)
  })

  test('what is missing is said, and the rest stays', async () => {
    await open()
    await page.getByText('Toeslagen', { exact: true }).click()
    await page.getByRole('button', { name: 'Registratie opslaan' }).click()
    await page.locator('.balie-error-summary').getByText('Kies hoe je hebt geholpen').waitFor()
    expect(await page.getByRole('radio', { name: 'Toeslagen' }).isChecked()).toBe(true)
    await page.getByText('Folder meegegeven', { exact: true }).click()
    await page.getByRole('button', { name: 'Registratie opslaan' }).click()
    await stored(1)
    expect(await page.locator('.balie-error-summary').count()).toBe(0)
  })

  test('undo takes back what was sent already', async () => {
    await open()
    for (const key of ['1', '1', 'Enter']) await page.keyboard.press(key)
    await stored(1)
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await page.getByText('De registratie is weggehaald.').waitFor()
    await stored(0)
  })

  test('the duration runs by itself from the first touch, and a chosen one stays', async () => {
    await open()
    await page.clock.install()
    await page.reload()
    await page.getByText('Toeslagen', { exact: true }).click()
    await page.clock.runFor(12 * 60_000)
    expect(await page.getByLabel('Hoe lang?').inputValue()).toBe('duration-10-20')
    await page.getByText('(12 min, loopt)').waitFor()
    await page.getByText('Samen gedaan', { exact: true }).click()
    await page.getByLabel('Hoe lang?').selectOption('duration-20-40')
    await page.clock.runFor(60_000)
    expect(await page.getByLabel('Hoe lang?').inputValue()).toBe('duration-20-40')
  })

  test('a form half filled in is there again after the browser was closed', async () => {
    await open()
    await page.getByText('Toeslagen', { exact: true }).click()
    await page.getByText('Deels', { exact: true }).click()
    await page.waitForTimeout(400)
    await page.close()
    page = await context.newPage()
    await page.goto(`${server.origin}/balie`)
    await expect.poll(() => page.getByRole('radio', { name: 'Toeslagen' }).isChecked()).toBe(true)
    expect(await page.getByLabel('Deels').isChecked()).toBe(true)
  })
})

describe('a busy day', () => {
  test('one tap is one contact, and undo takes back the last', async () => {
    await open({ hasTouch: true }, '/balie/druk')
    for (const topic of ['Rijbewijs', 'Rijbewijs', 'Toeslagen'])
      await page.getByRole('button', { name: topic }).tap()
    await stored(3)
    await page.getByRole('button', { name: 'Ongedaan maken' }).tap()
    await stored(2)
    expect((await rows()).map(({ counted_as, topics }) => [counted_as, topics[0]])).toEqual([
      ['rush', 'driving-licence'],
      ['rush', 'driving-licence'],
    ])
    expect(await page.locator('#today').textContent()).toBe('Vandaag 2')
  })

  test('a paper tally and an hour without visitors', async () => {
    await open({}, '/balie/turflijst')
    await page.locator('#topic-0').selectOption('passport')
    await page.locator('#number-0').fill('4')
    await page.getByRole('button', { name: 'Turflijst opslaan' }).click()
    await stored(4)
    await page.getByLabel('Welk uur?').selectOption('0')
    await page.getByRole('button', { name: 'Opslaan dat er niemand was' }).click()
    await expect
      .poll(async () => (await server.owner.query('select hour from contacts.quiet_hours')).rows)
      .toEqual([{ hour: 0 }])
  })
})

describe('without JavaScript', () => {
  test('the same form registers a contact with two questions, on one page', async () => {
    await open({ javaScriptEnabled: false })
    await page.getByRole('radio', { name: 'Toeslagen' }).check()
    await page.getByRole('button', { name: 'Nog een vraag' }).click()
    await page.getByLabel('Ander onderwerp').selectOption('state-pension')
    await page.getByLabel('Samen gedaan').check()
    await page.getByRole('button', { name: 'Registratie opslaan' }).click()
    await page.getByText('Opgeslagen: Toeslagen, AOW').waitFor()
    expect((await rows())[0]?.topics).toEqual(['allowances', 'state-pension'])
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await page.getByText('De registratie is weggehaald.').waitFor()
    expect(await rows()).toEqual([])
  })

  test('errors come back with a summary that leads to the field', async () => {
    await open({ javaScriptEnabled: false })
    await page.getByRole('button', { name: 'Registratie opslaan' }).click()
    expect(await page.title()).toMatch(/^Fout: /)
    await page
      .locator('.balie-error-summary')
      .getByRole('link', { name: 'Kies waar de vraag over gaat' })
      .click()
    expect(page.url()).toMatch(/#topic-0$/)
  })

  test('Enter saves, and does not press the first button on the page', async () => {
    await open({ javaScriptEnabled: false })
    await page.getByRole('radio', { name: 'Toeslagen' }).check()
    await page.getByLabel('Samen gedaan').press('Space')
    await page.keyboard.press('Enter')
    await page.getByText('Opgeslagen: Toeslagen').waitFor()
  })

  test('counting, the tally and the list work, too', async () => {
    await open({ javaScriptEnabled: false }, '/balie/druk')
    await page.getByRole('button', { name: 'Rijbewijs' }).click()
    await page.getByText('Opgeslagen: Rijbewijs').waitFor()
    await page.goto(`${server.origin}/balie/turflijst`)
    await page.locator('#topic-0').selectOption('passport')
    await page.locator('#number-0').fill('2')
    await page.getByRole('button', { name: 'Turflijst opslaan' }).click()
    await page.getByText('De turflijst is opgeslagen.').waitFor()
    await page.goto(`${server.origin}/balie/registraties`)
    await page.getByRole('link', { name: /wijzigen$/ }).click()
    await page.getByLabel('Folder meegegeven').check()
    await page.getByRole('button', { name: 'Wijziging opslaan' }).click()
    await page.getByText('De registratie is gewijzigd.').waitFor()
  })
})
