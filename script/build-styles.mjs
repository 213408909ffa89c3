/**
 * Makes the one stylesheet and the fonts that every page uses: the theme (design tokens), NL Design System's CSS for
 * the components we really use, our own CSS, and two weights of Atkinson Hyperlegible Next.
 *
 * NL Design System's packages carry every variant and state of a component, each with a chain of fallback tokens. What
 * no component names and what no theme sets is left out here, because public pages must stay within 30 kB.
 */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { transform } from 'lightningcss'
import postcss from 'postcss'
import subsetFont from 'subset-font'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const designSystem = path.join(root, 'src/design-system')
const modules = path.join(root, 'node_modules')
/** The oldest browsers we write CSS for: tablets bought in 2018 that still get updates, and Firefox ESR. */
const targets = { chrome: 109 << 16, firefox: 115 << 16, safari: (15 << 16) | (4 << 8) }

/** EUPL-1.2, article 5: notices stay with the copies. */
const notice =
  '/* Balie, EUPL-1.2. With CSS of NL Design System, Utrecht and Frameless B.V., EUPL-1.2; fonts OFL-1.1, see the LICENSE files beside this one */'

/**
 * Builds the assets into `outDir`. File names carry a hash of the content, so they may be cached for ever.
 * @param {{ outDir: string, theme?: string }} options `theme`: a file that takes the place of theme/balie.css
 * @returns {Promise<{ css: string, fonts: string[] }>} file names inside `outDir`; fonts[0] is worth preloading
 */
export async function buildStyles({ outDir, theme = path.join(designSystem, 'theme/balie.css') }) {
  await mkdir(outDir, { recursive: true })
  const write = async (name, extension, content) => {
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 10)
    await writeFile(path.join(outDir, `${name}-${hash}.${extension}`), content)
    return `${name}-${hash}.${extension}`
  }
  const fonts = await Promise.all(
    fontFaces.map(async (face) => ({ ...face, file: await write(face.name, 'woff2', await subset(face)) })),
  )
  // OFL 1.1, condition 2: the licence travels with the fonts.
  for (const { folder } of [atkinson, noto])
    await writeFile(
      path.join(outDir, `${folder}-LICENSE.txt`),
      await readFile(path.join(modules, `@fontsource/${folder}/LICENSE`)),
    )
  const source = `${fonts.map(fontFaceRule).join('')}${await collectCss(theme)}`
  const { code } = transform({ filename: 'styles.css', code: Buffer.from(source), minify: true, targets })
  return { css: await write('styles', 'css', `${notice}${code}`), fonts: fonts.map((font) => font.file) }
}

// ── fonts ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Dutch, English and most of Western Europe, with the marks our texts use. */
const latin =
  'U+20-7e,U+a0-ff,U+131,U+152-153,U+2013-2014,U+2018-201a,U+201c-201e,U+2022,U+2026,U+2039-203a,U+20ac,U+2190-2193,U+2212'
/** What Turkish and Polish (and the Dutch ij ligature) need besides; a browser fetches it only when a page does. */
const latinExtended =
  'U+104-107,U+10c-10d,U+118-119,U+11e-11f,U+130,U+132-133,U+141-144,U+15a-15b,U+15e-161,U+179-17e'

/** Arabic as it is written today; a browser fetches it only for pages in Arabic (language-links.css). */
const arabic = 'U+60c,U+61b,U+61f,U+621-652,U+660-669,U+200c-200f,U+2068-2069'

const atkinson = { family: 'Atkinson Hyperlegible Next', folder: 'atkinson-hyperlegible-next' }
const noto = { family: 'Noto Sans Arabic', folder: 'noto-sans-arabic' }
const fontFaces = [
  { name: 'atkinson-regular', ...atkinson, weight: 400, set: 'latin', range: latin },
  { name: 'atkinson-bold', ...atkinson, weight: 700, set: 'latin', range: latin },
  { name: 'atkinson-regular-extended', ...atkinson, weight: 400, set: 'latin-ext', range: latinExtended },
  { name: 'atkinson-bold-extended', ...atkinson, weight: 700, set: 'latin-ext', range: latinExtended },
  { name: 'noto-arabic-regular', ...noto, weight: 400, set: 'arabic', range: arabic },
  { name: 'noto-arabic-bold', ...noto, weight: 700, set: 'arabic', range: arabic },
]

function charactersIn(range) {
  const parts = range.split(',').map((part) =>
    part
      .slice(2)
      .split('-')
      .map((code) => Number.parseInt(code, 16)),
  )
  return parts
    .flatMap(([first, last = first]) => Array.from({ length: last - first + 1 }, (_, index) => first + index))
    .map((code) => String.fromCodePoint(code))
    .join('')
}

async function subset({ folder, weight, set, range }) {
  const file = path.join(modules, `@fontsource/${folder}/files/${folder}-${set}-${weight}-normal.woff2`)
  return subsetFont(await readFile(file), charactersIn(range), { targetFormat: 'woff2' })
}

function fontFaceRule({ family, weight, range, file }) {
  const src = `url(${file}) format("woff2")`
  return `@font-face{font-family:"${family}";font-weight:${weight};font-display:swap;src:${src};unicode-range:${range}}`
}

// ── styles ───────────────────────────────────────────────────────────────────────────────────────────────────────

async function collectCss(themeFile) {
  const files = (await readdir(designSystem, { recursive: true }))
    .map((file) => path.join(designSystem, file))
    .sort()
  const classes = await classNames(files.filter((file) => /(?<!examples|test)\.tsx$/.test(file)))
  const base = path.join(designSystem, 'theme/base.css')
  const own = files.filter((file) => file.endsWith('.css') && !file.includes(`${path.sep}theme${path.sep}`))

  const theme = postcss.parse(await readFile(themeFile, 'utf8'), { from: themeFile })
  const sheet = postcss.root()
  sheet.append(theme)
  for (const file of [base, ...own]) {
    const css = postcss.parse(await readFile(file, 'utf8'), { from: file })
    await replaceImports(css, classes)
    sheet.append(css)
  }
  resolveTokens(sheet, themeFile)
  return sheet.toString()
}

/** Every word in our components that could be a class name of NL Design System; so they are written there whole. */
async function classNames(files) {
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  return new Set(texts.join('\n').match(/\b(?:utrecht|nl)-[a-z0-9_-]+/g))
}

/**
 * Puts the imported package's rules in the place of `@import`, as far as a component names all their classes. Nothing
 * of ours is ever disabled, read-only or has a placeholder (rules for forms), so those go as well.
 */
async function replaceImports(css, classes) {
  const imports = css.nodes.filter((node) => node.type === 'atrule' && node.name === 'import')
  for (const statement of imports) {
    const file = path.join(modules, statement.params.slice(1, -1))
    const vendor = postcss.parse(await readFile(file, 'utf8'), { from: file })
    vendor.walkRules((rule) => {
      // `:not(…)` may name a class we never use; it then simply always holds.
      const unused = (selector) =>
        /:disabled|:read-only|placeholder/.test(selector) ||
        (selector.replace(/:not\([^)]*\)/g, '').match(/\.[a-z][\w-]*/g) ?? []).some(
          (name) => !classes.has(name.slice(1)),
        )
      rule.selectors = rule.selectors.filter((selector) => !unused(selector))
      if (rule.selector === '') rule.remove()
    })
    vendor.walkComments((comment) => comment.remove())
    statement.replaceWith(vendor)
  }
}

/**
 * Follows the tokens until nothing changes: `var(--a, var(--b))` becomes `var(--b)` when no theme sets `--a`; a
 * declaration that is left without a value goes, so that a state without its own token keeps the look of the base;
 * a token that nothing reads goes too. The tokens a theme can set are therefore exactly those of theme/balie.css.
 * @throws when our own CSS reads a token that does not exist
 */
function resolveTokens(sheet, themeFile) {
  for (let changed = true; changed; ) {
    changed = false
    const always = new Set()
    const declared = new Set()
    const read = new Set()
    sheet.walkDecls((declaration) => {
      if (declaration.prop.startsWith('--')) {
        declared.add(declaration.prop)
        if (declaration.source.input.file === themeFile) always.add(declaration.prop)
      }
      for (const [, name] of declaration.value.matchAll(/var\(\s*(--[\w-]+)/g)) read.add(name)
    })
    sheet.walkDecls((declaration) => {
      const value = withoutUnset(declaration.value, declared, always)
      const own = !declaration.source.input.file.startsWith(modules)
      if (value === undefined && own)
        throw declaration.error(`No theme sets a token in: ${declaration.value}`)
      if (value === undefined || (declaration.prop.startsWith('--') && !read.has(declaration.prop)))
        declaration.remove()
      else if (value !== declaration.value) declaration.value = value
      else return
      changed = true
    })
    sheet.walk((node) => {
      if (node.nodes?.length === 0) node.remove()
    })
  }
}

/** The value without the tokens nobody sets; undefined when nothing is left. */
function withoutUnset(value, declared, always) {
  const start = value.indexOf('var(')
  if (start < 0) return value
  const end = closingBracket(value, start + 3)
  const inner = value.slice(start + 4, end)
  const comma = inner.indexOf(',')
  const name = (comma < 0 ? inner : inner.slice(0, comma)).trim()
  const fallback = comma < 0 ? undefined : withoutUnset(inner.slice(comma + 1).trim(), declared, always)
  const rest = withoutUnset(value.slice(end + 1), declared, always)
  if (rest === undefined || (fallback === undefined && !declared.has(name))) return undefined
  const kept = fallback === undefined || always.has(name) ? `var(${name})` : `var(${name},${fallback})`
  return `${value.slice(0, start)}${declared.has(name) ? kept : fallback}${rest}`
}

function closingBracket(text, open) {
  let depth = 0
  for (let index = open; index < text.length; index++) {
    if (text[index] === '(') depth++
    if (text[index] === ')' && --depth === 0) return index
  }
  throw new Error(`A bracket is not closed in: ${text}`)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { css, fonts } = await buildStyles({ outDir: path.join(root, 'build/assets') })
  console.log(`build/assets: ${[css, ...fonts].join(' ')}`)
}
