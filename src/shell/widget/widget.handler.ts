import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Assets } from '../../platform/http/assets.ts'
import type { Handler } from '../../platform/http/route.ts'

/** How long another site may keep it: its address stays the same when it changes. */
const keepSeconds = 3600

/** The finder for other sites, at an address that never changes. It is read once: a new one comes with a new version of Balie. */
export function showWidget(assets: Assets): Handler {
  let script: Buffer | undefined
  return () => {
    script ??= readFileSync(join(assets.folder, assets.files['embed-finder.js'] ?? ''))
    return {
      kind: 'file',
      contentType: 'text/javascript; charset=utf-8',
      cacheControl: `public, max-age=${keepSeconds}`,
      forOtherSites: true,
      body: script,
    }
  }
}
