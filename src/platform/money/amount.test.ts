import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mostCents, parseAmount, showAmount, writeAmount } from './amount.ts'
import { amountField, amountOrNothingField, optionalAmountField } from './amount-field.ts'

test.each([
  ['1234', 123_400],
  ['1234,56', 123_456],
  ['1234.56', 123_456],
  ['1.234,56', 123_456],
  ['1,234.56', 123_456],
  ['€ 1.234,56', 123_456],
  ['€1,234.56', 123_456],
  ['1 234,5', 123_450],
  ['1.234', 123_400],
  ['1,234', 123_400],
  ['1.234.567', 123_456_700],
  ['1,234,567.89', 123_456_789],
  ['EUR 12,-', 1_200],
  ['12,--', 1_200],
  ['€ 1.234,–', 123_400],
  ['12 euro', 1_200],
  ['0,5', 50],
  [',50', 50],
  ['0', 0],
  ['007', 700],
  ['999.999.999,99', mostCents],
])('%j is %i cents', (text, cents) => expect(parseAmount(text)).toEqual({ ok: true, cents }))

test.each([
  ['', 'empty'],
  ['€', 'empty'],
  ['duizend', 'no-number'],
  ['12a', 'no-number'],
  ['1e5', 'no-number'],
  [',', 'no-number'],
  ['-12', 'negative'],
  ['€ -12,00', 'negative'],
  ['−12', 'negative'],
  ['12-', 'negative'],
  ['(12,00)', 'negative'],
  ['12,3456', 'decimals'],
  ['12,', 'decimals'],
  ['1.234,567', 'decimals'],
  ['0.500', 'separators'],
  ['1.2.3', 'separators'],
  ['12.34,56', 'separators'],
  ['1,2345,67', 'separators'],
  ['1.234.56', 'separators'],
  ['1.234,567.89', 'separators'],
  ['1000000000', 'too-large'],
])('%j is refused as %s', (text, problem) => {
  const parsed = parseAmount(text)
  // Points and commas mixed within the thousands are read by nobody.
  expect(parsed.ok ? parsed.cents : parsed.problem).toBe(problem)
})

const cents = fc.integer({ min: 0, max: mostCents })

test('what is shown is read back as the same, in both languages and as it stands in a field', () =>
  fc.assert(
    fc.property(cents, (amount) => {
      for (const text of [showAmount(amount), showAmount(amount, 'en'), writeAmount(amount)])
        expect(parseAmount(text), text).toEqual({ ok: true, cents: amount })
    }),
  ))

test('whatever somebody types is an amount within bounds or a reason', () =>
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,€ -()a') }), (text) => {
      const parsed = parseAmount(text)
      if (parsed.ok) {
        expect(Number.isSafeInteger(parsed.cents)).toBe(true)
        expect(parsed.cents).toBeGreaterThanOrEqual(0)
        expect(parsed.cents).toBeLessThanOrEqual(mostCents)
      }
    }),
  ))

test('a field says what to do', () => {
  const messageOf = (
    schema: typeof amountField extends (key: never) => infer Field ? Field : never,
    text: string,
  ) => schema.safeParse(text).error?.issues[0]?.message
  const missing = 'amounts.error.nothing'
  expect(amountField(missing).parse('12')).toBe(1_200)
  expect(messageOf(amountField('amounts.error.decimals'), '')).toBe('amounts.error.decimals')
  expect(messageOf(amountField(missing), '0')).toBe('amounts.error.nothing')
  expect(messageOf(amountField(missing), '-3')).toBe('amounts.error.negative')
  expect(amountOrNothingField(missing).parse('0')).toBe(0)
  expect(optionalAmountField.parse(' ')).toBeNull()
  expect(optionalAmountField.safeParse('1,234,5').error?.issues[0]?.message).toBe('amounts.error.separators')
})
