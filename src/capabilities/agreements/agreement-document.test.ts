import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { ZipFile } from '../../platform/spreadsheet/read-zip.ts'
import { agreementKinds } from './agreement.ts'
import { documentName, writeDocument } from './agreement-document.ts'
import { blocksOfKind } from './building-blocks.ts'
import { type FilledBlocks, writeAgreement } from './written-agreement.ts'

const run = promisify(execFile)
const facts = { number: 2, madeOn: '2026-11-26', municipality: 'Amersfoort' }

/** Something else in each blank, to be found again in the document. */
function fillAll(kind: (typeof agreementKinds)[number]): { filled: FilledBlocks; said: string[] } {
  const said: string[] = []
  const say = (text: string) => {
    said.push(text)
    return text
  }
  const filled = Object.fromEntries(
    blocksOfKind(kind).map((block) => [
      block.key,
      Object.fromEntries(
        block.blanks.map((blank) => {
          const name = `${block.key} ${blank.key}`
          if (blank.kind === 'day') return [blank.key, '2027-03-04']
          if (blank.kind === 'year') return [blank.key, '2027']
          if (blank.kind === 'percent') return [blank.key, '75']
          if (blank.kind === 'amount') return [blank.key, '1234,56']
          if (blank.kind === 'list')
            return [blank.key, [say(`${name} <een> & één`), say(`${name} twee`)].join('\n')]
          if (blank.kind === 'table')
            return [
              blank.key,
              [0, 1].map((row) =>
                (blank.columns ?? []).map((column) =>
                  column.kind ? '50' : say(`${name} ${column.key} ${row}`),
                ),
              ),
            ]
          return [blank.key, say(name)]
        }),
      ),
    ]),
  )
  return { filled, said }
}

const documentOf = async (kind: (typeof agreementKinds)[number]) => {
  const { filled, said } = fillAll(kind)
  const written = writeAgreement({
    kind,
    title: 'Afspraken <2027>',
    municipality: 'Amersfoort',
    library: 'Bibliotheek Eemdal',
    others: ['Leusden'],
    fromDay: '2027-01-01',
    untilDay: '2027-12-31',
    noticeMonths: 6,
    reviewOn: '2027-09-01',
    blocks: blocksOfKind(kind).map(({ key }) => key),
    filled,
  })
  return { written, said, content: await writeDocument(written, facts) }
}

const partOf = async (content: Uint8Array, name: string): Promise<string> => {
  const pieces: Uint8Array[] = []
  for await (const piece of new ZipFile(content).unpack(name, { most: 10_000_000, used: 0 }))
    pieces.push(piece)
  return Buffer.concat(pieces).toString()
}
const textOf = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)]
    .map(([, text = '']) => text)
    .join('\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

describe.each(agreementKinds)('the document of a %s', (kind) => {
  test('holds everything that was filled in, and nothing is open', async () => {
    const { said, written, content } = await documentOf(kind)
    const text = textOf(await partOf(content, 'word/document.xml'))
    expect(written.open).toEqual([])
    expect(said.length).toBeGreaterThan(15)
    expect(said.filter((each) => !text.includes(each))).toEqual([])
    expect(text).not.toContain('nog invullen')
    expect(text).toMatch(/€\s(1\.234,56|50,00)/)
  })

  test('can be read by who does not see it: headings, numbers, header rows, language, no empty paragraphs', async () => {
    const { written, content } = await documentOf(kind)
    const xml = await partOf(content, 'word/document.xml')
    expect(xml.match(/<w:pStyle w:val="Heading1"\/>/g)?.length).toBe(written.articles.length + 1)
    expect(xml.match(/<w:pStyle w:val="Title"\/>/g)?.length).toBe(1)
    const tables = xml.split('<w:tbl>').slice(1)
    expect(tables.length).toBe(
      written.articles.flatMap(({ members }) => members).filter(({ table }) => table).length,
    )
    for (const table of tables) expect(table.split('</w:tr>')[0]).toContain('<w:tblHeader/>')
    expect(
      xml
        .match(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>|<w:p\/>/gs)
        ?.filter((paragraph) => !/<w:t[ >]/.test(paragraph)),
    ).toEqual([])
    expect(await partOf(content, 'word/styles.xml')).toContain('w:val="nl-NL"')
    const core = await partOf(content, 'docProps/core.xml')
    expect(core).toContain('<dc:title>Afspraken &lt;2027&gt;</dc:title>')
    expect(core).toContain('<dc:creator>Gemeente Amersfoort</dc:creator>')
    const footer = await partOf(content, 'word/footer1.xml')
    expect(footer).toContain('versie 2 van 26 november 2026')
    expect(footer).toMatch(/PAGE.*NUMPAGES/s)
  })
})

test('opens in LibreOffice', async (context) => {
  const office = await run('soffice', ['--version']).catch(() => undefined)
  if (!office) context.skip('soffice is not here: nobody looked whether the document opens')
  const folder = await mkdtemp(join(tmpdir(), 'balie-document-'))
  try {
    await writeFile(join(folder, 'a.docx'), (await documentOf('subsidy-decision')).content)
    const { stderr } = await run('soffice', [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      ...['--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, join(folder, 'a.docx')],
    ]).catch((error: { stderr?: string }) => ({ stderr: String(error.stderr) }))
    const text = await readFile(join(folder, 'a.txt'), 'utf8').catch(() => undefined)
    // Without its part for texts LibreOffice opens no document at all.
    if (text === undefined && /could not be loaded/.test(stderr))
      context.skip('LibreOffice has no Writer here')
    expect(text).toContain('Artikel 1. Onderwerp en grondslag')
    expect(text).toContain('locations desks name 1')
  } finally {
    await rm(folder, { recursive: true })
  }
}, 60_000)

test('is saved under a name that says what it is', () => {
  expect(documentName('Subsidie IDO’s 2027: Één', 3)).toBe('subsidie-ido-s-2027-een-versie-3.docx')
  expect(documentName('???', 1)).toBe('overeenkomst-versie-1.docx')
})
