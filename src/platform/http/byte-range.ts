/** Bytes of a file, from and until both included, counted from 0. */
export interface ByteRange {
  readonly from: number
  readonly until: number
}

/**
 * Which bytes are asked for by a Range (RFC 9110 § 14.2): one part, so that a download that broke off goes on where it was. `whole` when
 * nothing or something else is asked, and when If-Range names another version of the file; `none` when no such bytes exist.
 * @param tag the strong entity tag of the file, with its quotes
 */
export function byteRangeAsked(
  { range, ifRange }: { readonly range: string | undefined; readonly ifRange: string | undefined },
  { tag, bytes }: { readonly tag: string; readonly bytes: number },
): ByteRange | 'whole' | 'none' {
  const [, first, last] = /^\s*bytes\s*=\s*(\d*)\s*-\s*(\d*)\s*$/i.exec(range ?? '') ?? []
  if ((!first && !last) || (ifRange !== undefined && ifRange.trim() !== tag)) return 'whole'
  const end = bytes - 1
  if (!first) {
    const count = Number(last)
    return count === 0 || bytes === 0 ? 'none' : { from: Math.max(0, bytes - count), until: end }
  }
  const from = Number(first)
  const until = last ? Math.min(Number(last), end) : end
  if (last && Number(last) < from) return 'whole'
  return from > end ? 'none' : { from, until }
}
