import { readXlsx } from 'hucre/xlsx'
import { beforeEach, describe, expect, test } from 'vitest'
import { addHistory } from '../../../../tests/support/history.ts'
import { readPdf } from '../../../../tests/support/read-pdf.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import type { Person } from '../../../../tests/support/world.ts'

const { as, owner, world, runJobs } = await testApp()
await addHistory(owner, world)
await runJobs()
beforeEach(async () => {
  await owner.query('delete from reports.written_reports')
})

const library = `bibliotheek:${world.library}`

/** Opens the report and gives its address. */
async function open(person: Person, gebied: string, periode = '2026-Q3'): Promise<string> {
  const response = await (await as(person)).post('/sturing/rapporten', { gebied, periode })
  expect(response.status).toBe(303)
  return response.headers.get('location') ?? ''
}

const textOf = (html: string): string =>
  html
    .replaceAll(/<(style|script)[^>]*>.*?<\/\1>/gs, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&#39;/g, "'")
    .replaceAll(/\s+/g, ' ')

async function see(person: Person, address: string): Promise<string> {
  const response = await (await as(person)).get(address)
  expect(response.status).toBe(200)
  return textOf(await response.text())
}

const stored = async () =>
  (
    await owner.query<{ frozen: boolean; remarks: Record<string, string>; version: number }>(
      'select frozen_at is not null as frozen, remarks, version from reports.written_reports',
    )
  ).rows

describe('a report', () => {
  test('is a draft of the figures as they are, the same one for all who may write it', async () => {
    const address = await open('manager', library)
    expect(await open('manager', library)).toBe(address)
    const text = await see('manager', address)
    expect(text).toContain('Kwartaalrapport Bibliotheek Eemdal, derde kwartaal van 2026')
    expect(text).toMatch(/In deze periode zijn \d+ hulpcontacten geregistreerd, met \d+ hulpvragen\./)
    expect(text).toContain('Figuur 1. Leeftijd van bezoekers')
    expect(text).toContain('Figuur 8. Wie achter de balie staan')
    expect(text).toMatch(/\d van de \d informatiepunten registreerden in deze periode hulpcontacten\./)
    expect(text).toContain('Eén informatiepunt registreerde in deze periode niets.')
  })

  test('keeps remarks, and what is wrong stays as it was typed', async () => {
    const address = await open('manager', library)
    const manager = await as('manager')
    const wrong = await manager.post(address, {
      versie: '1',
      'opmerking-general': 'Bel mij op 06-12345678',
      'opmerking-age': 'x'.repeat(1001),
      'opmerking-topics': 'DigiD bleef druk.',
    })
    expect(wrong.status).toBe(422)
    const html = await wrong.text()
    expect(html).toContain('Bel mij op 06-12345678')
    expect(html).toContain('x'.repeat(1001))
    expect(html).toContain('DigiD bleef druk.')
    expect(textOf(html)).toContain('Hier lijkt een telefoonnummer te staan. Haal het weg.')
    expect(textOf(html)).toContain('Maak de opmerking korter: hooguit 1000 tekens.')
    expect(await stored()).toMatchObject([{ remarks: {}, version: 1 }])

    const right = await manager.post(address, {
      versie: '1',
      'opmerking-topics': 'DigiD bleef druk.\r\nTot oktober.',
    })
    expect(right.headers.get('location')).toBe(`${address}?bericht=bewaard`)
    expect(await stored()).toEqual([
      { frozen: false, remarks: { topics: 'DigiD bleef druk.\nTot oktober.' }, version: 2 },
    ])
    expect(await see('manager', address)).toContain('DigiD bleef druk.')
  })

  test('that a colleague changed meanwhile is not written over', async () => {
    const address = await open('manager', library)
    const manager = await as('manager')
    await manager.post(address, { versie: '1', 'opmerking-general': 'Van de een' })
    const second = await manager.post(address, { versie: '1', 'opmerking-general': 'Van de ander' })
    expect(second.status).toBe(409)
    const html = await second.text()
    expect(textOf(html)).toContain('Van de ander')
    expect(await stored()).toMatchObject([{ remarks: { general: 'Van de een' } }])
    // Who has been told may do so all the same.
    expect(html).toContain('name="versie" value="2"')
  })

  test.each(['99999999999', '1e30', '1.5', '-1', 'x'])(
    'is left alone by a version that there is not: %s',
    async (versie) => {
      const address = await open('manager', library)
      const manager = await as('manager')
      const kept = await manager.post(address, { versie, 'opmerking-general': 'Getypt' })
      expect(kept.status).toBe(409)
      expect(textOf(await kept.text())).toContain('Getypt')
      expect((await manager.post(`${address}/weggooien`, { versie })).status).toBe(409)
      expect(await stored()).toMatchObject([{ remarks: {}, version: 1 }])
    },
  )

  test('is thrown away as long as it is a draft', async () => {
    const address = await open('manager', library)
    const manager = await as('manager')
    expect((await manager.post(`${address}/weggooien`, { versie: '1' })).status).toBe(303)
    expect(await stored()).toEqual([])
    expect((await manager.get(address)).status).toBe(404)
  })
})

describe('a frozen report', () => {
  const freeze = async (person: Person, address: string, fields: Record<string, string> = {}) =>
    (await as(person)).post(`${address}/vastleggen`, { versie: '1', ...fields })

  test('is frozen once, however often and by how many the button is pressed', async () => {
    const address = await open('manager', library)
    const pressed = await Promise.all(
      ['a', 'a', 'b'].map((text) => freeze('manager', address, { 'opmerking-general': text })),
    )
    const done = pressed.filter(({ status }) => status === 303)
    expect(done.length).toBeGreaterThan(0)
    expect((await stored()).map(({ frozen }) => frozen)).toEqual([true])
    // Who typed something else gets it back.
    const kept = (await stored())[0]?.remarks.general
    for (const [at, response] of pressed.entries()) {
      const typed = ['a', 'a', 'b'][at]
      expect(response.status).toBe(typed === kept ? 303 : 409)
      if (typed !== kept) expect(textOf(await response.text())).toContain(`nog nodig hebt. ${typed}`)
    }
    const { rows } = await owner.query(
      `select details->>'done' as done from platform.audit_lines where action = 'reports.freeze' and subject_id = $1`,
      [address.split('/').at(-1)],
    )
    expect(rows.filter(({ done }) => done === 'true')).toHaveLength(1)
  })

  test('waits until its period is over', async () => {
    const address = await open('manager', library, '2026-11')
    const response = await freeze('manager', address, { 'opmerking-general': 'Alvast' })
    expect(response.status).toBe(422)
    const text = textOf(await response.text())
    expect(text).toContain('Deze periode loopt nog. Leg het rapport vast vanaf 1 december 2026.')
    expect(text).toContain('Alvast')
  })

  test('never changes; what is corrected later stands beside it, old and new', async () => {
    const address = await open('manager', library)
    await freeze('manager', address, { 'opmerking-general': 'Zo was het' })
    const before = await see('manager', address)
    expect(before).toContain('Er is na het vastleggen niets bijgewerkt.')
    const files = async () => {
      const manager = await as('manager')
      const csv = await (await manager.get(`${address}/rapport.csv`)).text()
      const pdf = new Uint8Array(await (await manager.get(`${address}/rapport.pdf`)).arrayBuffer())
      const workbook = await readXlsx(
        new Uint8Array(await (await manager.get(`${address}/rapport.xlsx`)).arrayBuffer()),
      )
      return { csv, pdf, sheets: workbook.sheets.map(({ name, rows }) => [name, rows]) }
    }
    const then = await files()
    const contacts = Number(/zijn (\d+) hulpcontacten/.exec(before)?.[1])
    await owner.query(
      `insert into contacts.figure_changes (library_id, desk_id, municipality_code, day, cells, appended_at)
       values ($1, $2, 'GM0307', '2026-09-03', '{"contacts": 3, "questions": 3, "questions/topic:digid": 3, "channel-desk": 3, "counted:rush": 3}', now())`,
      [world.library, world.desk],
    )
    await runJobs()
    const after = await see('manager', address)
    expect(after).toContain('Later bijgewerkt')
    expect(after).toContain(`Hulpcontacten, derde kwartaal van 2026 ${contacts} ${contacts + 3}`)
    expect(after).toContain(`zijn ${contacts} hulpcontacten geregistreerd`)
    const later = await files()
    expect(later.csv).toBe(then.csv)
    expect(later.sheets).toEqual(then.sheets)
    expect(Buffer.from(later.pdf).equals(Buffer.from(then.pdf))).toBe(true)
    // A draft of the same area counts along.
    expect(await see('manager', await open('manager', `informatiepunt:${world.desk}`))).not.toContain(
      'Later bijgewerkt',
    )
  })

  test('can be neither changed nor thrown away, not even in the database by the application', async () => {
    const address = await open('manager', library)
    await freeze('manager', address)
    const manager = await as('manager')
    const changed = await manager.post(address, { versie: '2', 'opmerking-general': 'Toch anders' })
    expect(changed.status).toBe(409)
    expect((await manager.post(`${address}/weggooien`, { versie: '2' })).status).not.toBe(500)
    expect(await stored()).toMatchObject([{ frozen: true, remarks: {} }])
  })

  test('is a PDF that screen readers can read, an Excel with a sheet for each figure, and a CSV', async () => {
    const address = await open('manager', library)
    await freeze('manager', address, { 'opmerking-help': '#panic("weg") \\ *ster*' })
    const manager = await as('manager')
    const pdf = await manager.get(`${address}/rapport.pdf`)
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect(pdf.headers.get('content-disposition')).toContain(
      'kwartaalrapport-bibliotheek-eemdal-derde-kwartaal-van-2026.pdf',
    )
    const read = await readPdf(new Uint8Array(await pdf.arrayBuffer()))
    expect(read).toMatchObject({ language: 'nl', marked: true, pdfUa: '1' })
    expect(read.text).toContain('#panic("weg") \\ *ster*')
    expect(read.text).toContain('Vastgelegd op 24 november 2026.')
    expect(read.bookmarks).toContain('Figuur 5. Onderwerpen van hulpvragen')
    expect(read.alts.length).toBeGreaterThanOrEqual(6)
    const workbook = await readXlsx(
      new Uint8Array(await (await manager.get(`${address}/rapport.xlsx`)).arrayBuffer()),
    )
    expect(workbook.sheets.map(({ name }) => name)).toEqual([
      'Rapport',
      'Toelichting',
      'Per maand',
      '1 Leeftijd',
      '2 Taal',
      '3 Man of vrouw',
      '4 Manier van helpen',
      '5 Onderwerpen',
      '6 Informatiepunten',
      '7 Openingsuren',
      '8 Bemensing',
    ])
    const csv = await (await manager.get(`${address}/rapport.csv`)).text()
    expect(csv).toMatch(/;2026-07-01;2026-09-30;2026-11-24;Totaal;contacts;Hulpcontacten;Hulpcontacten;\d+;/)
  })
})

describe('who sees which report', () => {
  test('a library’s its manager, a municipality’s its officials, and nobody who may not see the area', async () => {
    const ofLibrary = await open('manager', library)
    const ofDesk = await open('coordinator', `informatiepunt:${world.desk}`)
    const ofMunicipality = await open('official', 'gemeente:GM0307')
    const sees = async (person: Person, address: string) => (await (await as(person)).get(address)).status
    const table = {
      manager: [200, 200, 404],
      coordinator: [404, 200, 404],
      official: [404, 404, 200],
      otherManager: [404, 404, 404],
      // The nation sees the municipality, but not its visitors' background: it writes a report of its own.
      analyst: [404, 404, 404],
      volunteer: [403, 403, 403],
      employee: [403, 403, 403],
    } as const satisfies Partial<Record<Person, readonly number[]>>
    for (const [person, expected] of Object.entries(table)) {
      const found = []
      for (const address of [ofLibrary, ofDesk, ofMunicipality])
        found.push(await sees(person as Person, address))
      expect(found, person).toEqual(expected)
      // A file is no way round it.
      for (const [at, address] of [ofLibrary, ofDesk, ofMunicipality].entries())
        if (expected[at] !== 200)
          for (const file of ['rapport.pdf', 'rapport.xlsx', 'rapport.csv'])
            expect(await sees(person as Person, `${address}/${file}`), `${person} ${file}`).toBe(expected[at])
    }
  })

  test('the nation’s report on a municipality has no visitors in it, and the official’s has', async () => {
    const ofNation = await open('analyst', 'gemeente:GM0307')
    const own = await open('official', 'gemeente:GM0307')
    expect(ofNation).not.toBe(own)
    expect(await see('analyst', ofNation)).toContain('De achtergrond van bezoekers staat niet in dit rapport')
    const text = await see('official', own)
    expect(text).toContain('Figuur 2. Taalachtergrond van bezoekers')
    expect(text).not.toContain('De achtergrond van bezoekers staat niet in dit rapport')
    // What is in neither is no secret: both may open it.
    expect((await (await as('official')).get(ofNation)).status).toBe(200)
    const list = await see('official', '/sturing/rapporten')
    expect(list).toContain('(zonder achtergrond van bezoekers)')
  })

  test('nobody begins one on an area of others', async () => {
    for (const [person, gebied] of [
      ['otherManager', library],
      ['coordinator', library],
      ['official', 'gemeente:GM0344'],
      ['official', library],
      ['manager', 'gemeente:GM0307'],
      ['volunteer', `informatiepunt:${world.desk}`],
    ] as const)
      expect(
        (await (await as(person)).post('/sturing/rapporten', { gebied, periode: '2026-Q3' })).status,
      ).toBe(403)
    expect(await stored()).toEqual([])
  })

  test.each(['gemeente:GM9999', 'provincie:PV99', `regio:${world.support}`])(
    'of an area that there is not, %s, the form says so',
    async (gebied) => {
      const analyst = await as('analyst')
      const response = await analyst.post('/sturing/rapporten', { gebied, periode: '2026-Q2' })
      expect(response.status).toBe(422)
      const html = await response.text()
      expect(textOf(html)).toContain('Kies een gebied uit de lijst.')
      expect(html).toMatch(
        /<option[^>]*value="2026-Q2"[^>]*selected|<option[^>]*selected[^>]*value="2026-Q2"/,
      )
      const asked = await analyst.post('/sturing/rapporten/per-mail', { gebied, soort: 'month' })
      expect(asked.status).toBe(422)
      expect(await stored()).toEqual([])
      expect((await owner.query('select from reports.report_schedules')).rowCount).toBe(0)
    },
  )

  test('of what cannot be chosen the form says so', async () => {
    const response = await (await as('manager')).post('/sturing/rapporten', {
      gebied: 'x',
      periode: '2031-Q9',
    })
    expect(response.status).toBe(422)
    expect(textOf(await response.text())).toMatch(
      /Kies een gebied uit de lijst.*Kies een periode uit de lijst/,
    )
  })
})

test('a region’s report is for its adviser and the nation, and not for who serves one of its provinces only', async () => {
  await owner.query(
    `insert into organisations.support_institution_provinces (support_institution_id, province_code) values ($1, 'PV26'), ($1, 'PV25')`,
    [world.support],
  )
  const address = await open('adviser', `regio:${world.support}`)
  const text = await see('adviser', address)
  expect(text).toContain('Kwartaalrapport regio van Steunpunt Midden, derde kwartaal van 2026')
  expect(text).toContain('De achtergrond van bezoekers staat niet in dit rapport')
  expect((await (await as('analyst')).get(address)).status).toBe(200)
  // Of another institution that serves the same provinces it is not, though each of its provinces may be seen.
  const { rows } = await owner.query<{ id: string }>(
    `insert into organisations.organisations (id, kind, name, created_at) values (gen_random_uuid(), 'support-institution', 'Steunpunt Elders', now()) returning id`,
  )
  await owner.query(
    `insert into organisations.support_institution_provinces (support_institution_id, province_code) values ($1, 'PV26'), ($1, 'PV25')`,
    [rows[0]?.id],
  )
  const elsewhere = await open('analyst', `regio:${rows[0]?.id}`)
  expect((await (await as('adviser')).get(elsewhere)).status).toBe(404)
  const list = await (await as('adviser')).get('/sturing/rapporten')
  expect(await list.text()).not.toContain(elsewhere)
  await owner.query(
    `delete from organisations.support_institution_provinces where support_institution_id = $1 and province_code = 'PV25'`,
    [world.support],
  )
  expect((await (await as('adviser')).get(address)).status).toBe(404)
})
