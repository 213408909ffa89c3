import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { answerFields, notRegistered } from './answer-option.ts'
import { askedFields } from './form-definition.ts'
import { topicGroups } from './list-snapshot.ts'

type Row = Record<string, string>
const read = (name: string) => parse<Row>(readFileSync(`db/reference/${name}`), { columns: true })
const municipalities = read('municipalities.csv')
const neighbours = read('municipality-neighbours.csv')
const providers = read('service-providers.csv')
const topics = read('topics.csv')
const options = read('answer-options.csv')
const forms = JSON.parse(readFileSync('db/reference/forms.json', 'utf8')) as {
  code: string
  asks: Record<string, boolean>
}[]

const codes = (rows: readonly { code?: string }[]) => rows.map(({ code }) => code)
const several = (cell = '') => cell.split(';').filter((part) => part !== '')
const validOn = (rows: readonly Row[], day: string) =>
  rows.filter(
    (row) => String(row.valid_from) <= day && (row.valid_until === '' || day < String(row.valid_until)),
  )

describe('every list', () => {
  test.each([
    ['municipalities', municipalities],
    ['service providers', providers],
    ['topics', topics],
    ['answer options', options],
    ['forms', forms],
  ])('%s: each code once', (_name, rows) => {
    expect(new Set(codes(rows)).size).toBe(rows.length)
  })

  test('each national value says where it comes from', () => {
    expect([...providers, ...topics, ...options].filter(({ source }) => !source?.trim())).toEqual([])
  })

  test('no cell has blanks around it, and no list in a cell an empty part', () => {
    const cells = [...municipalities, ...providers, ...topics, ...options].flatMap((row) =>
      Object.values(row),
    )
    expect(cells.filter((cell) => cell !== cell.trim())).toEqual([])
    const parts = topics
      .flatMap((topic) => [topic.search_terms, topic.service_providers])
      .flatMap((cell) => (cell ? cell.split(';') : []))
    expect(parts.filter((part) => part === '' || part !== part.trim())).toEqual([])
  })
})

describe('municipalities', () => {
  test.each([
    ['2021-06-24', 352],
    ['2022-01-01', 345],
    ['2022-03-24', 344],
    ['2023-01-01', 342],
    ['2026-11-24', 342],
  ])('on %s there are %d', (day, count) => {
    expect(validOn(municipalities, day)).toHaveLength(count)
  })

  test.each([
    ['inhabitants_2022', 17_590_672],
    ['inhabitants_2023', 17_811_291],
  ])('%s adds up to the national figure of CBS', (column, total) => {
    expect(municipalities.reduce((sum, row) => sum + Number(row[column]), 0)).toBe(total)
  })

  test('one that ended has a successor that is valid from that day or before, in the same province; the others have none', () => {
    for (const { name, valid_until, successor_code, province_code } of municipalities) {
      const successor = municipalities.find(({ code }) => code === successor_code)
      expect([name, successor_code === '', valid_until === '']).toEqual([
        name,
        valid_until === '',
        successor_code === '',
      ])
      if (!valid_until) continue
      expect([name, successor?.province_code, String(successor?.valid_from) <= valid_until]).toEqual([
        name,
        province_code,
        true,
      ])
      expect(successor?.valid_until).toBe('')
    }
  })

  test('neighbours know each other, and are valid today', () => {
    const pairs = new Set(neighbours.map(({ code, neighbour_code }) => `${code} ${neighbour_code}`))
    const today = new Set(codes(validOn(municipalities, '2026-11-24')))
    expect(pairs.size).toBe(neighbours.length)
    expect(
      neighbours.filter(
        ({ code, neighbour_code }) => code === neighbour_code || !pairs.has(`${neighbour_code} ${code}`),
      ),
    ).toEqual([])
    expect(neighbours.filter(({ code }) => !today.has(code))).toEqual([])
  })
})

describe('topics', () => {
  test('name only service providers that exist, each once', () => {
    const known = new Set(codes(providers))
    for (const topic of topics) {
      const usual = several(topic.service_providers)
      expect([topic.code, usual.filter((code) => !known.has(code)), new Set(usual).size]).toEqual([
        topic.code,
        [],
        usual.length,
      ])
    }
  })

  test('stand in a known group, with one something else in each', () => {
    expect(
      topicGroups.map(
        (group) => topics.filter((topic) => topic.topic_group === group && topic.is_other === 'true').length,
      ),
    ).toEqual([1, 1, 1])
    expect(
      topics.filter(({ topic_group }) => !(topicGroups as readonly string[]).includes(String(topic_group))),
    ).toEqual([])
  })

  test('have labels that differ and fit a tile', () => {
    for (const label of ['label_nl', 'label_en']) {
      expect(new Set(topics.map((topic) => topic[label]?.toLowerCase())).size).toBe(topics.length)
      expect(topics.map((topic) => String(topic[label])).filter(({ length }) => length > 26)).toEqual([])
    }
  })

  test('of the past have ended', () => {
    const today = codes(validOn(topics, '2026-11-24'))
    expect(['coronacheck', 'tonk-tozo', 'energy-allowance'].filter((code) => today.includes(code))).toEqual(
      [],
    )
  })
})

describe('service providers', () => {
  test('the national partners are the thirteen of the guide, § 2.3.1', () => {
    expect(codes(providers.filter(({ kind }) => kind === 'national-partner'))).toEqual([
      'belastingdienst',
      'cak',
      'cbr',
      'ciz',
      'cjib',
      'duo',
      'huurcommissie',
      'lbio',
      'logius',
      'rdw',
      'rvr',
      'svb',
      'uwv',
    ])
  })
})

describe('answer options', () => {
  test.each(answerFields)('%s: positions count on, labels differ and fit', (field) => {
    const own = options.filter((option) => option.field === field)
    expect(own.map(({ position }) => Number(position))).toEqual(own.map((_, index) => index + 1))
    for (const label of ['label_nl', 'label_en']) {
      expect(new Set(own.map((option) => option[label])).size).toBe(own.length)
      expect(own.map((option) => String(option[label])).filter(({ length }) => length > 36)).toEqual([])
    }
  })

  test('each code begins with its field, and no field is unknown', () => {
    expect(options.filter(({ field, code }) => !code?.startsWith(`${field}-`))).toEqual([])
    expect(new Set(options.map(({ field }) => field))).toEqual(new Set(answerFields))
  })

  test('each field but help has exactly one answer for not registered', () => {
    const saying = options.filter(({ code }) => /-(not-registered|not-asked)$/.test(String(code)))
    expect(Object.fromEntries(saying.map(({ field, code }) => [field, code]))).toEqual(notRegistered)
    expect(saying).toHaveLength(answerFields.length - 1)
  })

  test('only another way of help takes text, since a free text is where personal data creeps in', () => {
    expect(codes(options.filter(({ takes_text }) => takes_text === 'true'))).toEqual(['help-other'])
  })

  test('the bands of age add up to 25-65 and older than 65, those of duration to 20 minutes and longer', () => {
    expect(codes(options.filter(({ field }) => field === 'age'))).toEqual([
      'age-0-17',
      'age-18-24',
      'age-25-44',
      'age-45-65',
      'age-65-plus',
      'age-not-registered',
    ])
    expect(
      codes(options.filter(({ field, code }) => field === 'duration' && /-20$|-20-/.test(String(code)))),
    ).toEqual(['duration-10-20', 'duration-20-40'])
  })
})

describe('forms', () => {
  test('say of every field whether they ask it', () => {
    for (const { code, asks } of forms)
      expect([code, Object.keys(asks).sort()]).toEqual([code, [...askedFields].sort()])
  })

  test('the national form asks nothing about the visitor; the form of the guide knows no groups and no DigiD question', () => {
    const asked = (code: string) =>
      askedFields.filter((field) => forms.find((form) => form.code === code)?.asks[field])
    expect(asked('national-2024')).toEqual([
      'channel',
      'topicGroups',
      'digid',
      'help',
      'duration',
      'satisfied',
    ])
    expect(asked('guide')).toEqual([
      'channel',
      'gender',
      'age',
      'language',
      'municipality',
      'help',
      'duration',
      'satisfied',
    ])
  })
})
