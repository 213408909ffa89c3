import { HtmlValidate } from 'html-validate'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // How the code looks is not what a reader meets; our renderer writes no space between attributes that it could leave out.
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    // Checkboxes of one question share its name.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button', 'reset'] }],
    'void-style': 'off',
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'attr-quotes': 'off',
    // A class of NL Design System has the form it has; a group's label stands on a list, which ARIA 1.2 allows.
    'no-raw-characters': 'off',
    'aria-label-misuse': 'off',
    'prefer-native-element': 'off',
    'no-redundant-role': 'off',
    'no-implicit-button-type': 'off',
    'require-sri': 'off',
    'no-inline-style': 'error',
    'tel-non-breaking': 'off',
    'wcag/h32': 'off',
    'hidden-focusable': 'off',
    // An error summary stands before the first heading.
    'heading-level': ['error', { minInitialRank: 'h2' }],
    'input-missing-label': 'error',
    'no-dup-id': 'error',
  },
})

/** What is wrong in the HTML of a page, a line for each. */
export async function htmlProblems(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${ruleId}: ${message} (${line}:${column})`),
  )
}
