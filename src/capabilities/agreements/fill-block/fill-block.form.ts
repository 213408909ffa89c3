import { dayFields, optionalDaySent } from '../../../platform/http/date-fields.ts'
import type { FormError, ParsedForm } from '../../../platform/http/form-errors.ts'
import { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey, Translate } from '../../../platform/i18n/translate.ts'
import { parseAmount, writeAmount } from '../../../platform/money/amount.ts'
import { findPersonalData } from '../../../platform/personal-data/find-personal-data.ts'
import { isDay } from '../../../platform/time/local-time.ts'
import type { Blank, BuildingBlock, TableColumn } from '../building-block.ts'
import type { FilledBlank, FilledBlock } from '../written-agreement.ts'

const longestLine = 300
const longestText = 5000
/** More rows than a municipality has desks. */
const mostRows = 80

/** The name of a field in the row of a table. */
export const cellName = (blank: string, row: number, column: string): string => `${blank}.${row}.${column}`
/** Its id, to which an error leads. */
export const cellId = (blank: string, row: number, column: string): string => `${blank}-${row}-${column}`

/** What was typed in the blanks of a block. Nothing is required yet: what is open shows in the text. */
export function readBlock(
  block: BuildingBlock,
  form: FormFields,
  t: Translate,
  year: number,
): ParsedForm<FilledBlock> {
  const errors: FormError[] = []
  const wrong = (id: string, message: MessageKey) => {
    if (!errors.some((error) => error.id === id)) errors.push({ id, message: t(message) })
  }
  const text = (id: string, typed: string, longest: number): string => {
    if (typed.length > longest) wrong(id, 'agreements.error.long')
    if (typed.split('\n').some((line) => hasBsn(line, year))) wrong(id, 'agreements.error.bsn')
    return typed.replaceAll('\r', '')
  }
  const filled = block.blanks.map((blank): [string, FilledBlank] => [
    blank.key,
    blank.kind === 'table'
      ? readTable(blank, form, { wrong, text })
      : readBlank(blank, form, { wrong, text }),
  ])
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value: Object.fromEntries(filled) }
}

interface Reading {
  readonly wrong: (id: string, message: MessageKey) => void
  readonly text: (id: string, typed: string, longest: number) => string
}

/** Names, telephone numbers and mail addresses of staff belong in an agreement; the number of a citizen never. */
const hasBsn = (line: string, year: number): boolean =>
  findPersonalData(line, year, ['email', 'phone', 'iban', 'address', 'birth-date', 'digid-code']) === 'bsn'

function readBlank({ key, kind }: Blank, form: FormFields, { wrong, text }: Reading): string {
  const typed = form.text(key)
  if (kind === 'day') {
    const day = optionalDaySent(form, key)
    if (day !== '' && !isDay(day)) wrong(key, 'shell.date.no-such-day')
    return day
  }
  if (typed === '') return ''
  if (kind === 'amount') return readAmount(key, typed, wrong)
  if (kind === 'percent' && !isShare(typed)) wrong(key, 'agreements.error.percent')
  if (kind === 'year' && !/^20\d\d$/.test(typed)) wrong(key, 'agreements.error.year')
  return text(key, typed, kind === 'text' || kind === 'list' ? longestText : longestLine)
}

function readAmount(id: string, typed: string, wrong: Reading['wrong']): string {
  const parsed = parseAmount(typed)
  if (parsed.ok) return writeAmount(parsed.cents)
  wrong(id, parsed.problem === 'empty' ? 'amounts.error.no-number' : `amounts.error.${parsed.problem}`)
  return typed
}

const shareOf = (typed: string): number => Number(typed.replace('%', '').replace(',', '.').trim())
const isShare = (typed: string): boolean => {
  const share = shareOf(typed)
  return /\d/.test(typed) && share >= 0 && share <= 100
}

function readTable(blank: Blank, form: FormFields, { wrong, text }: Reading): string[][] {
  const columns = blank.columns ?? []
  const rows: string[][] = []
  for (
    let row = 0;
    row < mostRows && columns.some(({ key }) => form.has(cellName(blank.key, row, key)));
    row += 1
  )
    rows.push(
      columns.map((column, at) => {
        const typed = form.text(cellName(blank.key, row, column.key))
        const id = cellId(blank.key, row, column.key)
        if (at === 0 && blank.rows) return blank.rows[row] ?? ''
        return typed === '' ? '' : readCell(column, typed, id, { wrong, text })
      }),
    )
  checkShares(blank, rows, wrong)
  return rows.filter((row) => blank.rows || row.some((cell) => cell !== ''))
}

function readCell({ kind }: TableColumn, typed: string, id: string, { wrong, text }: Reading): string {
  if (kind === 'amount') return readAmount(id, typed, wrong)
  if (kind !== 'share') return text(id, typed, longestLine)
  if (!isShare(typed)) wrong(id, 'agreements.error.percent')
  return typed.replace('%', '').replace('.', ',').trim()
}

/** Shares of one thing are the whole of it together: 33,3 and 66,6 is not. Reckoned in thousandths of a percent. */
function checkShares(blank: Blank, rows: readonly (readonly string[])[], wrong: Reading['wrong']): void {
  const at = (blank.columns ?? []).findIndex(({ kind }) => kind === 'share')
  if (at < 0) return
  const shares = rows.map((row) => row[at] ?? '').filter(Boolean)
  if (shares.length === 0 || !shares.every(isShare)) return
  const sum = shares.reduce((total, share) => total + Math.round(shareOf(share) * 1000), 0)
  if (sum !== 100_000) wrong(cellId(blank.key, 0, blank.columns?.[at]?.key ?? ''), 'agreements.error.shares')
}

/** What stands in a block as the form shows it. */
export function blockFields(block: BuildingBlock, filled: FilledBlock, version: number): FormFields {
  const fields = block.blanks.flatMap((blank): [string, string][] => {
    const value = filled[blank.key]
    if (value === undefined) return []
    if (typeof value !== 'string')
      return value.flatMap((row, number) =>
        (blank.columns ?? []).map((column, at): [string, string] => [
          cellName(blank.key, number, column.key),
          row[at] ?? '',
        ]),
      )
    return blank.kind === 'day' ? (value === '' ? [] : dayFields(blank.key, value)) : [[blank.key, value]]
  })
  return new FormFields([...fields, ['version', String(version)]])
}
