import { describe, expect, test } from 'vitest'
import { dutch } from '../../src/platform/i18n/catalogues/dutch.ts'
import { english } from '../../src/platform/i18n/catalogues/english.ts'
import { filesIn, isTest } from '../support/source-files.ts'

const code = filesIn('src', /\.tsx?$/)
  .filter((file) => !isTest(file))
  .concat(filesIn('db/demo', /\.ts$/))
  .map(({ text }) => text)
  .join('\n')
const keys = Object.keys(dutch)

describe('the texts of the interface', () => {
  test('are there in both languages', () => {
    expect(Object.keys(english).sort()).toEqual(keys.toSorted())
  })

  test('are all used', () => {
    const parts = [...code.matchAll(/`([a-z-]+(?:\.[a-zA-Z-]+)*\.)\$\{/g)].map(([, part = '']) => part)
    const unused = keys.filter(
      (key) => !code.includes(`'${key}'`) && !parts.some((part) => key.startsWith(part)),
    )
    expect(unused).toEqual([])
  })

  test('ask for the same values in both languages', () => {
    const values = (message: string): string[] =>
      [...new Set([...message.matchAll(/\{(\w+)(?=[},])/g)].map(([, name = '']) => name))].sort()
    const different = keys.filter(
      (key) =>
        values(dutch[key as keyof typeof dutch]).join() !== values(english[key as keyof typeof dutch]).join(),
    )
    expect(different).toEqual([])
  })

  test('speak plainly: no long sentences, no difficult words', () => {
    const difficult =
      /\bongeldig|betreffende|verstrekken|dient te|teneinde|middels|conform|reeds|tevens|gaarne|alsmede|geïmplementeerd|faciliteren/i
    const wrong = Object.entries(dutch).filter(([, text]) => {
      const sentences = text.split(/[.?!:](?:\s|$)/)
      return difficult.test(text) || sentences.some((sentence) => sentence.trim().split(/\s+/).length > 20)
    })
    expect(wrong).toEqual([])
  })
})
