import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { listLanguage, topicLabelFor } from './topic-label.ts'

const codes = parse<{ code: string }>(readFileSync('db/reference/topics.csv'), { columns: true }).map(
  ({ code }) => code,
)

describe('what a topic is called for a visitor', () => {
  test.each(['tr', 'ar', 'uk', 'pl'] as const)(
    'is there in %s for each national topic, and for no other',
    (language) => {
      const labels = JSON.parse(
        readFileSync(`src/platform/i18n/catalogues/${language}/topics.json`, 'utf8'),
      ) as Record<string, string>
      expect(Object.keys(labels).sort()).toEqual(codes.toSorted())
      expect(Object.values(labels).filter((label) => label.trim() === '' || label.length > 40)).toEqual([])
      // Two that read the same cannot be told apart in a list.
      expect(new Set(Object.values(labels)).size).toBe(codes.length)
    },
  )

  test('is the translation, else what the lists say', () => {
    expect(topicLabelFor({ code: 'debt-help', label: 'Debts' }, 'pl')).toBe('Długi')
    expect(topicLabelFor({ code: 'debt-help', label: 'Schulden' }, 'nl')).toBe('Schulden')
    expect(topicLabelFor({ code: 'own-topic', label: 'Own topic' }, 'ar')).toBe('Own topic')
    expect([listLanguage('nl'), listLanguage('ar')]).toEqual(['nl', 'en'])
  })
})
