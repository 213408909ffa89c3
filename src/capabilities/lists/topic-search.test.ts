import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { topicSearch } from './topic-search.ts'

const read = (name: string) =>
  parse<Record<string, string>>(readFileSync(`db/reference/${name}`), { columns: true })
const topics = read('topics.csv').map((row) => ({
  label: String(row.label_nl),
  searchTerms: row.search_terms?.split(';') ?? [],
  serviceProviders: row.service_providers?.split(';') ?? [],
}))
const providers = read('service-providers.csv').map((row) => ({
  code: String(row.code),
  name: String(row.name),
  shortName: row.short_name || String(row.name),
}))
const search = topicSearch(topics, providers)
/** The desk gives the topics in the order of its own use: what is found may not hang on that. */
const searchInEitherOrder = [search, topicSearch(topics.toReversed(), providers)]
const labelsFor = (typed: string) => search(typed).map(({ label }) => label)
const letters = (label: string) => label.match(/\p{L}/gu)?.length ?? 0

/** One error as people make them: swapped with the next letter, left out, doubled, or another letter. */
const typingError = (label: string) =>
  fc
    .record({
      at: fc.nat(label.length - 1),
      kind: fc.constantFrom('swapped', 'missing', 'doubled', 'wrong'),
      letter: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
    })
    .map(({ at, kind, letter }) => {
      const [before, here, after] = [label.slice(0, at), label.charAt(at), label.slice(at + 1)]
      if (kind === 'swapped') return before + after.slice(0, 1) + here + after.slice(1)
      if (kind === 'missing') return before + after
      return before + (kind === 'doubled' ? here + here : letter) + after
    })

describe('over the real topics, in two orders', () => {
  const anyTopic = fc.constantFrom(...topics)
  const anySearch = fc.constantFrom(...searchInEitherOrder)

  test('every label finds its own topic first', () => {
    fc.assert(
      fc.property(anyTopic, anySearch, fc.boolean(), (topic, find, upper) => {
        const typed = upper ? topic.label.toUpperCase() : topic.label.toLowerCase()
        expect(find(typed)[0]).toBe(topic)
      }),
      { numRuns: 500 },
    )
  })

  test('every label of five letters or more, with one typing error, finds its topic within the first five', () => {
    const mistyped = fc
      .constantFrom(...topics.filter(({ label }) => letters(label) >= 5))
      .chain((topic) => fc.tuple(fc.constant(topic), typingError(topic.label)))
    fc.assert(
      fc.property(mistyped, anySearch, ([topic, typed], find) => {
        expect(find(typed).slice(0, 5)).toContain(topic)
      }),
      { numRuns: 3_000 },
    )
  })

  test('what is being typed finds its topic from the third letter on, within the first ten', () => {
    const begun = anyTopic.chain((topic) =>
      fc.tuple(
        fc.constant(topic),
        fc.integer({ min: 3, max: topic.label.length }).map((end) => topic.label.slice(0, end)),
      ),
    )
    fc.assert(
      fc.property(begun, ([topic, typed]) => {
        expect(search(typed).slice(0, 10)).toContain(topic)
      }),
      { numRuns: 500 },
    )
  })

  test('whatever is typed, each topic comes at most once and nothing breaks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (typed) => {
        const found = search(typed)
        expect(new Set(found).size).toBe(found.length)
      }),
    )
  })
})

describe('the words that people use', () => {
  test.each([
    ['mobieltje', 'Telefoon of tablet'],
    ['toeslag huur', 'Huurtoeslag'],
    ['wachtwoord vergeten digid', 'DigiD-code vergeten'],
    ['inloggen bij mijn digid', 'DigiD'],
    ['creche', 'Kinderopvangtoeslag'],
    ['patientendossier', 'Patiëntendossier'],
    ['sociale verzekeringsbank', 'AOW'],
    ['rdw', 'Auto en kenteken'],
    ['bekeuring', 'Boete'],
    ['vergunnign', 'Vergunning'],
    ['iets anders', 'Andere vraag'],
  ])('%s finds %s within the first three', (typed, label) => {
    expect(labelsFor(typed).slice(0, 3)).toContain(label)
  })

  test('part of a Dutch compound finds all of them', () => {
    expect(labelsFor('toeslag')).toEqual(
      expect.arrayContaining([
        'Toeslagen',
        'Zorgtoeslag',
        'Huurtoeslag',
        'Kinderopvangtoeslag',
        'Energietoeslag',
      ]),
    )
  })

  test('nothing typed, or nothing like it, finds nothing', () => {
    expect([search(''), search(' ?! '), search('xqzvvw')]).toEqual([[], [], []])
  })

  test('topics that fit equally well keep the order they were given in', () => {
    const same = ['b', 'a', 'c'].map((name) => ({
      label: `Vraag ${name}`,
      searchTerms: [],
      serviceProviders: [],
    }))
    expect(topicSearch(same, [])('vraag')).toEqual(same)
  })
})
