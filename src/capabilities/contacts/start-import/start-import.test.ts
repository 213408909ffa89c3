import { writeXlsx } from 'hucre/xlsx'
import { beforeEach, describe, expect, test } from 'vitest'
import { csvOf, importPage, importSteps, stopUnfinished } from '../../../../tests/support/import-history.ts'
import { sendFile } from '../../../../tests/support/send-file.ts'
import { testApp } from '../../../../tests/support/test-app.ts'
import { writeWorkbook } from '../../../platform/spreadsheet/write-workbook.ts'
import { writeZip } from '../../../platform/spreadsheet/write-zip.ts'

const balie = await testApp()
const { owner, as, runJobs, world } = balie
const manager = await as('manager')
const steps = importSteps(balie, manager)
beforeEach(() => stopUnfinished(owner))
const bytes = (...parts: (string | number[])[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as string))))

/** What the page says after a file was sent and looked at. */
async function said(content: string | Uint8Array<ArrayBuffer>): Promise<{ status: number; html: string }> {
  const response = await manager.get(await steps.send(content))
  return { status: response.status, html: await response.text() }
}

describe('a file that cannot be read gets the same page back, with what to do', () => {
  test.each([
    ['a picture', bytes([0x89], 'PNG', [0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), 'Dit is geen Excel- of csv-bestand'],
    ['a web page', '<!doctype html><table><tr><td>Datum', 'Dit is geen Excel- of csv-bestand'],
    [
      'an old Excel file',
      bytes([0xd0, 0xcf, 0x11, 0xe0], 'W\0o\0r\0k\0b\0o\0o\0k\0'),
      'Dit is een oud Excel-bestand',
    ],
    [
      'one with a password',
      bytes([0xd0, 0xcf, 0x11, 0xe0], [...'EncryptedPackage'].map((letter) => `${letter}\0`).join('')),
      'Er zit een wachtwoord op dit bestand',
    ],
    ['one without rows', 'Datum;Vraag\r\n', 'In dit bestand staan geen regels'],
    ['one of empty rows', 'Datum;Vraag\r\n;\r\n;\r\n', 'In dit bestand staan geen regels'],
    ['one that is half a zip', bytes('PK', [3, 4], 'rommel'), 'Dit bestand is beschadigd'],
    [
      'one with a quote too many',
      'Datum;Vraag\r\n1-1-2022;"DigiD\r\n2-1-2022;AOW\r\n',
      'een aanhalingsteken te veel',
    ],
    [
      'a doubled header',
      'Datum;Vraag;datum\r\n1-1-2022;DigiD;2-1-2022\r\n',
      'Twee kolommen heten &quot;datum&quot;',
    ],
    ['too many columns', `${'kolom;'.repeat(101)}x\r\n1;2\r\n`, 'meer dan 100 kolommen'],
    ['too many rows', `Datum;Vraag\r\n${'1-1-2022;DigiD\r\n'.repeat(60_001)}`, 'meer dan 60.000 regels'],
  ])('%s', async (_name, content, message) => {
    const { status, html } = await said(content)
    expect(status).toBe(422)
    expect(html).toContain(message)
    expect(html).toContain('id="file"')
    expect((await owner.query('select count(*)::int as rows from contacts.import_rows')).rows).toEqual([
      { rows: 0 },
    ])
    expect((await owner.query('select count(*)::int as files from contacts.import_files')).rows).toEqual([
      { files: 0 },
    ])
  })

  test('an empty file, and none at all', async () => {
    for (const content of ['', undefined]) {
      const response =
        content === undefined
          ? await manager.post(importPage, {})
          : await sendFile(balie, manager, importPage, content)
      expect(response.status).toBe(422)
      expect(await response.text()).toContain('Kies een bestand waar iets in staat')
    }
  })

  test('one of more than 25 MB is not even taken in', async () => {
    const response = await sendFile(balie, manager, importPage, new Uint8Array(26 * 1024 * 1024))
    expect(response.status).toBe(413)
    const html = await response.text()
    expect(html).toContain('Dit bestand is groter dan 25 MB')
    expect(html).toContain('id="file"')
    expect(html).toMatch(/<title>Fout: /)
  })

  test('but not for who may not send one', async () => {
    const volunteer = await as('volunteer')
    const response = await sendFile(balie, volunteer, importPage, new Uint8Array(26 * 1024 * 1024))
    expect(response.status).toBe(403)
  })
})

/** An .xlsx with this in its sheet, by hand: what no tool writes. */
async function workbook(sheet: Iterable<string>): Promise<Uint8Array<ArrayBuffer>> {
  const relation = (type: string, target: string): string =>
    `<Relationships><Relationship Id="r1" Type="x/${type}" Target="${target}"/></Relationships>`
  const parts: [string, Iterable<string>][] = [
    ['[Content_Types].xml', ['<Types/>']],
    ['_rels/.rels', [relation('officeDocument', 'xl/workbook.xml')]],
    ['xl/workbook.xml', ['<workbook><sheets><sheet name="Blad" r:id="r1"/></sheets></workbook>']],
    ['xl/_rels/workbook.xml.rels', [relation('worksheet', 'worksheets/sheet1.xml')]],
    ['xl/worksheets/sheet1.xml', sheet],
  ]
  const pieces: Uint8Array[] = []
  for await (const piece of writeZip(parts.map(([name, content]) => ({ name, content })))) pieces.push(piece)
  return new Uint8Array(Buffer.concat(pieces))
}
const cell = (place: string, text: string): string =>
  `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`
const names = `<row r="1">${cell('A1', 'Datum')}${cell('B1', 'Vraag')}</row>`

test('a formula is refused, with the cell it stands in', async () => {
  const { status, html } = await said(
    await workbook([
      `<worksheet><sheetData>${names}<row r="2">${cell('A2', '4-3-2022')}<c r="B2"><f>1+1</f><v>2</v></c></row></sheetData></worksheet>`,
    ]),
  )
  expect(status).toBe(422)
  expect(html).toContain('In cel B2 staat een formule')
})

test('a small file that unpacks to far too much is stopped on the way', async () => {
  const row = (number: number): string => `<row r="${number}">${cell(`A${number}`, '4-3-2022')}</row>`
  const padding = `<!-- ${'x'.repeat(1_000)} -->`.repeat(1_000)
  const bomb = await workbook(
    (function* () {
      yield `<worksheet><sheetData>${names}${row(2)}`
      for (let part = 0; part < 330; part++) yield padding
      yield `${row(3)}</sheetData></worksheet>`
    })(),
  )
  expect(bomb.length).toBeLessThan(2 * 1024 * 1024)
  const { status, html } = await said(bomb)
  expect(status).toBe(422)
  expect(html).toContain('veel te groot als we het uitpakken')
})

describe('a file that can be read', () => {
  test('is a workbook just as well, with its days as days', async () => {
    const stream = writeWorkbook([
      {
        name: 'Registraties',
        columns: [
          { header: 'Datum', kind: 'day' },
          { header: 'Vraag', kind: 'text' },
        ],
        rows: [['2022-03-04', 'DigiD']],
      },
    ])
    const address = await steps.send(new Uint8Array(await new Response(stream).arrayBuffer()))
    await steps.submit(`${address}/kolommen`, { desk: world.desk })
    await steps.submit(`${address}/antwoorden`)
    await runJobs()
    const html = await (await manager.get(`${address}/controle`)).text()
    expect(html).toContain('1 hulpcontact komt erbij')
    expect(html).toContain('04-03-2022 (geen tijd)')
  })

  test('that was read in before is told, with when and by whom', async () => {
    const file = csvOf([
      ['Datum', 'Vraag', 'Informatiepunt'],
      ['4-3-2022', 'DigiD', 'Eemdal Centrum'],
    ])
    await steps.run(file)
    const again = await steps.send(file)
    const html = await (await manager.get(`${again}/kolommen`)).text()
    expect(html).toContain('Dit bestand is al eerder ingelezen: op 24-11-2026, door Test manager.')
    const list = await (await manager.get(importPage)).text()
    expect(list).toMatch(/lijst\.csv.*Test manager.*Ingelezen/s)
  })

  test('can be stopped with, and then nothing of it is left', async () => {
    const address = await steps.send('Datum;Vraag\r\n1-1-2022;DigiD\r\n')
    expect((await manager.post(`${address}/stoppen`, {})).headers.get('location')).toBe(
      `${importPage}?gestopt=1`,
    )
    const id = address.split('/').at(-1)
    expect(
      (await owner.query('select status, header from contacts.imports where id = $1', [id])).rows,
    ).toEqual([{ status: 'removed', header: [] }])
    expect(
      (await owner.query('select count(*)::int as rows from contacts.import_rows where import_id = $1', [id]))
        .rows,
    ).toEqual([{ rows: 0 }])
    expect((await manager.get(address)).status).toBe(404)
  })
})

test('no more than five files wait at once: one of them must be finished or stopped first', async () => {
  const file = csvOf([
    ['Datum', 'Vraag'],
    ['4-3-2022', 'DigiD'],
  ])
  const addresses: string[] = []
  for (let number = 0; number < 5; number++) addresses.push(await steps.send(file))
  const refused = await sendFile(balie, manager, importPage, file)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain(
    'Er zijn nog 5 bestanden niet af. Maak er eerst een af of stop ermee.',
  )
  await manager.post(`${addresses[0]}/stoppen`, {})
  expect((await sendFile(balie, manager, importPage, file)).status).toBe(303)
})

test('of a workbook with several sheets the page says which is read, and that the others are not', async () => {
  const rows = [
    ['Datum', 'Vraag'],
    ['4-3-2022', 'DigiD'],
  ]
  const workbook = async (...names: string[]): Promise<Uint8Array<ArrayBuffer>> =>
    new Uint8Array(await writeXlsx({ sheets: names.map((name) => ({ name, rows })) }))
  const columns = async (content: Uint8Array<ArrayBuffer>): Promise<string> =>
    (await manager.get(`${await steps.send(content)}/kolommen`)).text()
  const html = await columns(await workbook('2021', '2022', '2023'))
  expect(html).toContain('We lezen het tabblad &quot;2021&quot;. De 2 andere tabbladen lezen we niet.')
  expect(await columns(await workbook('2021'))).not.toContain('We lezen het tabblad')
})
