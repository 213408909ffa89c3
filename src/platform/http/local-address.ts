/** Where somebody who has signed in begins. */
export const firstPage = '/start'

/** An address within this site that came in from outside; anything else becomes one's first page after signing in, so that nobody is sent elsewhere. */
export function localAddress(text: string): string {
  if (!text.startsWith('/') || text.startsWith('//') || text.includes('\\')) return firstPage
  const url = new URL(text, 'http://local.invalid')
  const address = url.pathname + url.search
  return url.host === 'local.invalid' && !address.startsWith('//') ? address : firstPage
}
