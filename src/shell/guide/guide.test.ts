import { expect, test } from 'vitest'
import { testApp } from '../../../tests/support/test-app.ts'
import { dutch } from '../../platform/i18n/catalogues/dutch.ts'
import { english } from '../../platform/i18n/catalogues/english.ts'

const { anonymous } = await testApp()

test('the guide is open to anyone, and its list of contents leads to every part', async () => {
  const response = await anonymous().get('/uitleg')
  expect(response.status).toBe(200)
  const html = await response.text()
  const targets = [...html.matchAll(/<li><a class="nl-link" href="#([a-z-]+)"/g)].map(([, id]) => id)
  expect(targets.length).toBeGreaterThan(5)
  expect([...html.matchAll(/<h2 [^>]*id="([a-z-]+)"/g)].map(([, id]) => id)).toEqual(targets)
})

test.each([
  ['Dutch', dutch],
  ['English', english],
])('what the guide in %s puts between quotes can be found on a screen', (_language, catalogue) => {
  const texts = Object.entries(catalogue).filter(([key]) => !key.startsWith('guide.'))
  const quoted = Object.entries(catalogue)
    .filter(([key]) => key.startsWith('guide.'))
    .flatMap(([, text]) => [...text.matchAll(/(?<!\w)'([^']+)'(?!\w)/g)].map(([, words]) => words))
  expect(quoted.length).toBeGreaterThan(5)
  expect(quoted.filter((words) => !texts.some(([, text]) => text === words))).toEqual([])
})
