import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { momentOf } from '../../platform/time/local-time.ts'
import type { AllLists } from '../lists/public.ts'
import { answerLists } from './import-answers.ts'
import type { ColumnUse } from './import-field.ts'
import { proposeColumns, valuesOfField } from './import-proposal.ts'
import { type RowRules, readImportRow, saidBy } from './import-row.ts'

const always = { validFrom: '2019-07-01', validUntil: null }
const topic = (
  code: string,
  label: string,
  serviceProviders: string[] = [],
  validUntil: string | null = null,
) => ({
  code,
  group: 'other' as const,
  labels: { nl: label, en: label },
  searchTerms: [],
  serviceProviders,
  digid: false,
  isOther: code === 'other',
  validFrom: '2019-07-01',
  validUntil,
})
const provider = (code: string) => ({
  code,
  kind: 'other' as const,
  names: { nl: code, en: code },
  shortNames: { nl: code, en: code },
  ...always,
})
const lists: AllLists = {
  topics: [
    topic('digid', 'DigiD', ['logius']),
    topic('pension', 'AOW', ['svb']),
    topic('disability', 'WIA, Wajong of ziekte', ['uwv']),
    topic('corona', 'CoronaCheck', [], '2023-01-01'),
    topic('other', 'Andere vraag'),
  ],
  serviceProviders: ['logius', 'svb', 'uwv', 'bank'].map(provider),
  answerOptions: [
    { code: 'gender-man', field: 'gender', labels: { nl: 'Man', en: 'Man' }, takesText: false, ...always },
    {
      code: 'help-listened',
      field: 'help',
      labels: { nl: 'Luisterend oor', en: 'Ear' },
      takesText: false,
      ...always,
    },
  ],
  forms: [],
}
const desk = {
  id: 'desk-1',
  libraryId: 'l',
  name: 'Centrum',
  kind: 'library' as const,
  municipalityCode: 'GM0307',
  places: [],
  active: true,
}
const municipalities = [{ code: 'GM0307', name: 'Amersfoort', validFrom: '2021-01-01', validUntil: null }]
const columns: readonly (ColumnUse | null)[] = [
  'day',
  'time',
  'topic',
  'topic-text',
  'provider',
  'help',
  'gender',
  'municipality',
]
const rules: RowRules = {
  header: ['Datum', 'Tijd', 'Vraag', 'Toelichting', 'Organisatie', 'Hulp', 'Geslacht', 'Gemeente'],
  columns,
  deskId: desk.id,
  meanings: {},
  lists: answerLists(lists, [desk], municipalities),
  municipalityOfDesk: new Map([[desk.id, desk.municipalityCode]]),
  usualProviders: new Map(lists.topics.map(({ code, serviceProviders }) => [code, serviceProviders])),
  takesText: new Set(['other']),
  today: '2026-11-24',
  now: momentOf('2026-11-24', '10:00'),
}
const read = (...cells: string[]) => readImportRow(cells, rules)
const contactOf = (...cells: string[]) => {
  const row = read(...cells)
  if (!row.ok) throw new Error(JSON.stringify(row.errors))
  return row.contact
}

describe('a row', () => {
  test('gives an organisation to the question it is usual for, else to the first', () => {
    const { content } = contactOf('4-3-2022', '', 'DigiD; AOW', '', 'svb; bank', '', '', '')
    expect(content.questions.map(({ topicCode, serviceProviders }) => [topicCode, serviceProviders])).toEqual(
      [
        ['digid', ['bank']],
        ['pension', ['svb']],
      ],
    )
  })

  test('says nothing that the file does not say', () => {
    const { content, timeKnown } = contactOf('4-3-2022', '', 'DigiD', '', '', '', '', '')
    expect(timeKnown).toBe(false)
    expect(content).toMatchObject({
      occurredAt: '2022-03-04T11:00:00Z',
      channel: 'channel-not-registered',
      gender: 'gender-not-registered',
      visitorMunicipalityCode: null,
      help: [],
      municipalityCode: 'GM0307',
    })
    expect(content.questions[0]?.serviceProviders).toEqual([])
  })

  test('of before municipalities were known takes those of the first day', () => {
    expect(
      contactOf('4-3-2020', '', 'DigiD', '', '', '', '', 'Amersfoort').content.visitorMunicipalityCode,
    ).toBe('GM0307')
  })

  test('of a time today that is still to come is an error; of today without a time is not', () => {
    const errorsOf = (...moment: string[]) => {
      const row = read(...moment, 'DigiD', '', '', '', '', '')
      return row.ok ? [] : row.errors
    }
    expect(errorsOf('24-11-2026', '10:01')).toEqual([{ field: 'time', reason: 'day-ahead', value: '10:01' }])
    expect(errorsOf('24-11-2026 16:00', '')).toEqual([
      { field: 'day', reason: 'day-ahead', value: '24-11-2026 16:00' },
    ])
    expect([errorsOf('24-11-2026', '10:00'), errorsOf('24-11-2026', '')]).toEqual([[], []])
  })

  test('tells every error at once', () => {
    const row = read('4-3-2024', '25:00', 'CoronaCheck; nog iets', '', '', '', 'vrouw', '')
    expect(row.ok ? [] : row.errors).toEqual([
      { field: 'time', reason: 'time-unreadable', value: '25:00' },
      { field: 'topic', reason: 'not-on-that-day', value: 'CoronaCheck' },
      { field: 'topic', reason: 'unknown-answer', value: 'nog iets' },
      { field: 'gender', reason: 'unknown-answer', value: 'vrouw' },
    ])
  })

  test('never keeps a text in what it tells of an error', () => {
    const row = read('4-3-2022', '', 'Andere vraag', 'bel 06 12345678', '', '', '', '')
    expect(JSON.stringify(row)).not.toContain('12345678')
  })

  test('is the same in whatever order its answers stand, and another with any other answer', () => {
    const said = (...cells: string[]): string => saidBy(contactOf(...cells))
    const order = fc.shuffledSubarray(['DigiD', 'AOW', 'WIA, Wajong of ziekte'], {
      minLength: 3,
      maxLength: 3,
    })
    const first = said('4-3-2022', '10:30', 'DigiD; AOW; WIA, Wajong of ziekte', '', 'svb', '', 'Man', '')
    fc.assert(
      fc.property(order, fc.constantFrom('; ', ' | ', '\n'), (topics, mark) => {
        expect(said('2022-03-04', '10.30', topics.join(mark), '', 'SVB', '', 'man', '')).toBe(first)
      }),
    )
    const others = [
      said('5-3-2022', '10:30', 'DigiD', '', '', '', '', ''),
      said('5-3-2022', '', 'DigiD', '', '', '', '', ''),
      said('5-3-2022', '12:00', 'DigiD', '', '', '', '', ''),
      said('5-3-2022', '', 'DigiD', '', 'svb', '', '', ''),
      said('5-3-2022', '', 'DigiD', '', '', 'Luisterend oor', '', ''),
      said('5-3-2022', '', 'AOW', '', '', '', '', ''),
    ]
    expect(new Set(others).size).toBe(others.length)
  })

  test('of any text gives a contact or errors, and never a fault', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 10 }), (cells) => {
        const row = readImportRow(cells, rules)
        expect(row.ok || row.errors.length > 0).toBe(true)
      }),
    )
  })
})

describe('what is proposed', () => {
  test.each([
    ['Datum gesprek', 'day'],
    ['Met welke vraag', 'topic'],
    ['Toelichting vraag', 'topic-text'],
    ['Over welke organisatie(s)', 'provider'],
    ['Naar tevredenheid geholpen', 'satisfied'],
    ['Gemeente bezoeker', 'municipality'],
    ['Waar', 'desk'],
    ['Hoe kwam de vraag', 'channel'],
    ['Instantie', 'provider'],
    ['Wat is er gedaan', 'help'],
    ['m/v', 'gender'],
    ['Leeftijdsgroep', 'age'],
    ['Dagdeel', null],
    ['Opmerkingen', null],
  ])('for a column %j is %j', (name, use) => expect(proposeColumns([name], new Map())).toEqual([use]))

  test('for a second column of a single field is nothing, and what was chosen before goes first', () => {
    expect(proposeColumns(['Datum', 'Dag'], new Map())).toEqual(['day', null])
    const memory = new Map([
      [
        'column',
        new Map([
          ['dag', 'day'],
          ['datum', ''],
        ]),
      ],
    ])
    expect(proposeColumns(['Datum', 'Dag'], memory)).toEqual([null, 'day'])
  })

  test('for the values of a field: each once, most often first, with what it probably means', async () => {
    const cells = columns.map((use) =>
      use === 'topic'
        ? [
            { cell: 'WIA, Wajong of ziekte; digid', count: 2 },
            { cell: 'DigiD', count: 3 },
            { cell: 'iets', count: 1 },
          ]
        : [],
    )
    const chosen = {
      lists: rules.lists,
      memory: new Map([['topic', new Map([['iets', 'other']])]]),
      meanings: {},
    }
    expect(await valuesOfField('topic', { header: rules.header, columns }, cells, chosen)).toEqual([
      { plain: 'digid', shown: 'digid', count: 5, proposal: 'digid' },
      { plain: 'wia,wajong of ziekte', shown: 'WIA, Wajong of ziekte', count: 2, proposal: 'disability' },
      { plain: 'iets', shown: 'iets', count: 1, proposal: 'other' },
    ])
  })
})
