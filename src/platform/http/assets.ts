import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the build made for the browser: entry name to the file with its content's hash in the name. */
export interface Assets {
  readonly folder: string
  readonly files: Readonly<Record<string, string>>
  /** What the scripts share: fetched by each of these entries besides itself. */
  readonly imports: Readonly<Record<string, readonly string[]>>
  /** Changes with any asset: the version of the offline cache. */
  readonly version: string
}

export function readAssets(folder: string): Assets {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Omit<Assets, 'folder'>
  return { folder, ...manifest }
}

/** The address of an asset by its entry name, as `styles.css`. */
export function assetPath(assets: Assets, entry: string): string {
  const file = assets.files[entry]
  if (!file) throw new Error(`No asset called ${entry}`)
  return `/assets/${file}`
}
