import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Assets, assetPath } from '../../platform/http/assets.ts'
import type { Reply } from '../../platform/http/reply.ts'

/** What the worker keeps on the device. */
export interface OfflineFiles {
  readonly version: string
  readonly assets: readonly string[]
  /** The pages that open without a network. */
  readonly pages: readonly string[]
  /** The page that stands for those that do not. */
  readonly notHere: string
}

export const offlinePages = [
  '/balie',
  '/balie/druk',
  '/balie/registraties',
  '/balie/turflijst',
  '/balie/wachtrij',
] as const

export const notHerePath = '/balie/geen-verbinding'

/** The service worker, with the version and files of this build before it. Asked anew each time: it decides on updates. */
export function showServiceWorker(assets: Assets): () => Reply {
  let script: string | undefined
  return () => {
    const offline: OfflineFiles = {
      version: assets.version,
      assets: Object.keys(assets.files)
        .filter((entry) => entry !== 'service-worker.js')
        .map((entry) => assetPath(assets, entry)),
      pages: offlinePages,
      notHere: notHerePath,
    }
    script ??= `self.offline=${JSON.stringify(offline)};${readFileSync(join(assets.folder, assets.files['service-worker.js'] ?? ''), 'utf8')}`
    return {
      kind: 'file',
      contentType: 'text/javascript; charset=utf-8',
      body: script,
      cacheControl: 'no-cache',
    }
  }
}
