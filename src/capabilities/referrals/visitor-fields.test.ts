import { describe, expect, test } from 'vitest'
import { passedOf, readContact, visitorFields } from './visitor-fields.ts'

const form = visitorFields(2026)
const read = (name: string, contact: string) => form.safeParse({ name, contact, language: 'ar' })

describe('what is asked of a visitor', () => {
  test('may be left out', () => {
    expect(read('', '').data).toEqual({ name: undefined, contact: undefined, language: 'ar' })
  })

  test.each([
    ['06-12345678', 'phone', '06 12 34 56 78'],
    ['Iemand@Voorbeeld.nl', 'email', 'iemand@voorbeeld.nl'],
    ['+31 33 123 45 67', 'phone', '033 123 45 67'],
  ])('%s is a way of contact', (typed, kind, value) => {
    expect(readContact(typed)).toEqual({ kind, value })
  })

  test.each([
    ['111222333', ''],
    ['mevrouw 111.222.333', ''],
    ['geboren 12-03-1950', ''],
    ['', '111222333'],
    ['', 'NL91ABNA0417164300'],
    ['', 'iemand bij voorbeeld'],
    ['06 12345678', ''],
  ])('a name %o with contact %o is refused', (name, contact) => {
    expect(read(name, contact).success).toBe(false)
  })

  test('is told in a consent by its kind', () => {
    expect(
      passedOf(
        read('Mevrouw Jansen', 'a@voorbeeld.nl').data ?? { name: '', contact: undefined, language: 'nl' },
      ),
    ).toEqual(['name', 'email'])
  })
})
