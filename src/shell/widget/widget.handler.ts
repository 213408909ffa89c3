import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Assets } from '../../platform/http/assets.ts'
import type { Handler } from '../../platform/http/route.ts'

/** How long another site may keep it: its address stays the same when it changes. */
const keepSeconds = 3600

/** The finder for other sites, at an address that never changes. */
export function showWidget(assets: Assets): Handler {
  return () => ({
    kind: 'file',
    contentType: 'text/javascript; charset=utf-8',
    cacheControl: `public, max-age=${keepSeconds}`,
    forOtherSites: true,
    body: readFileSync(join(assets.folder, assets.files['embed-finder.js'] ?? '')),
  })
}
