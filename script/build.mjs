// Builds the server and the browser's files into build/. Quick enough (about a second) to run at every start.
import { createHash } from 'node:crypto'
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { build } from 'esbuild'
import { buildPdfFonts } from './build-pdf-fonts.mjs'
import { buildStyles } from './build-styles.mjs'

const out = process.argv[2] ?? 'build'
const assets = join(out, 'assets')
await rm(assets, { recursive: true, force: true })
await mkdir(assets, { recursive: true })

// The .browser.ts that bears its folder's name is a bundle; others beside it are parts of that bundle.
const browserEntries = (await readdir('src', { recursive: true }))
  .filter((path) => basename(path) === `${basename(dirname(path))}.browser.ts`)
  .map((path) => join('src', path))

const isWorker = (path) => path.endsWith('/service-worker.browser.ts')
const forBrowsers = {
  bundle: true,
  minify: true,
  format: 'esm',
  target: ['chrome100', 'firefox100', 'safari15'],
  outdir: assets,
  entryNames: '[name]-[hash]',
  chunkNames: 'part-[hash]',
  // A stylesheet that only one script needs becomes a file, and the script gets its address.
  loader: { '.css': 'file' },
  assetNames: '[name]-[hash]',
  metafile: true,
  legalComments: 'none',
}

const [styles, browser, worker] = await Promise.all([
  buildStyles({ outDir: assets }),
  build({
    ...forBrowsers,
    entryPoints: browserEntries.filter((path) => !isWorker(path)),
    // What two bundles use, as the outbox, is one file that both import: sent once, and with one state.
    splitting: true,
  }),
  // Not every browser knows a service worker that is a module.
  build({ ...forBrowsers, entryPoints: browserEntries.filter(isWorker), format: 'iife' }),
  build({
    entryPoints: (await readdir('src'))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join('src', name)),
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    outdir: out,
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    sourcemap: 'linked',
    logLevel: 'warning',
  }),
  buildPdfFonts(join(out, 'pdf')),
  // Started as a thread from beside the bundle (src/platform/pdf/pdf-maker.ts).
  copyFile(join('src', 'platform', 'pdf', 'typst-thread.mjs'), join(out, 'typst-thread.mjs')),
])

const files = { 'styles.css': styles.css }
for (const font of styles.fonts) files[font.replace(/-[0-9a-f]{10}\.woff2$/, '.woff2')] = font
const imports = {}
for (const [path, output] of Object.entries({
  ...browser.metafile.outputs,
  ...worker.metafile.outputs,
})) {
  const entry = output.entryPoint
    ? basename(output.entryPoint).replace(/\.browser\.ts$/, '.js')
    : basename(path)
  files[entry] = basename(path)
  // What a script asks for when somebody wants it is not fetched beforehand.
  imports[entry] = output.imports
    .filter(({ kind }) => kind === 'import-statement')
    .map((imported) => basename(imported.path))
}
// The icons by which a device knows the app.
const icons = join('src', 'shell', 'installable-app')
for (const name of (await readdir(icons)).filter((name) => /\.(svg|png)$/.test(name))) {
  const content = await readFile(join(icons, name))
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10)
  files[name] = name.replace('.', `-${hash}.`)
  await writeFile(join(assets, files[name]), content)
}

for (const name of await readdir(assets)) {
  if (!/\.(css|js|svg)$/.test(name)) continue
  const content = await readFile(join(assets, name))
  await writeFile(
    join(assets, `${name}.br`),
    await promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  )
  await writeFile(join(assets, `${name}.gz`), await promisify(gzip)(content, { level: 9 }))
}

// The pages are made by the server's code, so that counts for the version of the offline cache as well.
const version = createHash('sha256')
for (const name of Object.values(files).sort()) version.update(name)
version.update(await readFile(join(out, 'main.js')))
await writeFile(
  join(assets, 'manifest.json'),
  JSON.stringify({ files, imports, version: version.digest('hex').slice(0, 12) }, null, 2),
)
