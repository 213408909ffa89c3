import { createHash } from 'node:crypto'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import { findPersonalData } from '../../../platform/personal-data/find-personal-data.ts'
import type { FieldError } from '../field-error.ts'
import type { AnswerLists } from '../import-answers.ts'
import { type ClosedField, closedFields } from '../import-field.ts'
import type { ImportValue } from '../import-proposal.ts'
import type { ImportMeanings } from '../import-row.ts'

/** Chosen for a value that stays empty. */
export const leaveEmpty = 'leave-empty'

/** The control of a value: a value can hold anything, an id cannot. */
export function answerField(field: ClosedField, plain: string): string {
  return `answer-${field}-${createHash('sha256').update(plain).digest('hex').slice(0, 12)}`
}

/** The plain values of which the words in the file look like personal data: such a value is not remembered. */
export function personalValues(
  values: Partial<Readonly<Record<ClosedField, readonly ImportValue[]>>>,
  year: number,
): ReadonlySet<string> {
  return new Set(
    closedFields.flatMap((field) =>
      (values[field] ?? []).flatMap(({ plain, shown }) => (findPersonalData(shown, year) ? [plain] : [])),
    ),
  )
}

/**
 * What was chosen for each value; for what was not sent the proposal counts. Errors stand at the values of which nothing is
 * known yet.
 */
export function readAnswersChoice(
  fields: FormFields,
  values: Partial<Readonly<Record<ClosedField, readonly ImportValue[]>>>,
  lists: AnswerLists,
): { readonly meanings: ImportMeanings; readonly errors: readonly FieldError[] } {
  const errors: FieldError[] = []
  const meanings: Partial<Record<ClosedField, Record<string, string | null>>> = {}
  for (const field of closedFields) {
    const chosen: Record<string, string | null> = {}
    for (const { plain, shown, proposal } of values[field] ?? []) {
      const id = answerField(field, plain)
      const sent = fields.has(id) ? fields.text(id) : proposal === '' ? leaveEmpty : (proposal ?? '')
      if (sent === leaveEmpty) chosen[plain] = null
      else if (lists[field].byCode.has(sent)) chosen[plain] = sent
      else errors.push({ id, key: 'contacts.import.error.choose-answer', values: { value: shown } })
    }
    if (values[field]) meanings[field] = chosen
  }
  return { meanings, errors }
}
