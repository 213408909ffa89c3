import type { Application } from './application.ts'
import { publicPaths } from './finder.ts'
import { HttpClient } from './http-client.ts'
import type { Nation } from './nation.ts'
import { get } from './pages.ts'

/** Compressed bytes as they went over the line. */
export interface Weight {
  readonly path: string
  readonly html: number
  readonly scripts: number
  readonly styles: number
}

export interface Bytes {
  /** With brotli offered and gzip as the second choice; with gzip alone. */
  readonly pages: readonly { readonly best: Weight; readonly gzip: Weight }[]
  /** Each font file that the styles name; a browser gets only those whose characters stand on the page. */
  readonly fonts: readonly { readonly name: string; readonly bytes: number }[]
}

/** What each page weighs: the sign-in, and whatever the navigation leads an employee and an administrator to. */
export async function measureBytes(nation: Nation, application: Application): Promise<Bytes> {
  const client = new HttpClient(application.address, 1)
  const [employee] = nation.employees
  const seen = new Set<string>()
  const pages: { best: Weight; gzip: Weight }[] = []
  for (const session of [undefined, employee?.session, nation.administrator]) {
    for (const path of session ? await linksFrom(client, session) : ['/inloggen', ...publicPaths]) {
      if (seen.has(path)) continue
      seen.add(path)
      pages.push({
        best: await weigh(client, path, session, 'gzip, deflate, br'),
        gzip: await weigh(client, path, session, 'gzip'),
      })
    }
  }
  const styles = (await get(client, '/inloggen', undefined, 'identity')).body.toString()
  const [sheet = ''] = assetsIn(styles, /<link [^>]*href="(\/assets\/[^"]+\.css)"/g)
  const css = (await get(client, sheet, undefined, 'identity')).body.toString()
  const names = new Set([...css.matchAll(/url\(["']?([^"')]+\.woff2)/g)].map(([, name = '']) => name))
  const fonts = await Promise.all(
    [...names].map(async (name) => {
      const file = new URL(name, `http://balie${sheet}`).pathname
      return { name: file.replace('/assets/', ''), bytes: (await get(client, file)).body.length }
    }),
  )
  client.close()
  return { pages, fonts }
}

async function linksFrom(client: HttpClient, session: string): Promise<string[]> {
  // The first page may send on to what somebody does most.
  const home = await client.get('/start', session, 'identity')
  const page = home.headers.location ? await get(client, home.headers.location, session, 'identity') : home
  const links = [...page.body.toString().matchAll(/<a\b[^>]*href="(\/[^"#?]*)"/g)].map(
    ([, path = '']) => path,
  )
  const found: string[] = []
  for (const path of new Set([home.headers.location ?? '/start', ...links])) {
    const answer = await client.get(path, session)
    if (answer.status === 200 && answer.headers['content-type']?.startsWith('text/html')) found.push(path)
  }
  return found
}

async function weigh(
  client: HttpClient,
  path: string,
  session: string | undefined,
  encoding: string,
): Promise<Weight> {
  const html = (await get(client, path, session, 'identity')).body.toString()
  const size = async (asset: string): Promise<number> =>
    (await get(client, asset, session, encoding)).body.length
  const total = async (pattern: RegExp): Promise<number> => {
    const sizes = await Promise.all([...new Set(assetsIn(html, pattern))].map(size))
    return sizes.reduce((sum, bytes) => sum + bytes, 0)
  }
  return {
    path,
    html: await size(path),
    scripts: await total(/<(?:script [^>]*src|link [^>]*rel="modulepreload" [^>]*href)="([^"]+\.js)"/g),
    styles: await total(/<link [^>]*href="(\/assets\/[^"]+\.css)"/g),
  }
}

const assetsIn = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map(([, path = '']) => path)
