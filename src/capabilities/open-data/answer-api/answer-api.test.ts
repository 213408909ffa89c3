import { expect, test } from 'vitest'
import { addHistory } from '../../../../tests/support/history.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import { makeReleases } from '../make-releases/make-releases.command.ts'

const { owner, world, runJobs, workerDatabase, clock, anonymous, app } = await testApp()
await addHistory(owner, world)
await runJobs()
await makeReleases(workerDatabase, clock.now(), { smallest: 10, from: undefined })
interface Answer {
  readonly totaal: number
  readonly pagina: number
  readonly paginas: number
  readonly volgende: string | null
  readonly cijfers: readonly Readonly<Record<string, string | number | null>>[]
}
const path = '/open-data/api/v1/cijfers'
const ask = async (query: string) => anonymous().get(`${path}?${query}`)
const read = async (query: string) => (await (await ask(query)).json()) as Answer

test('gives the numbers that are asked for, with their names', async () => {
  const { totaal, cijfers } = await read('tabel=landelijk-per-maand&periode=2025-03&onderdeel=totaal')
  const { rows } = await owner.query<{ contacts: number }>(
    `select count(*)::int as contacts from contacts.contacts where to_char(occurred_on, 'YYYY-MM') = '2025-03'`,
  )
  expect(totaal).toBe(2)
  expect(cijfers[0]).toEqual({
    tabel: 'landelijk-per-maand',
    periode: '2025-03',
    regio: 'NL',
    regionaam: 'Nederland',
    onderdeel: 'totaal',
    code: 'contacts',
    naam: 'Hulpcontacten',
    eenheid: 'hulpcontacten',
    aantal: rows[0]?.contacts,
    status: null,
  })
})

test('says the same for a number that is hidden, whatever the reason', async () => {
  const { cijfers } = await read('periode=2025&onderdeel=onderwerp')
  const hidden = cijfers.filter(({ status }) => status !== null)
  expect(hidden.length).toBeGreaterThan(0)
  expect(hidden.every(({ aantal, status }) => aantal === null && status === 'c')).toBe(true)
})

test('a year holds its quarters and months; pages follow each other to the end', async () => {
  const all: unknown[] = []
  let query = 'periode=2025'
  for (let page = 1; ; page++) {
    const { cijfers, volgende, paginas, pagina } = await read(query)
    expect([pagina, cijfers.length <= 500]).toEqual([page, true])
    all.push(
      ...cijfers.map(({ tabel, periode, regio, onderdeel, code }) =>
        [tabel, periode, regio, onderdeel, code].join(),
      ),
    )
    if (!volgende) {
      expect(page).toBe(paginas)
      break
    }
    query = volgende.slice(volgende.indexOf('?') + 1)
  }
  const { totaal } = await read('periode=2025')
  expect([all.length, new Set(all).size]).toEqual([totaal, totaal])
  expect(totaal).toBeGreaterThan(500)
})

test('says what is wrong with a question, by name', async () => {
  const response = await ask(
    'tabel=alles&periode=gisteren&regio=Utrecht&onderdeel=leeftijd&code=DROP%20TABLE&pagina=0&kleur=rood',
  )
  expect(response.status).toBe(400)
  const { invalidParams } = (await response.json()) as { invalidParams: { name: string }[] }
  expect(invalidParams.map(({ name }) => name)).toEqual([
    'tabel',
    'periode',
    'regio',
    'onderdeel',
    'code',
    'pagina',
    'kleur',
  ])
})

test('says why: a page and a year may be too far, and a question has each part once', async () => {
  const reasonOf = async (query: string) => {
    const { invalidParams } = (await (await ask(query)).json()) as { invalidParams?: { reason: string }[] }
    return invalidParams?.map(({ reason }) => reason)
  }
  expect(await reasonOf('pagina=9999999')).toEqual(['een heel getal van 1 tot en met 999999'])
  expect((await reasonOf('periode=1999'))?.join()).toContain('vanaf 2000 tot en met 2099')
  expect(await reasonOf('tabel=landelijk-per-maand&tabel=gemeenten-per-jaar')).toEqual([
    'staat er meer dan een keer; kies er een',
  ])
})

test('other sites may ask, and who has the answer already gets none', async () => {
  const response = await ask('periode=2025-03')
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(response.headers.get('cache-control')).toBe('public, max-age=3600')
  const again = await app.request(`http://balie.test${path}?periode=2025-03`, {
    headers: { 'if-none-match': response.headers.get('etag') ?? '' },
  })
  expect(again.status).toBe(304)
})

test('a host that somebody made up reaches nobody else: an answer that all may keep has none in it', async () => {
  for (const address of [
    `${path}?periode=2025`,
    '/open-data/datapackage.json',
    '/open-data/dcat.ttl',
    '/open-data/gemeenten-per-kwartaal.csv',
  ]) {
    const response = await app.request(`http://verzonnen.test${address}`)
    expect(response.status).toBe(200)
    const isForAll = response.headers.get('cache-control')?.startsWith('public')
    expect([address, isForAll && (await response.text()).includes('verzonnen.test')]).toEqual([
      address,
      false,
    ])
  }
  const { volgende } = await read('periode=2025')
  expect(volgende).toBe(`${path}?periode=2025&pagina=2`)
})
