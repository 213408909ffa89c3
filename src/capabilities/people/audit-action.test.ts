import { expect, test } from 'vitest'
import { filesIn, isTest } from '../../../tests/support/source-files.ts'
import { auditActions, auditSubjects } from './audit-action.ts'

/** What is kept with a version writes its line by recordKept (municipal-roles). */
const commands = filesIn('src', /\.command\.ts$/)
  .filter((file) => !isTest(file) && /record(Audit|Kept)\(/.test(file.text))
  .map(({ text }) => text)
  .join('\n')

function written(property: string): string[] {
  const lines = [...commands.matchAll(new RegExp(`(?:^\\s+|\\{ )${property}:([^,}]*)[,}]`, 'gm'))].map(
    ([, value = '']) => value,
  )
  return [
    ...new Set(
      lines.flatMap((line) => [...line.matchAll(/'([a-z-]+(?:\.[a-z-]+)?)'/g)].map(([, word = '']) => word)),
    ),
  ]
}

test('every act that a command writes has its words, and no other', () => {
  // An act has a capability before its dot; other words on such a line are what it depends on.
  expect(
    written('action')
      .filter((word) => word.includes('.'))
      .sort(),
  ).toEqual(auditActions.toSorted())
})

test('so has every kind of thing', () => {
  expect(written('subjectKind').sort()).toEqual(auditSubjects.toSorted())
})
