import { builtInKind, decodeEscapes, kindOfFormat, type NumberKind } from './cell-text.ts'
import { readSheet, type SheetRow } from './read-sheet.ts'
import { attribute, readWholeXml } from './read-xml.ts'
import { type UnpackBudget, ZipFile } from './read-zip.ts'
import { damaged, type TableLimits, TableProblem, tooLarge } from './table-problem.ts'

/** What the cells of all sheets refer to. */
export interface WorkbookParts {
  readonly sharedTexts: readonly string[]
  /** By the number of a cell's style. */
  readonly kinds: readonly NumberKind[]
  readonly from1904: boolean
}

interface Relation {
  readonly type: string
  readonly target: string
}

/** More styles than this no spreadsheet has (Excel: 65,490); nor more sheets and other parts. */
const mostStyles = 66_000
const mostParts = 5_000
/** What a shared text costs beside its letters, in bytes, and which part of what may be unpacked they may take together. */
const costOfText = 32
const partForTexts = 4

/** A sheet that people see: its name on the tab, how many others there are, and its rows with something in them. */
export interface VisibleSheet {
  readonly name: string
  readonly others: number
  readonly rows: AsyncGenerator<SheetRow, void, undefined>
}

/**
 * Each visible sheet of an .xlsx, in order. Nothing outside the file is followed.
 * @throws TableProblem when it is no such file, or damaged
 */
export async function* visibleSheets(
  content: Uint8Array,
  limits: TableLimits,
): AsyncGenerator<VisibleSheet, void, undefined> {
  const zip = new ZipFile(content)
  const budget: UnpackBudget = { most: limits.unpackedBytes, used: 0 }
  if (!zip.has('[Content_Types].xml') || !zip.has('_rels/.rels'))
    throw new TableProblem({ kind: 'wrong-type' })
  const main = [...(await readRelations(zip, '_rels/.rels', '', budget)).values()].find(({ type }) =>
    type.endsWith('/officeDocument'),
  )
  if (!main?.target.endsWith('.xml')) throw new TableProblem({ kind: 'wrong-type' })
  const [, folder = '', name = ''] = /^(.*?)([^/]*)$/.exec(main.target) ?? []
  const { sheets, from1904 } = await readMain(zip, main.target, budget)
  const relations = await readRelations(zip, `${folder}_rels/${name}.rels`, folder, budget)
  const targetOf = (kind: string): string | undefined =>
    [...relations.values()].find(({ type }) => type.endsWith(`/${kind}`))?.target
  const texts = targetOf('sharedStrings')
  const styles = targetOf('styles')
  const parts: WorkbookParts = {
    sharedTexts: texts ? await readSharedTexts(zip, texts, budget, limits) : [],
    kinds: styles ? await readKinds(zip, styles, budget) : [],
    from1904,
  }
  const found = sheets.flatMap(({ id, name: tab }) => {
    const relation = relations.get(id)
    return relation?.type.endsWith('/worksheet') ? [{ tab, target: relation.target }] : []
  })
  for (const { tab, target } of found)
    yield {
      name: tab,
      others: found.length - 1,
      rows: readSheet(zip.unpack(target, budget), parts, limits),
    }
}

/** The relations of a part to others within the file, by their id, with the path from the root of the file. */
async function readRelations(
  zip: ZipFile,
  part: string,
  folder: string,
  budget: UnpackBudget,
): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>()
  await readWholeXml(zip.unpack(part, budget), {
    open(name, attributes) {
      if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return
      if (relations.size >= mostParts) throw damaged()
      const target = attribute(attributes, 'Target') ?? ''
      relations.set(attribute(attributes, 'Id') ?? '', {
        type: attribute(attributes, 'Type') ?? '',
        target: pathOf(target.startsWith('/') ? target : `${folder}/${target}`),
      })
    },
  })
  return relations
}

function pathOf(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** The visible sheets, in the order of their tabs. */
async function readMain(
  zip: ZipFile,
  part: string,
  budget: UnpackBudget,
): Promise<{ sheets: { id: string; name: string }[]; from1904: boolean }> {
  const sheets: { id: string; name: string }[] = []
  let from1904 = false
  let root = ''
  await readWholeXml(zip.unpack(part, budget), {
    open(name, attributes) {
      root ||= name
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '')
      if (sheets.length >= mostParts) throw damaged()
      if (name === 'sheet' && (attribute(attributes, 'state') ?? 'visible') === 'visible')
        sheets.push({
          id: /(?:^|\s)\w+:id\s*=\s*["']([^"']*)/.exec(attributes)?.[1] ?? '',
          name: attribute(attributes, 'name') ?? '',
        })
    },
  })
  // A document or a presentation is packed in the same way.
  if (root !== 'workbook') throw new TableProblem({ kind: 'wrong-type' })
  return { sheets, from1904 }
}

async function readSharedTexts(
  zip: ZipFile,
  part: string,
  budget: UnpackBudget,
  limits: TableLimits,
): Promise<string[]> {
  const texts: string[] = []
  let cost = 0
  let text = ''
  let within = ''
  let phonetic = false
  await readWholeXml(zip.unpack(part, budget), {
    open(name) {
      within = name
      if (name === 'si') text = ''
      if (name === 'rPh') phonetic = true
    },
    text(more) {
      if (within !== 't' || phonetic) return
      text += more
      if (text.length > limits.cellCharacters) throw tooLarge('cell', limits.cellCharacters)
    },
    close(name) {
      within = ''
      if (name === 'rPh') phonetic = false
      if (name !== 'si') return
      cost += text.length + costOfText
      if (cost > limits.unpackedBytes / partForTexts) throw tooLarge('unpacked', limits.unpackedBytes)
      texts.push(copyOf(decodeEscapes(text).trim()))
    },
  })
  return texts
}

/** A text of its own: a part of a longer one would keep that one in memory, with everything that stood between. */
const copyOf = (text: string): string => Buffer.from(text).toString()

async function readKinds(zip: ZipFile, part: string, budget: UnpackBudget): Promise<NumberKind[]> {
  const written = new Map<number, NumberKind>()
  const kinds: NumberKind[] = []
  let within = ''
  await readWholeXml(zip.unpack(part, budget), {
    open(name, attributes) {
      if (name === 'cellXfs') within = name
      const id = Number(attribute(attributes, 'numFmtId') ?? 0)
      if (name === 'numFmt' && written.size < mostStyles)
        written.set(id, kindOfFormat(attribute(attributes, 'formatCode') ?? ''))
      if (name !== 'xf' || within !== 'cellXfs') return
      if (kinds.length >= mostStyles) throw damaged()
      kinds.push(written.get(id) ?? builtInKind(id))
    },
    close(name) {
      if (name === 'cellXfs') within = ''
    },
  })
  return kinds
}
