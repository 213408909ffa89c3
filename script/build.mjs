// Builds the server and the browser's files into build/. Quick enough (about a second) to run at every start.
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { buildStyles } from './build-styles.mjs'

const out = process.argv[2] ?? 'build'
const assets = join(out, 'assets')
await rm(assets, { recursive: true, force: true })
await mkdir(assets, { recursive: true })

// Every .browser.ts of a use case is a bundle of its own, called by its use case's name.
const browserEntries = (await readdir('src', { recursive: true }))
  .filter((path) => path.endsWith('.browser.ts'))
  .map((path) => join('src', path))

const [styles, browser] = await Promise.all([
  buildStyles({ outDir: assets }),
  build({
    entryPoints: browserEntries,
    bundle: true, minify: true, format: 'esm', target: ['chrome100', 'firefox100', 'safari15'],
    outdir: assets, entryNames: '[name]-[hash]', metafile: true, legalComments: 'none',
  }),
  build({
    entryPoints: (await readdir('src')).filter((name) => name.endsWith('.ts')).map((name) => join('src', name)),
    bundle: true, packages: 'external', platform: 'node', target: 'node20', format: 'esm',
    outdir: out, jsx: 'automatic', jsxImportSource: 'hono/jsx', sourcemap: 'linked', logLevel: 'warning',
  }),
])

const files = { 'styles.css': styles.css }
for (const font of styles.fonts) files[font.replace(/-[0-9a-zA-Z_-]{6,}\.woff2$/, '.woff2')] = font
for (const [path, output] of Object.entries(browser.metafile.outputs)) {
  if (output.entryPoint) files[output.entryPoint.split('/').at(-1).replace(/\.browser\.ts$/, '.js')] = path.split('/').at(-1)
}

for (const name of await readdir(assets)) {
  if (!/\.(css|js|svg)$/.test(name)) continue
  const content = await readFile(join(assets, name))
  await writeFile(join(assets, `${name}.br`), await promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
  await writeFile(join(assets, `${name}.gz`), await promisify(gzip)(content, { level: 9 }))
}

// The pages are made by the server's code, so that counts for the version of the offline cache as well.
const version = createHash('sha256')
for (const name of Object.values(files).sort()) version.update(name)
version.update(await readFile(join(out, 'main.js')))
await writeFile(join(assets, 'manifest.json'), JSON.stringify({ files, version: version.digest('hex').slice(0, 12) }, null, 2))
