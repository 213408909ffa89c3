import { expect, test } from 'vitest'
import { translator } from '../i18n/translate.ts'
import { FormFields } from './form-fields.ts'
import { saysTheSame, sentBefore } from './sent-before.ts'

test('the same content is the same, whatever else is stored with it; one other fact makes it another', () => {
  const sent = { name: 'Bus', parts: new Map([['GM0307', 5]]), days: ['2026-01-02'], until: null }
  expect(saysTheSame(sent, structuredClone({ ...sent, version: 3 }))).toBe(true)
  expect(saysTheSame(sent, { ...sent, parts: new Map([['GM0307', 6]]) })).toBe(false)
  expect(saysTheSame(sent, { ...sent, days: [] })).toBe(false)
  expect(saysTheSame(sent, undefined)).toBe(false)
})

test('what was typed again keeps its words and gets an id of its own', () => {
  const { form, errors } = sentBefore(
    new FormFields([
      ['id', 'a'],
      ['name', 'Bus'],
    ]),
    translator('nl'),
  )
  expect(form.text('name')).toBe('Bus')
  expect(form.all('id')).toHaveLength(1)
  expect(form.text('id')).not.toBe('a')
  expect(errors[0]?.message).toContain('al verstuurd')
})
