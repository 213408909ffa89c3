import type { TestApp, TestBrowser } from './test-app.ts'

/** Chooses a file in the form at this address and sends it. */
export function sendFile(
  { app }: Pick<TestApp, 'app'>,
  browser: TestBrowser,
  path: string,
  content: string | Uint8Array<ArrayBuffer>,
): Promise<Response> {
  const body = new FormData()
  body.set('file', new File([content], 'lijst.csv', { type: 'text/csv' }))
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  return Promise.resolve(
    app.request(`http://balie.test${path}`, {
      method: 'POST',
      body,
      headers: { cookie, origin: 'http://balie.test', 'accept-language': 'nl' },
    }),
  )
}

/** A hidden field of a page, as the browser would send it. */
export function hiddenField(html: string, name: string): string {
  const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
