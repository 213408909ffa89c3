import { describe, expect, test } from 'vitest'
import { translator } from '../i18n/translate.ts'
import { writeWorkbook } from '../spreadsheet/write-workbook.ts'
import { writeZip, type ZipPart } from '../spreadsheet/write-zip.ts'
import { checkDocument, documentLimits, documentReply, sayDocumentProblem } from './document-check.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const pdf = bytes('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n')
const png = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
)
const xlsx = new Uint8Array(
  await new Response(
    writeWorkbook([{ name: 'Blad', columns: [{ header: 'A', kind: 'text' }], rows: [['b']] }]),
  ).arrayBuffer(),
)
async function zipOf(parts: readonly ZipPart[]): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of writeZip(parts)) pieces.push(piece)
  return new Uint8Array(Buffer.concat(pieces))
}
const problemOf = async (name: string, content: Uint8Array): Promise<string> => {
  const checked = await checkDocument(name, content)
  return checked.ok ? checked.document.kind : checked.problem
}

test.each([
  ['factuur.pdf', pdf, 'pdf'],
  ['Factuur.PDF', pdf, 'pdf'],
  ['foto.png', png, 'png'],
  ['uren.xlsx', xlsx, 'xlsx'],
  ['uren.csv', bytes('dag;uren\r\n1;3\r\n'), 'csv'],
  ['brief.txt', bytes('Een café'), 'txt'],
  // One byte for é, as Excel saves it.
  ['uren.csv', new Uint8Array([...bytes('caf'), 0xe9]), 'csv'],
])('%s is taken as what it is', async (name, content, kind) =>
  expect(await problemOf(name, content)).toBe(kind),
)

test.each([
  ['leeg.pdf', new Uint8Array(), 'empty'],
  ['groot.pdf', new Uint8Array(documentLimits.bytes + 1), 'too-large'],
  ['programma.exe', bytes('MZ'), 'kind'],
  ['pagina.html', bytes('<script>alert(1)</script>'), 'kind'],
  ['factuur.pdf.html', pdf, 'kind'],
  ['zonder-einde', pdf, 'kind'],
  ['plaatje.svg', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'kind'],
  ['factuur.pdf', bytes('<html><script>alert(1)</script>'), 'not-what-it-says'],
  ['factuur.pdf', png, 'not-what-it-says'],
  ['foto.png', pdf, 'not-what-it-says'],
  ['brief.docx', xlsx, 'not-what-it-says'],
  ['brief.docx', bytes('PK\u0003\u0004'), 'not-what-it-says'],
  ['tekst.txt', new Uint8Array([0x4d, 0x5a, 0, 1, 2]), 'not-what-it-says'],
  ['tekst.csv', pdf, 'not-what-it-says'],
])('%s that is something else is refused (%#)', async (name, content, problem) =>
  expect(await problemOf(name, content)).toBe(problem),
)

describe('a document with macros', () => {
  test('that calls itself one without is refused', async () => {
    // The kind stands in the first part of the packed file, which is not packed itself here.
    const parts = [
      {
        name: '[Content_Types].xml',
        content: [
          '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
        ],
      },
      { name: 'xl/workbook.xml', content: ['<workbook/>'] },
    ]
    expect(await problemOf('begroting.xlsx', await zipOf(parts))).toBe('not-what-it-says')
  })

  test.each(['odt', 'ods'] as const)(
    'in an open format keeps them in parts of their own: %s',
    async (kind) => {
      const type = `application/vnd.oasis.opendocument.${kind === 'odt' ? 'text' : 'spreadsheet'}`
      const plain = [
        { name: 'mimetype', content: [type] },
        { name: 'content.xml', content: ['<office:document-content/>'] },
      ]
      expect(await problemOf(`brief.${kind}`, await zipOf(plain))).toBe(kind)
      for (const name of ['Basic/Standard/Module1.xml', 'Scripts/python/doe.py'])
        expect(
          await problemOf(`brief.${kind}`, await zipOf([...plain, { name, content: ['x'] }])),
          name,
        ).toBe('not-what-it-says')
    },
  )
})

test.each([
  ['C:\\stukken\\factuur mei.pdf', 'factuur mei.pdf'],
  ['../../etc/passwd.pdf', 'passwd.pdf'],
  ['a"; filename="b.html\r\n.pdf', 'a- filename-b.html.pdf'],
  ['Café (2).pdf', 'Cafe (2).pdf'],
  ['发票.pdf', 'document.pdf'],
  [`${'a'.repeat(300)}.pdf`, `${'a'.repeat(96)}.pdf`],
])('%j gets a name that is safe everywhere', async (name, safe) => {
  const checked = await checkDocument(name, pdf)
  if (!checked.ok) throw new Error(checked.problem)
  const { fileName } = checked.document
  expect(fileName).toMatch(/^[\w .()-]+\.pdf$/)
  expect(fileName).toBe(safe)
  expect(documentReply(checked.document)).toMatchObject({ fileName, contentType: 'application/pdf' })
})

test('what is wrong is said with what to do', () => {
  const t = translator('nl')
  for (const problem of ['empty', 'too-large', 'kind', 'not-what-it-says'] as const)
    expect(sayDocumentProblem(problem, t)).toMatch(/kies|sla/i)
})
