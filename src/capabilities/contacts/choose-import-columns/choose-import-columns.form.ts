import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { FieldError } from '../field-error.ts'
import { type ColumnUse, columnUses, fieldOf, type ImportField, isMany } from '../import-field.ts'
import type { ColumnsChoice } from './choose-import-columns.command.ts'

export const columnField = (index: number): string => `column-${index}`

/** What was chosen for each column, and what is wrong with it. `errors` stand at the column they are about. */
export function readColumnsChoice(
  fields: FormFields,
  columns: number,
  deskIds: readonly string[],
): { readonly choice: ColumnsChoice; readonly errors: readonly FieldError[] } {
  const errors: FieldError[] = []
  const chosen = Array.from({ length: columns }, (_, index) => {
    const sent = fields.text(columnField(index))
    return columnUses.find((use) => use === sent) ?? null
  })
  const first = new Map<ImportField, number>()
  for (const [index, use] of chosen.entries()) {
    if (!use) continue
    const field = fieldOf(use)
    if (first.has(field) && !isMany(field))
      errors.push({ id: columnField(index), key: 'contacts.import.error.twice' })
    else first.set(field, index)
  }
  const deskId = deskIds.find((id) => id === fields.text('desk')) ?? null
  if (!first.has('day')) errors.push({ id: columnField(0), key: 'contacts.import.error.no-day' })
  if (!first.has('topic')) errors.push({ id: columnField(0), key: 'contacts.import.error.no-topic' })
  if (!first.has('desk') && !deskId) errors.push({ id: 'desk', key: 'contacts.import.error.no-desk' })
  if (first.has('desk') && deskId) errors.push({ id: 'desk', key: 'contacts.import.error.desk-twice' })
  return { choice: { columns: chosen as (ColumnUse | null)[], deskId }, errors }
}
