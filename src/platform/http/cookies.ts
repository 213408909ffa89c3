/**
 * A cookie of ours: the browser's own, same site, HttpOnly unless a script on the page must change it. Over
 * https its name starts with `__Host-`, so that no neighbouring site can put one in its place.
 */
export function makeCookie(
  name: string,
  value: string,
  options: { secure: boolean; maxAgeSeconds?: number; readableByScript?: boolean },
): string {
  return [
    `${cookieName(name, options.secure)}=${encodeURIComponent(value)}`,
    'Path=/',
    'SameSite=Lax',
    ...(options.maxAgeSeconds === undefined ? [] : [`Max-Age=${options.maxAgeSeconds}`]),
    ...(options.readableByScript ? [] : ['HttpOnly']),
    ...(options.secure ? ['Secure'] : []),
  ].join('; ')
}

export function cookieName(name: string, secure: boolean): string {
  return secure ? `__Host-${name}` : name
}

export function readCookies(header: string | null, secure: boolean): Record<string, string> {
  const cookies: Record<string, string> = {}
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at < 1) continue
    const name = part.slice(0, at).trim()
    // Over https only those with the prefix are ours: a neighbouring site can put others here.
    if (secure && !name.startsWith('__Host-')) continue
    const plain = secure ? name.slice(7) : name
    try {
      cookies[plain] = decodeURIComponent(part.slice(at + 1).trim())
    } catch {
      // A cookie that somebody else spoiled counts as absent.
    }
  }
  return cookies
}
