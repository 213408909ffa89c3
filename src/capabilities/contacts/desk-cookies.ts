/** What a browser remembers of the last time: at which desk, in which way, at which place. */
export const deskCookie = 'balie_informatiepunt'
export const channelCookie = 'balie_kanaal'
export const placeCookie = 'balie_plek'
export const rememberedForSeconds = 180 * 24 * 3600

/** Remembers it from a script, so that it also works without a network. */
export function rememberInBrowser(desk: string, channel: string, place: string): void {
  const prefix = location.protocol === 'https:' ? '__Host-' : ''
  const attributes = `Path=/; SameSite=Lax; Max-Age=${rememberedForSeconds}${prefix && '; Secure'}`
  for (const [name, value] of Object.entries({
    [deskCookie]: desk,
    [channelCookie]: channel,
    [placeCookie]: place,
  })) {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in Safari 15 and Firefox
    document.cookie = `${prefix}${name}=${encodeURIComponent(value)}; ${attributes}`
  }
}
