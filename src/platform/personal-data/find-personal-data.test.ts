import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findPersonalData, passesElevenTest } from './find-personal-data.ts'

const find = (text: string) => findPersonalData(text, 2026)

/** A valid number of nine digits: eight drawn, the ninth computed; those whose ninth would be ten do not exist. */
const bsn = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 })
  .map((digits) => ({
    digits,
    last: digits.reduce((sum, digit, index) => sum + digit * (9 - index), 0) % 11,
  }))
  .filter(({ digits, last }) => last < 10 && digits.some((digit) => digit > 0))
  .map(({ digits, last }) => [...digits, last].join(''))

const words = fc.constantFrom('', 'vraag over ', 'mevrouw heeft ', 'formulier 3 ', 'app, ', 'nr ')

describe('bsn', () => {
  test('every valid number is found, whole or in groups, with words around it', () => {
    const groupings = [[9], [3, 3, 3], [4, 2, 3], [1, 1, 1, 1, 1, 1, 1, 1, 1], [2, 3, 4]]
    fc.assert(
      fc.property(
        bsn,
        fc.constantFrom(...groupings),
        fc.constantFrom(' ', '.', '-'),
        words,
        (digits, grouping, separator, before) => {
          const written = grouping
            .map((length, index) => {
              const start = grouping.slice(0, index).reduce((sum, each) => sum + each, 0)
              return digits.slice(start, start + length)
            })
            .join(separator)
          // Some nine digits are a phone number or a date as well; then another reason is as good.
          expect(find(`${before}${written} klopt niet`)).toBeDefined()
        },
      ),
      { numRuns: 2_000 },
    )
  })

  test('a number that fails the eleven-test is not refused as one', () => {
    fc.assert(
      fc.property(bsn, fc.integer({ min: 1, max: 9 }), (digits, step) => {
        const last = (Number(digits[8]) + step) % 10
        expect(passesElevenTest(`${digits.slice(0, 8)}${last}`)).toBe(false)
        expect(find(`dossier ${digits.slice(0, 8)}${last}`)).not.toBe('bsn')
      }),
    )
  })

  test('eight digits (KvK) and ten or more digits are not refused as one', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9]\d{7}$/), (kvk) => {
        expect(find(`KvK ${kvk}`)).toBeUndefined()
      }),
    )
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9]\d{9,14}$/), (number) => {
        expect(find(`kenmerk ${number}`)).not.toBe('bsn')
      }),
    )
  })

  test('amounts are not refused', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999 }),
        fc.integer({ min: 0, max: 99 }),
        (euros, cents) => {
          const whole = new Intl.NumberFormat('nl-NL').format(euros)
          for (const text of [
            `€ ${whole},${String(cents).padStart(2, '0')}`,
            `${whole} euro`,
            `€${euros}`,
            `${euros},- boete`,
          ])
            expect(find(text)).toBeUndefined()
        },
      ),
    )
  })

  test.each([
    '123456782',
    '1234.56.782',
    '123 456 782',
    '１２３４５６７８２',
    '12345\u200b6782',
    'bsn:123456782.',
    '2 123456782',
  ])('%s', (text) => expect(find(text)).toBe('bsn'))
})

describe.each([
  [
    'phone',
    [
      '0612345678',
      '06-12345678',
      '06 1234 5678',
      '+31 6 12345678',
      '0031612345678',
      '030-1234567',
      '(030) 123 45 67',
      '+31 (0)30 1234567',
      '+49 151 23456789',
    ],
  ],
  ['email', ['jan@voorbeeld.nl', 'a.b-c@voorbeeld.co.uk', 'jan @ voorbeeld.nl']],
  [
    'iban',
    [
      'NL91ABNA0417164300',
      'nl91 abna 0417 1643 00',
      'rekening NL91ABNA0417164300 klopt',
      'DE89370400440532013000',
    ],
  ],
  [
    'address',
    ['1234 AB 12', '1234AB12', '1234 ab, nr. 5', 'Dorpsstraat 12, 1234 AB', '1234 AB huisnummer 7'],
  ],
  [
    'birth-date',
    [
      '12-03-1950',
      '1/2/49',
      '12 maart 1950',
      '3 mrt. 1961',
      '1950-03-12',
      'geboren 01-02-2019',
      'geb. 1-2-2020',
    ],
  ],
  [
    'digid-code',
    [
      'digid code 4821',
      'DigiD: 48213',
      'code is AB12CD',
      'pincode 1234',
      'sms-code 482133',
      'koppelcode X7B2',
      'wachtwoord Welkom01',
    ],
  ],
] as const)('%s', (kind, texts) => {
  test.each(texts)('%s', (text) => expect(find(text)).toBe(kind))
})

test.each([
  'rijbewijs verlengen',
  'bellen met 0800-1508',
  '14 030 bellen',
  'brief van 12-03-2025',
  'in 2022 is 3 keer gebeld',
  'toeslag 2024 en 2025',
  'DigiD 2026',
  'DigiD-app op iPhone 12',
  'postcode 1234',
  'formulier 1040',
  'KvK 12345678',
  'boete van € 123.456.782',
  'apk en 3 vragen',
  'windows 11 en office 365',
  'open van 9 tot 17',
  'afspraak 24 november',
  'code vergeten',
  'wachtwoord vergeten',
  'kenteken 12-ABC-3',
  '5 keer geprobeerd, 2 apps',
])('not refused: %s', (text) => expect(find(text)).toBeUndefined())

test('any text is read without trouble', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => void find(text)))
})

test.each([
  'a'.repeat(100_000),
  '1 '.repeat(50_000),
  '0'.repeat(100_000),
  'code '.repeat(20_000),
  '1234 AB '.repeat(10_000),
])('a long text is read in a moment', (text) => {
  const began = performance.now()
  find(text)
  // A bound on growth, not a measurement: before it was there these took up to half a minute.
  expect(performance.now() - began).toBeLessThan(1_000)
})
