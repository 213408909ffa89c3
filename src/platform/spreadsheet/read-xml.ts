import { damaged } from './table-problem.ts'

/** Names without their prefix. A text may come in several parts. */
export interface XmlHandler {
  open?(name: string, attributes: string): void
  close?(name: string): void
  text?(text: string): void
}

/** Longest tag or comment, in characters. Real ones stay below 4,000; it bounds what is kept and searched again. */
const longestMarkup = 256 * 1024
const deepest = 64

/**
 * Reads XML from pieces of UTF-8 and calls the handler. A document type is refused, so that no entity can be made
 * (ECMA-376 part 2 forbids one in a spreadsheet).
 * @throws TableProblem when it is not well-formed
 */
export async function* readXml(
  pieces: AsyncIterable<Uint8Array>,
  handler: XmlHandler,
): AsyncGenerator<void, void, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const decode = (piece?: Uint8Array): string => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode()
    } catch {
      throw damaged()
    }
  }
  const scanner = new XmlScanner(handler)
  for await (const piece of pieces) {
    scanner.push(decode(piece))
    yield
  }
  scanner.push(decode())
  scanner.end()
}

/** All of a small document at once. */
export async function readWholeXml(pieces: AsyncIterable<Uint8Array>, handler: XmlHandler): Promise<void> {
  for await (const _ of readXml(pieces, handler));
}

/** The value of an attribute, whatever its prefix. */
export function attribute(attributes: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  const value = match?.[1] ?? match?.[2]
  return value === undefined ? undefined : decodeEntities(value)
}

class XmlScanner {
  private readonly handler: XmlHandler
  private readonly path: string[] = []
  private rest = ''
  private started = false

  constructor(handler: XmlHandler) {
    this.handler = handler
  }

  push(piece: string): void {
    const text = this.rest + piece
    let at = 0
    while (at < text.length) {
      const next = text.charCodeAt(at) === 60 ? this.markup(text, at) : this.words(text, at)
      if (next === undefined) break
      at = next
    }
    this.rest = text.slice(at)
    if (this.rest.length > longestMarkup) throw damaged()
  }

  end(): void {
    if (this.rest !== '' || this.path.length > 0 || !this.started) throw damaged()
  }

  /** Where the text ends, or nothing when more is needed to know. */
  private words(text: string, at: number): number | undefined {
    const found = text.indexOf('<', at)
    let end = found === -1 ? text.length : found
    if (found === -1) {
      // An entity may be cut in two.
      const entity = text.lastIndexOf('&')
      if (entity >= at && end - entity < 12 && !text.includes(';', entity)) end = entity
    }
    if (end === at) return undefined
    if (this.path.length > 0) this.handler.text?.(decodeEntities(text.slice(at, end)))
    return end
  }

  private markup(text: string, at: number): number | undefined {
    const second = text.charCodeAt(at + 1)
    if (second === 33) {
      if (text.length - at < 9) return undefined
      if (text.startsWith('<!--', at)) return after(text, '-->', at + 4)
      if (!text.startsWith('<![CDATA[', at)) throw damaged()
      const end = text.indexOf(']]>', at + 9)
      if (end === -1) return undefined
      this.handler.text?.(text.slice(at + 9, end))
      return end + 3
    }
    if (second === 63) return after(text, '?>', at + 2)
    const end = tagEnd(text, at)
    if (end === undefined) return undefined
    if (second === 47) this.close(text.slice(at + 2, end).trimEnd())
    else this.open(text, at + 1, end)
    return end + 1
  }

  private open(text: string, from: number, to: number): void {
    const isEmpty = text.charCodeAt(to - 1) === 47
    const tag = text.slice(from, isEmpty ? to - 1 : to)
    const space = tag.search(/\s/)
    const fullName = space === -1 ? tag : tag.slice(0, space)
    const name = fullName.slice(fullName.indexOf(':') + 1)
    if (name === '' || (this.started && this.path.length === 0)) throw damaged()
    this.started = true
    this.handler.open?.(name, space === -1 ? '' : tag.slice(space))
    if (isEmpty) this.handler.close?.(name)
    else if (this.path.push(fullName) > deepest) throw damaged()
  }

  private close(fullName: string): void {
    if (this.path.pop() !== fullName) throw damaged()
    this.handler.close?.(fullName.slice(fullName.indexOf(':') + 1))
  }
}

function after(text: string, mark: string, from: number): number | undefined {
  const found = text.indexOf(mark, from)
  return found === -1 ? undefined : found + mark.length
}

/** The '>' that ends a tag: one may stand within the quotes of an attribute. */
function tagEnd(text: string, from: number): number | undefined {
  let quote = 0
  for (let at = from + 1; at < text.length; at += 1) {
    const mark = text.charCodeAt(at)
    if (quote !== 0) {
      if (mark === quote) quote = 0
    } else if (mark === 62) return at
    else if (mark === 34 || mark === 39) quote = mark
    else if (mark === 60) throw damaged()
  }
  return undefined
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&([^;&]{0,12};?)/g, (_, name: string) => {
    const known = entities[name.slice(0, -1)]
    if (known !== undefined && name.endsWith(';')) return known
    const [, hex, decimal] = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}));$/i.exec(name) ?? []
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    if (!(code <= 0x10ffff)) throw damaged()
    return String.fromCodePoint(code)
  })
}
