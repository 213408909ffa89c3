import type { TestBrowser } from './test-app.ts'

/** The three boxes of a day in a form. */
export const dayBoxes = (name: string, day: string): Record<string, string> => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { [`${name}.day`]: date, [`${name}.month`]: month, [`${name}.year`]: year }
}

/** What the hidden field with this name holds. */
export const hiddenIn = (page: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''

/** Begins a subsidy decision to a library and fills in who and when; the address of the agreement. */
export async function startDecision(official: TestBrowser, libraryId: string): Promise<string> {
  const id = hiddenIn(await (await official.get('/sturing/overeenkomsten/nieuw')).text(), 'id')
  await official.post('/sturing/overeenkomsten/nieuw', {
    id,
    kind: 'subsidy-decision',
    title: 'Subsidie 2027',
  })
  const address = `/sturing/overeenkomsten/${id}`
  await official.post(`${address}/partijen`, { library: libraryId, version: '1' })
  await official.post(`${address}/looptijd`, {
    ...dayBoxes('from', '2027-01-01'),
    ...dayBoxes('until', '2027-12-31'),
    notice: '6',
    ...dayBoxes('review', '2027-09-01'),
    version: '2',
  })
  return address
}

/** Makes a version of the text as it is. */
export async function makeVersionOf(official: TestBrowser, address: string): Promise<void> {
  const id = hiddenIn(await (await official.get(`${address}/tekst`)).text(), 'id')
  await official.post(`${address}/tekst`, { id })
}
