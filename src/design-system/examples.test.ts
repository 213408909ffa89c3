import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import { componentFolders, loadExamples } from './examples.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Opinions on form, not errors: hono/jsx writes void elements with a slash and attributes as it likes.
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'long-title': 'off',
    // Several checkboxes answer one question.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit'] }],
    // A list may have a name (ARIA 1.2).
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // The ARIA pattern of a combobox asks for a listbox; a select cannot be one.
    'prefer-native-element': ['error', { exclude: ['listbox', 'combobox'] }],
    // Ours: NL Design System names classes with two dashes and two underscores.
    'class-pattern': 'off',
  },
})

const examples = await loadExamples('styles.css')

describe('every component', async () => {
  it.each(await componentFolders())('%s has examples', (component) => {
    const file = new URL(`${component}/${component}.examples.tsx`, import.meta.url)
    expect(existsSync(fileURLToPath(file))).toBe(true)
    expect(examples.some((example) => example.component === component)).toBe(true)
  })
})

describe.each(examples)('$component: $name', ({ html }) => {
  it('is valid HTML', async () => {
    const report = await validator.validateString(html)
    expect(
      report.results.flatMap((result) => result.messages.map((m) => `${m.ruleId}: ${m.message}`)),
    ).toEqual([])
  })

  it('keeps the rules for forms and for the content security policy', () => {
    expect(html).not.toMatch(/\s(placeholder|style|disabled|required)[=\s>]/)
    expect(html).not.toMatch(/<form(?![^>]*\snovalidate)/)
  })

  it('gives every visible control a label', () => {
    const controls = [...html.matchAll(/<(?:input|select|textarea)\b[^>]*?\sid="([^"]+)"/g)].map(
      ([, id]) => id,
    )
    for (const id of controls) expect(html).toContain(`for="${id}"`)
  })
})
