import type { CsvRow } from '../../platform/csv/read-csv.ts'
import { parseAmount } from '../../platform/money/amount.ts'
import {
  comparable,
  type DatedMunicipality,
  type ImportPlan,
  makePlan,
  type PlannedRow,
  type RowError,
} from '../organisations/public.ts'
import type { KnownAmount } from './grant.ts'

/** The columns of the annex of a scheme, as Balie reads it; a municipality by its code or its name. */
export const amountColumns = ['gemeente', 'inwoners', 'lager opgeleiden', 'bedrag'] as const

export interface AmountChange {
  readonly municipalityCode: string
  readonly inhabitants: number | null
  readonly lessEducated: number | null
  readonly amountCents: number | null
}

/**
 * What reading these rows would do to the amounts of a scheme from its first year on. An empty cell is a number that is not known.
 * Pure: the same rows over the same amounts give the same plan, and over their own outcome no change.
 * @param municipalities of all days; a row may mean one that there was on the first day of the scheme
 * @param known the amounts of the scheme from its first year on
 */
export function planAmounts(
  rows: readonly CsvRow[],
  known: readonly KnownAmount[],
  municipalities: readonly (DatedMunicipality & { readonly successor: string | undefined })[],
  firstYear: number,
): ImportPlan<AmountChange> {
  const firstDay = `${firstYear}-01-01`
  const there = municipalities.filter(
    ({ validFrom, validUntil }) => validFrom <= firstDay && (validUntil === null || validUntil > firstDay),
  )
  const meant = (among: typeof there, text: string) =>
    among.find(({ code, name }) => code === text.toUpperCase() || comparable(name) === comparable(text))
  const seen = new Map<string, number>()
  return makePlan(
    rows.map(({ line, cells }): PlannedRow<AmountChange> => {
      const name = cells.gemeente ?? ''
      const errors: RowError[] = []
      const municipality = meant(there, name)
      if (!municipality) {
        const ended = meant([...municipalities], name)
        errors.push(
          ended?.successor
            ? {
                key: 'money.import.error-ended',
                values: { municipality: ended.name, successor: ended.successor },
              }
            : { key: 'money.import.error-municipality', values: { municipality: name || '–' } },
        )
      }
      const people = (text: string): number | null | undefined =>
        text === ''
          ? null
          : /^\d{1,3}([.,\s]?\d{3})*$/.test(text)
            ? Number(text.replace(/\D/g, ''))
            : undefined
      const inhabitants = people(cells.inwoners ?? '')
      const lessEducated = people(cells['lager opgeleiden'] ?? '')
      const parsed = parseAmount(cells.bedrag ?? '')
      if (inhabitants === undefined) errors.push({ key: 'money.import.error-inhabitants' })
      if (lessEducated === undefined) errors.push({ key: 'money.import.error-less-educated' })
      if (!parsed.ok && parsed.problem !== 'empty') errors.push({ key: `amounts.error.${parsed.problem}` })
      const change: AmountChange = {
        municipalityCode: municipality?.code ?? '',
        inhabitants: inhabitants ?? null,
        lessEducated: lessEducated ?? null,
        amountCents: parsed.ok ? parsed.cents : null,
      }
      if (errors.length === 0 && change.amountCents === null && change.lessEducated === null)
        errors.push({ key: 'money.import.error-nothing' })
      const other = municipality && seen.get(municipality.code)
      if (other !== undefined) errors.push({ key: 'money.import.error-twice', values: { line: other } })
      else if (municipality) seen.set(municipality.code, line)
      if (errors.length > 0) return { line, name: municipality?.name ?? name, status: 'error', errors }
      const is = known.find(({ municipalityCode }) => municipalityCode === change.municipalityCode)
      const before = is && {
        municipalityCode: is.municipalityCode,
        inhabitants: is.inhabitants,
        lessEducated: is.lessEducated,
        amountCents: is.amountCents,
      }
      const row = { line, name: municipality?.name ?? name, errors, before }
      if (!is) return { ...row, status: 'new', change }
      const isSame =
        is.source === 'annex' &&
        is.inhabitants === change.inhabitants &&
        is.lessEducated === change.lessEducated &&
        is.amountCents === change.amountCents
      return isSame ? { ...row, status: 'unchanged' } : { ...row, status: 'changed', change }
    }),
  )
}
