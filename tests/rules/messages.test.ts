import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { dutch } from '../../src/platform/i18n/catalogues/dutch.ts'
import { english } from '../../src/platform/i18n/catalogues/english.ts'
import { publicLanguages } from '../../src/platform/i18n/public-language.ts'
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

describe('the texts of the pages for everybody', () => {
  const catalogue = (language: string): Record<string, string> =>
    Object.assign(
      {},
      ...['finder', 'visit'].map((part) =>
        JSON.parse(readFileSync(`src/platform/i18n/catalogues/${language}/${part}.json`, 'utf8')),
      ),
    )
  const finder = catalogue('nl')
  const others = publicLanguages.filter((language) => language !== 'nl')

  test.each(others)('are all there in %s, and each asks for the same values', (language) => {
    const values = (message: string): string[] =>
      [...new Set([...message.matchAll(/\{(\w+)(?=[},])/g)].map(([, name = '']) => name))].sort()
    const there = catalogue(language)
    expect(Object.keys(there).sort()).toEqual(Object.keys(finder).sort())
    for (const [key, text] of Object.entries(finder))
      expect(values(there[key] ?? ''), key).toEqual(values(text))
  })

  test.each(others)('in %s are not the Dutch ones', (language) => {
    const there = catalogue(language)
    const same = Object.keys(finder).filter(
      (key) => there[key] === finder[key] && /[a-z]{4,}.* [a-z]{3,}/i.test(finder[key] ?? ''),
    )
    expect(same).toEqual([])
  })

  test('are all used', () => {
    const parts = [...code.matchAll(/`((?:finder|visit)\.(?:[a-z-]+\.)*)\$\{/g)].map(([, part = '']) => part)
    const unused = Object.keys(finder).filter(
      (key) => !code.includes(`'${key}'`) && !parts.some((part) => key.startsWith(part)),
    )
    expect(unused).toEqual([])
  })

  /** Sentences of a text as it is read: of a choice of forms the longest counts. */
  const sentences = Object.values(finder)
    .flatMap((text) => text.replace(/\{count, plural,(.*)\}/, '$1').split(/(?:=0|one|other) \{|\}/))
    .flatMap((text) => text.split(/[.?!:](?:\s|$)/))
    .map((sentence) => sentence.trim().split(/\s+/).filter(Boolean))
    .filter((words) => words.length > 2)

  test('are short: twelve words in the mean at most, and none above sixteen', () => {
    expect(sentences.length).toBeGreaterThan(60)
    const mean = sentences.reduce((sum, words) => sum + words.length, 0) / sentences.length
    expect(mean).toBeLessThanOrEqual(12)
    expect(sentences.filter((words) => words.length > 16)).toEqual([])
  })

  test('are plain: no word that asks for more than B1, none longer than eighteen letters', () => {
    // Words that test panels of easy Dutch stumble on, and the plain one that stands for it (ours).
    const difficult =
      /\b(aangaande|additioneel|adequaat|administratief|alsmede|attenderen|autoriseren|beogen|betreffende|conform|consulteren|continueren|dienen te|dient|digitaliteit|doorgaans|dusdanig|echter|effectueren|eventueel|evenals|faciliteren|frequent|gaarne|geografisch|indien|informeren|initiëren|inzake|locatie|middels|mits|momenteel|navigeren|noodzakelijk|omtrent|ongeldig|onjuist|onderstaande|ontvangst|optioneel|persoonsgegevens|prioriteit|raadplegen|realiseren|reeds|resultaat|selecteren|selectie|specifiek|teneinde|ter zake|tevens|toegankelijkheid|toelichting|uitsluitend|validatie|vereist|verifiëren|verstrekken|voornoemd|vooralsnog|wijzigen|zodoende|zorgdragen)\b/i
    const wrong = Object.entries(finder).filter(([, text]) => difficult.test(text))
    expect(wrong).toEqual([])
    const long = Object.values(finder).flatMap((text) => text.match(/\p{Letter}{19,}/gu) ?? [])
    expect(long).toEqual([])
  })

  test('say u to a visitor, never je', () =>
    expect(Object.entries(finder).filter(([, text]) => /\b(je|jij|jouw)\b/i.test(text))).toEqual([]))
})
