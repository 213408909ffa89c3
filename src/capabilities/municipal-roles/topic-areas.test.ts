import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { policyAreas } from '../directory/public.ts'
import { areasOfTopic, seenIn } from './topic-areas.ts'

const topics = parse<{ code: string; is_other: string }>(readFileSync('db/reference/topics.csv'), {
  columns: true,
})

test('every topic of the national list but ‘iets anders’ touches an area, and every area is touched', () => {
  const without = topics.filter(
    ({ code, is_other }) => is_other !== 'true' && areasOfTopic(code).length === 0,
  )
  expect(without.map(({ code }) => code)).toEqual([])
  const touched = new Set(topics.flatMap(({ code }) => areasOfTopic(code)))
  expect(policyAreas.filter((area) => !touched.has(area))).toEqual([])
})

test('an area counts its topics, the most asked first, and compares only when each can be', () => {
  const counted = [
    { code: 'fine', name: 'Boete', count: 12, before: 10 },
    { code: 'debt-help', name: 'Schulden', count: 30, before: 40 },
    { code: 'passport', name: 'Paspoort', count: 99, before: 1 },
  ]
  const seen = seenIn('debts-and-poverty', counted)
  expect(seen).toMatchObject({ questions: 42, before: 50 })
  expect(seen.topics.map(({ code }) => code)).toEqual(['debt-help', 'fine'])
  const unknown = counted.map((topic) => (topic.code === 'fine' ? { ...topic, before: undefined } : topic))
  expect(seenIn('debts-and-poverty', unknown).before).toBeUndefined()
})
