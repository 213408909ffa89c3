import { type Assets, assetPath } from '../../platform/http/assets.ts'
import type { Reply } from '../../platform/http/reply.ts'
import type { WebRequest } from '../../platform/http/web-request.ts'

/** What a device needs to put Balie among its apps (W3C Web Application Manifest). */
export function showAppManifest(assets: Assets): (request: WebRequest) => Reply {
  return ({ t, language }) => ({
    kind: 'file',
    contentType: 'application/manifest+json',
    cacheControl: 'no-cache',
    body: JSON.stringify({
      id: '/balie',
      name: t('offline.app.name'),
      short_name: t('shell.product'),
      description: t('offline.app.description'),
      lang: language,
      start_url: '/balie',
      scope: '/balie',
      display: 'standalone',
      background_color: '#ffffff',
      theme_color: '#00545e',
      icons: [
        { src: assetPath(assets, 'icon.svg'), type: 'image/svg+xml', sizes: 'any' },
        ...[192, 512].map((size) => ({
          src: assetPath(assets, `icon-${size}.png`),
          type: 'image/png',
          sizes: `${size}x${size}`,
          purpose: 'any maskable',
        })),
      ],
    }),
  })
}
