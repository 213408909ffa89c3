import { beforeEach, expect, test } from 'vitest'
import { addHistory } from '../../../../tests/support/history.ts'
import { testApp } from '../../../../tests/support/test-app.ts'

const { as, owner, world, runJobs } = await testApp()
await addHistory(owner, world)
await runJobs()
beforeEach(async () => {
  await owner.query('delete from reports.written_reports')
})

async function openDraft(periode = '2026-Q3'): Promise<string> {
  const response = await (await as('manager')).post('/sturing/rapporten', {
    gebied: `bibliotheek:${world.library}`,
    periode,
  })
  return response.headers.get('location') ?? ''
}

const textOf = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

const stored = async () =>
  (
    await owner.query<{ frozen: boolean; remarks: Record<string, string>; version: number }>(
      'select frozen_at is not null as frozen, remarks, version from reports.written_reports',
    )
  ).rows

test('a draft keeps what was typed by every button of its page, and goes on with what was asked', async () => {
  const address = await openDraft()
  const manager = await as('manager')
  const html = await (await manager.get(address)).text()
  expect(html).toContain('Er zijn nog geen opmerkingen bewaard.')
  // One form, in which everything that can be pressed stands.
  const form = /<form[^>]*action="\/sturing\/rapporten\/[^"]+".*?<\/form>/s.exec(html)?.[0] ?? ''
  const next = [...form.matchAll(/name="daarna" value="([^"]+)"/g)].map(([, value]) => value)
  expect(next).toEqual(['pdf', 'xlsx', 'csv', 'vastleggen', 'weggooien', 'per-mail'])
  expect(html).not.toMatch(/href="[^"]*rapport\.(pdf|xlsx|csv)"/)
  const press = async (daarna: string, versie: number, text: string) =>
    (await manager.post(address, { versie: `${versie}`, daarna, 'opmerking-general': text })).headers.get(
      'location',
    )
  // Nothing to keep: the file at once, and the page with its version stays good.
  expect(await press('pdf', 1, '')).toBe(`${address}/rapport.pdf`)
  expect(await press('pdf', 1, 'Een')).toBe(`${address}?bericht=download`)
  expect(await press('xlsx', 2, 'Een')).toBe(`${address}/rapport.xlsx`)
  expect(await press('per-mail', 2, 'Twee')).toBe('/sturing/rapporten?bericht=gevraagd#per-mail')
  expect((await owner.query('delete from reports.report_schedules')).rowCount).toBe(1)
  expect(await press('vastleggen', 3, 'Drie')).toBe(`${address}/vastleggen`)
  expect(await press('weggooien', 4, 'Vier')).toBe(`${address}/weggooien`)
  expect(await press('weggooien', 5, 'Bel 06-12345678')).toBe(`${address}/weggooien`)
  expect(await stored()).toEqual([{ frozen: false, remarks: { general: 'Vier' }, version: 5 }])
})

test('a draft asks before it is frozen or thrown away, and then goes by what was kept', async () => {
  const address = await openDraft()
  const manager = await as('manager')
  await manager.post(address, { versie: '1', 'opmerking-general': 'Blijft' })
  for (const step of ['vastleggen', 'weggooien']) {
    const text = textOf(await (await manager.get(`${address}/${step}`)).text())
    expect(text).toContain('Kwartaalrapport Bibliotheek Eemdal, derde kwartaal van 2026')
    expect(text).toContain('Er is één opmerking bewaard.')
  }
  expect(await stored()).toMatchObject([{ frozen: false }])
  // Somebody changed it since it was asked: nothing is frozen, and the page stands as it is now.
  await manager.post(address, { versie: '2', 'opmerking-general': 'Later' })
  const late = await manager.post(`${address}/vastleggen`, { versie: '2' })
  expect(late.status).toBe(409)
  expect(textOf(await late.text())).toContain('Later')
  expect((await manager.post(`${address}/vastleggen`, { versie: '3' })).status).toBe(303)
  expect(await stored()).toMatchObject([{ frozen: true, remarks: { general: 'Later' } }])
  // Who froze it is not told that a colleague did.
  const again = await manager.post(address, { versie: '3', 'opmerking-general': 'Nog iets' })
  expect(textOf(await again.text())).toContain('Je hebt dit rapport al vastgelegd.')
  expect((await manager.get(`${address}/weggooien`)).headers.get('location')).toBe(address)
})

test('what was not counted yet is not told as nought', async () => {
  // History begins on 1 October 2024.
  const text = textOf(await (await (await as('manager')).get(await openDraft('2024'))).text())
  expect(text).toContain('Geteld vanaf oktober 2024. Daarvoor is hier niets geteld.')
  expect(text).toMatch(/januari 2024 – –/)
  expect(text).not.toContain('31 december 2023')
  expect(text).toMatch(/Van alleen de \d+ hulpcontacten waarbij het is ingevuld, is ‘[^’]+’ \d+ %\./)
})
