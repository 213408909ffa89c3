import { expect, test } from 'vitest'
import type { AnswerField } from '../lists/public.ts'
import { answerLists } from './import-answers.ts'

const always = { validFrom: '2019-07-01', validUntil: null }
const option = (field: AnswerField, code: string, label: string) => ({
  code,
  field,
  labels: { nl: label, en: label },
  takesText: false,
  ...always,
})
const desk = (id: string, name: string) => ({
  id,
  name,
  libraryId: 'library',
  kind: 'library' as const,
  municipalityCode: 'GM0307',
  places: [],
  active: true,
})
const lists = answerLists(
  {
    topics: [],
    serviceProviders: [],
    forms: [],
    answerOptions: [
      option('gender', 'gender-woman', 'Vrouw'),
      option('gender', 'gender-not-registered', 'Niet geregistreerd'),
      option('age', 'age-65-plus', 'Ouder dan 65'),
      option('age', 'age-not-registered', 'Niet geregistreerd'),
      option('channel', 'channel-phone', 'Telefonisch'),
    ],
  },
  [
    desk('1', 'Domwijken Centrum'),
    desk('2', 'Domwijken Noord'),
    desk('3', 'Bus Noord'),
    desk('4', 'Oost'),
    desk('5', 'Domwijken Oost'),
  ],
  [],
)

test.each([
  ['gender', 'vrouw', 'gender-woman'],
  ['gender', 'v', 'gender-woman'],
  ['age', '70+', 'age-65-plus'],
  ['age', 'onbekend', 'age-not-registered'],
  ['channel', 'telefoon', 'channel-phone'],
  ['desk', 'domwijken centrum', '1'],
  ['desk', 'centrum', '1'],
] as const)('for %s, %j means %s', (field, value, code) => {
  expect(lists[field].byName.get(value)?.code).toBe(code)
})

test('a short name that two desks share means neither; a whole name means itself', () => {
  expect(lists.desk.byName.get('noord')).toBeUndefined()
  expect(lists.desk.byName.get('oost')?.code).toBe('4')
})
