import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contrastPairs, decorative } from './contrast-pairs.ts'

const css = readFileSync(new URL('balie.css', import.meta.url), 'utf8')
const tokens = new Map([...css.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]))

/** The colour behind a token as `#rrggbb`, through all its `var()`s. */
function colour(token: string): string {
  const value = tokens.get(token)
  if (value === undefined) throw new Error(`The theme has no ${token}`)
  const next = value.match(/^var\((--[\w-]+)\)$/)?.[1]
  return next === undefined ? value : colour(next)
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

describe('contrast of the theme', () => {
  it('is measured as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
  })

  it.each(contrastPairs)('$front on $behind is at least $minimum', ({ front, behind, minimum }) => {
    expect(contrast(colour(front), colour(behind))).toBeGreaterThanOrEqual(minimum)
  })

  it('covers every colour of the theme', () => {
    const colours = [...tokens]
      .filter(([, value]) => value?.startsWith('#'))
      .map(([name]) => colour(name as string))
    const measured = new Set(contrastPairs.flatMap(({ front, behind }) => [colour(front), colour(behind)]))
    for (const token of decorative) measured.add(colour(token))
    expect(colours.filter((one) => !measured.has(one))).toEqual([])
  })
})
