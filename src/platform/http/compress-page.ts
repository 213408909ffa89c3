import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

export interface CompressedPage {
  readonly body: Uint8Array<ArrayBuffer>
  readonly encoding: 'br' | 'gzip'
}

/** Below this a compressed page is not worth the header. */
const smallest = 1024

/**
 * A page compressed by what the browser takes; nothing when that is not worth it. In one piece, since the page is there as
 * a whole: as a stream the desk form costs several times the CPU time. Light settings: the last tenth of the bytes
 * takes most of the work.
 */
export function compressPage(html: string, acceptEncoding: string | undefined): CompressedPage | undefined {
  if (html.length < smallest) return undefined
  if (takes(acceptEncoding, 'br')) {
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: 3,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    }
    return { body: new Uint8Array(brotliCompressSync(html, { params })), encoding: 'br' }
  }
  if (takes(acceptEncoding, 'gzip'))
    return { body: new Uint8Array(gzipSync(html, { level: 4 })), encoding: 'gzip' }
  return undefined
}

/** Whether an Accept-Encoding names this one and does not refuse it with q=0 (RFC 9110 § 12.5.3). */
function takes(acceptEncoding: string | undefined, encoding: string): boolean {
  return (acceptEncoding ?? '').split(',').some((part) => {
    const [name, ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase())
    return name === encoding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))
  })
}
