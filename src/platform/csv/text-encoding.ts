import { isUtf8 } from 'node:buffer'

const pieceBytes = 64 * 1024

/** Where windows-1252 differs from latin1. Node's own decoder (20.20) takes the one for the other. */
const windows1252 = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ']

/**
 * A text file in pieces, without the mark at its beginning: UTF-8, UTF-16 when a mark says so, else windows-1252, which
 * Excel writes in the Netherlands by default.
 */
export function* decodeText(bytes: Uint8Array): Generator<string, void, undefined> {
  const decode = decoderOf(bytes)
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const piece = decode(bytes.subarray(at, at + pieceBytes))
    if (piece !== '') yield piece
  }
  const rest = decode()
  if (rest !== '') yield rest
}

function decoderOf(bytes: Uint8Array): (piece?: Uint8Array) => string {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : isBigEndian(bytes) ? 'utf-16be' : undefined
  if (!marked && !isUtf8(bytes)) {
    return (piece) =>
      Buffer.from(piece ?? [])
        .toString('latin1')
        .replace(/[\x80-\x9f]/g, (mark) => windows1252[mark.charCodeAt(0) - 0x80] ?? mark)
  }
  const decoder = new TextDecoder(marked ?? 'utf-8')
  return (piece) => (piece ? decoder.decode(piece, { stream: true }) : decoder.decode())
}

const isBigEndian = (bytes: Uint8Array): boolean => bytes[0] === 0xfe && bytes[1] === 0xff

/** The mark that stands most often in the row of column names. */
export function delimiterOf(text: string): string {
  const header = text.split(/\r?\n/).find((line) => line.trim() !== '') ?? ''
  const times = (mark: string): number => header.split(mark).length
  return [';', ',', '\t'].reduce((best, mark) => (times(mark) > times(best) ? mark : best))
}
