/**
 * Makes the fonts of the PDFs: Atkinson Hyperlegible Next in two weights, as TrueType, since Typst reads no woff2. The package holds
 * the letters of Western Europe and those of the rest of Latin script as two files; in a PDF one font follows the other
 * under a name of its own, because Typst takes one file of each name.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'

const modules = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'node_modules')
const folder = 'atkinson-hyperlegible-next'
const faces = [
  { name: 'atkinson-regular', set: 'latin', weight: 400 },
  { name: 'atkinson-bold', set: 'latin', weight: 700 },
  { name: 'atkinson-extended-regular', set: 'latin-ext', weight: 400, family: 'Atkinson Extended' },
  { name: 'atkinson-extended-bold', set: 'latin-ext', weight: 700, family: 'Atkinson Extended' },
]

/** All that Latin script can hold; the font keeps what it has. */
const latin = Array.from({ length: 0x250 - 0x20 }, (_, index) => String.fromCodePoint(index + 0x20)).join('')
const marks = '–—‘’‚“”„•…‹›€−←↑→↓™'

/** Writes the fonts and their licence into a folder. */
export async function buildPdfFonts(outDir) {
  await mkdir(outDir, { recursive: true })
  for (const { name, set, weight, family } of faces) {
    const file = path.join(modules, `@fontsource/${folder}/files/${folder}-${set}-${weight}-normal.woff2`)
    const font = await subsetFont(await readFile(file), latin + marks, { targetFormat: 'truetype' })
    await writeFile(path.join(outDir, `${name}.ttf`), family ? renamed(font, family) : font)
  }
  // OFL 1.1, condition 2: the licence travels with the fonts.
  await writeFile(
    path.join(outDir, `${folder}-LICENSE.txt`),
    await readFile(path.join(modules, `@fontsource/${folder}/LICENSE`)),
  )
}

/** The same font with another family name: its name table is replaced, and the table of contents with it. */
function renamed(font, family) {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
    const at = 12 + 16 * index
    const tag = font.toString('latin1', at, at + 4)
    const start = font.readUInt32BE(at + 8)
    const content = font.subarray(start, start + font.readUInt32BE(at + 12))
    return { tag, content: tag === 'name' ? nameTable(family) : content }
  })
  const header = Buffer.alloc(12 + 16 * tables.length)
  font.copy(header, 0, 0, 12)
  const parts = [header]
  let position = header.length
  for (const [index, { tag, content }] of tables.entries()) {
    const padded = Buffer.concat([content, Buffer.alloc((4 - (content.length % 4)) % 4)])
    header.write(tag, 12 + 16 * index, 'latin1')
    header.writeUInt32BE(checksum(padded), 16 + 16 * index)
    header.writeUInt32BE(position, 20 + 16 * index)
    header.writeUInt32BE(content.length, 24 + 16 * index)
    parts.push(padded)
    position += padded.length
  }
  return Buffer.concat(parts)
}

/** Family, style and full name, for Windows in English: enough to be known by. */
function nameTable(family) {
  const names = [
    [1, family],
    [2, 'Regular'],
    [4, family],
    [6, family.replaceAll(' ', '')],
  ].map(([id, text]) => ({ id, text: Buffer.from(text, 'utf16le').swap16() }))
  const header = Buffer.alloc(6 + 12 * names.length)
  header.writeUInt16BE(names.length, 2)
  header.writeUInt16BE(header.length, 4)
  let offset = 0
  for (const [index, { id, text }] of names.entries()) {
    const record = [3, 1, 0x409, id, text.length, offset]
    for (const [field, value] of record.entries()) header.writeUInt16BE(value, 6 + 12 * index + 2 * field)
    offset += text.length
  }
  return Buffer.concat([header, ...names.map(({ text }) => text)])
}

function checksum(table) {
  let sum = 0
  for (let at = 0; at < table.length; at += 4) sum = (sum + table.readUInt32BE(at)) >>> 0
  return sum
}
