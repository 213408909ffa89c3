import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildStyles } from '../../../script/build-styles.mjs'

let outDir: string
let built: Awaited<ReturnType<typeof buildStyles>>
let css: string

beforeAll(async () => {
  outDir = await mkdtemp(path.join(tmpdir(), 'balie-styles-'))
  built = await buildStyles({ outDir })
  css = await readFile(path.join(outDir, built.css), 'utf8')
})

afterAll(() => rm(outDir, { recursive: true }))

describe('the stylesheet', () => {
  it('fits a public page of 30 kB', () => {
    expect(gzipSync(css).length).toBeLessThanOrEqual(14_000)
  })

  it('reads no token that nothing sets', () => {
    const set = new Set([...css.matchAll(/(--[\w-]+):/g)].map(([, name]) => name))
    const read = [...css.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name)
    expect(read.length).toBeGreaterThan(50)
    expect(read.filter((name) => !set.has(name))).toEqual([])
  })

  it('asks nothing of other addresses, not even for an image in the text', () => {
    const addresses = [...css.matchAll(/url\(([^)]*)\)/g)].map(([, address]) => address)
    expect(addresses.sort()).toEqual([...built.fonts].sort())
  })

  it('keeps what components name and leaves out what they do not', () => {
    expect(css).toContain('.utrecht-alert--warning')
    expect(css).not.toContain('.nl-button--pressed')
  })

  it('takes another theme, and refuses one that misses a token we read', async () => {
    const theme = await readFile(new URL('balie.css', import.meta.url), 'utf8')
    const file = path.join(outDir, 'other.css')
    await writeFile(file, theme.replace('#00545e', '#4b0083'))
    const other = await buildStyles({ outDir, theme: file })
    expect(await readFile(path.join(outDir, other.css), 'utf8')).toContain('#4b0083')
    await writeFile(file, theme.replace('--basis-space-block-xl:', '--basis-space-block-xxl:'))
    await expect(buildStyles({ outDir, theme: file })).rejects.toThrow('No theme sets a token in')
  })
})

describe('the fonts', () => {
  it.each([
    ['atkinson', 4, 40_000],
    ['noto-arabic', 2, 25_000],
  ])('of %s are %i and weigh at most %i bytes together', async (name, count, most) => {
    const sizes = await Promise.all(
      built.fonts
        .filter((font) => font.startsWith(name))
        .map(async (font) => (await stat(path.join(outDir, font))).size),
    )
    expect(sizes).toHaveLength(count)
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(most)
  })

  it('swap in, so that text shows at once', () => {
    expect(css.match(/@font-face/g)).toHaveLength(6)
    expect(css.match(/font-display:swap/g)).toHaveLength(6)
  })

  it('bring their licence', async () => {
    const files = await readdir(outDir)
    expect(files).toContain('atkinson-hyperlegible-next-LICENSE.txt')
    expect(files).toContain('noto-sans-arabic-LICENSE.txt')
  })
})
