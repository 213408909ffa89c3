import { publicScope } from '../../../platform/auth/scope.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { publicLanguages, publicPath } from '../../../platform/i18n/public-language.ts'
import { localDay } from '../../../platform/time/local-time.ts'
import { listPublicPages } from './list-public-pages.query.ts'

const daily = 'public, max-age=86400'

/** All public pages in all languages, for search engines (sitemaps.org). */
export async function showSitemap(request: WebRequest): Promise<Reply> {
  const today = localDay(request.clock.now())
  const paths = await request.database.read(publicScope, (db) => listPublicPages(db, publicScope, today))
  const addresses = publicLanguages.flatMap((language) =>
    paths.map((path) => `<url><loc>${request.origin}${publicPath(language, path)}</loc></url>`),
  )
  return {
    kind: 'file',
    contentType: 'application/xml; charset=utf-8',
    cacheControl: daily,
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${addresses.join('\n')}\n</urlset>\n`,
  }
}

/** What search engines may read: everything but what asks for signing in. */
export function showRobots(request: WebRequest): Reply {
  const closed = ['/balie', '/beheer', '/sturing', '/samenwerking', '/mijn-account', '/inloggen', '/start']
  return {
    kind: 'file',
    contentType: 'text/plain; charset=utf-8',
    cacheControl: daily,
    body: [
      'User-agent: *',
      ...closed.map((path) => `Disallow: ${path}`),
      `Sitemap: ${request.origin}/sitemap.xml`,
      '',
    ].join('\n'),
  }
}
