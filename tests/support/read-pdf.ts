import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

interface Node {
  readonly role?: string
  readonly alt?: string
  readonly type?: string
  readonly children?: readonly Node[]
}

export interface ReadPdf {
  readonly language: string | undefined
  readonly title: string
  readonly marked: boolean
  /** The part of PDF/UA that the file says it keeps to. */
  readonly pdfUa: string | undefined
  readonly pages: number
  readonly text: string
  readonly bookmarks: readonly string[]
  /** How often each kind of element is in the structure tree, of all pages together. */
  readonly roles: Readonly<Record<string, number>>
  /** The texts in the place of pictures. */
  readonly alts: readonly string[]
}

/** What a PDF tells to who cannot see it. */
export async function readPdf(pdf: Uint8Array): Promise<ReadPdf> {
  const raw = new TextDecoder('latin1').decode(pdf)
  const document: PDFDocumentProxy = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise
  const { info, metadata } = await document.getMetadata()
  const roles: Record<string, number> = {}
  const alts: string[] = []
  const visit = (node: Node): void => {
    if (node.role) roles[node.role] = (roles[node.role] ?? 0) + 1
    if (node.alt) alts.push(node.alt)
    for (const child of node.children ?? []) visit(child)
  }
  let text = ''
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const tree = (await page.getStructTree()) as Node | null
    if (tree) visit(tree)
    const content = await page.getTextContent()
    text += content.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
  }
  const marks = await document.getMarkInfo()
  const outline = (await document.getOutline()) ?? []
  const pages = document.numPages
  await document.loadingTask.destroy()
  return {
    language: (info as { Language?: string }).Language,
    title: String(metadata?.get('dc:title') ?? ''),
    marked: marks?.Marked === true,
    pdfUa: /<pdfuaid:part>(\d)<\/pdfuaid:part>/.exec(raw)?.[1],
    pages,
    text,
    bookmarks: outline.map(({ title }) => title),
    roles,
    alts,
  }
}
