import { describe, expect, test } from 'vitest'
import { type AllLists, snapshotOn, topicsByGroup, unknownCodes, usualProviders } from './list-snapshot.ts'

const always = { validFrom: '2019-07-01', validUntil: null }
const both = (nl: string, en: string) => ({ nl, en })
const topic = {
  group: 'digital-government',
  searchTerms: [],
  serviceProviders: [],
  digid: false,
  isOther: false,
} as const
const lists: AllLists = {
  topics: [
    {
      ...topic,
      ...always,
      code: 'digid',
      labels: both('DigiD', 'DigiD'),
      serviceProviders: ['logius', 'ended'],
      digid: true,
    },
    {
      ...topic,
      code: 'coronacheck',
      labels: both('CoronaCheck', 'CoronaCheck'),
      validFrom: '2021-01-01',
      validUntil: '2023-01-01',
    },
    { ...topic, ...always, code: 'printing', group: 'library', labels: both('Printen', 'Printing') },
  ],
  serviceProviders: [
    {
      ...always,
      code: 'logius',
      kind: 'national-partner',
      names: both('Logius', 'Logius'),
      shortNames: both('Logius', 'Logius'),
    },
    {
      ...always,
      code: 'municipality',
      kind: 'other',
      names: both('Gemeente', 'Municipality'),
      shortNames: both('Gemeente', 'Municipality'),
    },
    {
      code: 'ended',
      kind: 'other',
      names: both('Oud', 'Old'),
      shortNames: both('Oud', 'Old'),
      validFrom: '2019-07-01',
      validUntil: '2022-01-01',
    },
  ],
  answerOptions: [
    {
      ...always,
      code: 'channel-desk',
      field: 'channel',
      labels: both('Aan de balie', 'At the desk'),
      takesText: false,
    },
    { ...always, code: 'gender-man', field: 'gender', labels: both('Man', 'Man'), takesText: false },
  ],
  forms: [],
}
const on = (day: string, language: 'nl' | 'en' = 'nl') => ({
  ...snapshotOn(lists, day, language),
  version: 'v',
})

describe('a snapshot', () => {
  test('holds what is valid on its day, in the order of the list', () => {
    expect(on('2022-06-01').topics.map(({ code }) => code)).toEqual(['digid', 'coronacheck', 'printing'])
    expect(on('2026-11-24').topics.map(({ code }) => code)).toEqual(['digid', 'printing'])
  })

  test('speaks one language', () => {
    expect(on('2026-11-24', 'en').topics[1]?.label).toBe('Printing')
    expect(on('2026-11-24', 'en').answerOptions.channel).toEqual([
      { code: 'channel-desk', field: 'channel', label: 'At the desk', takesText: false },
    ])
    expect(on('2026-11-24').serviceProviders[1]).toEqual({
      code: 'municipality',
      kind: 'other',
      name: 'Gemeente',
      shortName: 'Gemeente',
    })
  })

  test('names no service provider that is not in it', () => {
    expect(on('2021-06-01').topics[0]?.serviceProviders).toEqual(['logius', 'ended'])
    expect(on('2026-11-24').topics[0]?.serviceProviders).toEqual(['logius'])
  })

  test('gives topics by group with their usual service providers', () => {
    const today = on('2026-11-24')
    const groups = topicsByGroup(today)
    expect([
      groups['digital-government'].map(({ code }) => code),
      groups.library.map(({ code }) => code),
      groups.other,
    ]).toEqual([['digid'], ['printing'], []])
    expect(
      groups['digital-government'].flatMap((known) => usualProviders(today, known)).map(({ name }) => name),
    ).toEqual(['Logius'])
  })
})

describe('codes that a form sends', () => {
  test('are all right when each is a value of its own list on that day', () => {
    const chosen = {
      topics: ['coronacheck'],
      serviceProviders: ['ended'],
      answers: { channel: ['channel-desk'], gender: ['gender-man'] },
    }
    expect(unknownCodes(on('2021-06-01'), chosen)).toEqual([])
    expect(unknownCodes(on('2026-11-24'), chosen)).toEqual(['coronacheck', 'ended'])
  })

  test('are refused when they belong to another field', () => {
    expect(unknownCodes(on('2026-11-24'), { answers: { channel: ['gender-man'] } })).toEqual(['gender-man'])
  })

  test('nothing chosen is nothing unknown', () => {
    expect(unknownCodes(on('2026-11-24'), {})).toEqual([])
  })
})
