import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'

const here = new URL('./', import.meta.url)
const files = (await readdir(here, { recursive: true }))
  .filter((file) => /\.(tsx?|css)$/.test(file) && file !== 'structure.test.ts')
  .map((file) => file.toString())
const sources = await Promise.all(
  files.map(async (file) => ({ file, text: await readFile(new URL(file, here), 'utf8') })),
)

/** Words of what the product is about; a component that needs one belongs to a capability. */
const domain =
  /\b(contacts?|desks?|topics?|visitors?|librar(y|ies)|volunteers?|referrals?|signals?|appointments?|municipalit(y|ies)|bibliotheek|bezoekers?|informatiepunt(en)?|hulpvra(ag|gen)|digid)\b/i

describe('the design system', () => {
  it('knows no word of the domain', () => {
    expect(sources.length).toBeGreaterThan(100)
    expect(sources.filter(({ text }) => domain.test(text)).map(({ file }) => file)).toEqual([])
  })

  it('writes class names whole, because the build looks for them', () => {
    const parts = sources.filter(({ text }) => /(utrecht|nl)-[a-z-]*\$\{/.test(text))
    expect(parts.map(({ file }) => file)).toEqual([])
  })

  it('takes directions from the language: start and end, never left and right', () => {
    const css = sources.filter(({ file }) => file.endsWith('.css'))
    const physical =
      /(?:margin|padding|border|inset)-(?:left|right)|^\s*(?:left|right):|text-align:\s*(?:left|right)/m
    expect(css.filter(({ text }) => physical.test(text)).map(({ file }) => file)).toEqual([])
  })

  it('puts no text of its own on a screen', () => {
    const components = sources.filter(({ file }) => /^[^.]+\.tsx$/.test(file))
    // Between tags: a letter right after '>' or at the start of a line that ends in '<'.
    const own = /<(?:span|p|div|a|button|label|legend|th|td|h\d|li|summary)\b[^<>]*>\s*[A-Za-z]/
    expect(components.filter(({ text }) => own.test(text)).map(({ file }) => file)).toEqual([])
  })
})
