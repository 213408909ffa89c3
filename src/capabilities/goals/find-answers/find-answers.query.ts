import type { Scope } from '../../../platform/auth/scope.ts'
import type { ReadHandle } from '../../../platform/database/handle.ts'
import type { Language } from '../../../platform/i18n/translate.ts'
import { notRegistered, readListsOfAllDays } from '../../lists/public.ts'

/** What the answers on visitors' age and language are called, by their codes: for goals on one group. */
export async function findAnswers(
  db: ReadHandle,
  scope: Scope,
  language: Language,
): Promise<Readonly<Record<'age' | 'language', ReadonlyMap<string, string>>>> {
  const { answerOptions } = await readListsOfAllDays(db, scope)
  const of = (asked: 'age' | 'language'): Map<string, string> =>
    new Map(
      answerOptions
        .filter(({ field, code }) => field === asked && code !== notRegistered[asked])
        .map(({ code, labels }) => [code, labels[language]]),
    )
  return { age: of('age'), language: of('language') }
}

/** The same together: for words on any goal. */
export async function findAnswerNames(
  db: ReadHandle,
  scope: Scope,
  language: Language,
): Promise<ReadonlyMap<string, string>> {
  const { age, language: languages } = await findAnswers(db, scope, language)
  return new Map([...age, ...languages])
}
