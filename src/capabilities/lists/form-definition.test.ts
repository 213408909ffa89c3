import { describe, expect, test } from 'vitest'
import { type AskedField, askedFields, type FormDefinition, formOn, isValidOn } from './form-definition.ts'

const asks = Object.fromEntries(askedFields.map((field) => [field, true])) as Record<AskedField, boolean>
const form = (code: string, validFrom: string, validUntil: string | null = null): FormDefinition => ({
  code,
  title: code,
  asks,
  validFrom,
  validUntil,
})
const forms = [form('guide', '2021-06-24'), form('national-2024', '2024-04-01')]

describe('which form counts for a library', () => {
  test.each([
    ['before the first form: none', [], '2021-06-23', undefined],
    ['nothing chosen: the newest of that day', [], '2024-03-31', 'guide'],
    ['nothing chosen: the newest from its first day', [], '2024-04-01', 'national-2024'],
    ['chosen, from that day on', [{ formCode: 'guide', validFrom: '2024-06-01' }], '2024-06-01', 'guide'],
    ['chosen, but not yet', [{ formCode: 'guide', validFrom: '2024-06-01' }], '2024-05-31', 'national-2024'],
    [
      'chosen twice: the later by then, in any order',
      [
        { formCode: 'national-2024', validFrom: '2025-01-01' },
        { formCode: 'guide', validFrom: '2024-06-01' },
      ],
      '2025-03-01',
      'national-2024',
    ],
    [
      'chosen ahead of its first day: the form of that day',
      [{ formCode: 'national-2024', validFrom: '2023-01-01' }],
      '2023-05-01',
      'guide',
    ],
    [
      'chosen, but unknown: the newest',
      [{ formCode: 'gone', validFrom: '2023-01-01' }],
      '2026-11-24',
      'national-2024',
    ],
  ])('%s', (_rule, choices, day, code) => {
    expect(formOn(forms, choices, day)?.code).toBe(code)
  })

  test('a chosen form that has ended gives way to the newest', () => {
    const ended = [form('guide', '2021-06-24', '2025-01-01'), form('national-2024', '2024-04-01')]
    const choices = [{ formCode: 'guide', validFrom: '2024-04-01' }]
    expect(formOn(ended, choices, '2024-12-31')?.code).toBe('guide')
    expect(formOn(ended, choices, '2025-01-01')?.code).toBe('national-2024')
  })
})

test('a period holds its first day and not its valid_until', () => {
  const period = { validFrom: '2022-01-01', validUntil: '2023-01-01' }
  expect(
    ['2021-12-31', '2022-01-01', '2022-12-31', '2023-01-01'].filter((day) => isValidOn(period, day)),
  ).toEqual(['2022-01-01', '2022-12-31'])
})
