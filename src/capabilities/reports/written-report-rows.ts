import type { Translate } from '../../platform/i18n/translate.ts'
import type { WrittenFigure, WrittenRow } from './written-report.ts'

/** So many rows stand in a chart and its table; files have them all. */
const mostRows = 12

/** The number of a row that a chart draws: of periods beside each other the last, of months the contacts. */
export function drawnValue({ id }: Pick<WrittenFigure, 'id'>, { values }: WrittenRow): number | null {
  return (id === 'months' ? values[0] : values.at(-1)) ?? null
}

/** The rows of a figure as a reader sees them: of many the largest, and what is left as one. */
export function rowsToShow({ id, rows }: WrittenFigure, t: Translate): readonly WrittenRow[] {
  const apart = rows.filter(({ code }) => code !== 'hidden')
  // Only topics are many. Of ways of help nothing may be added up: one contact has several.
  if (id !== 'topics' || apart.length <= mostRows + 1) return rows
  const left = apart.slice(mostRows)
  const sumAt = (at: number): number => left.reduce((sum, { values }) => sum + (values[at] ?? 0), 0)
  const shares = left.flatMap(({ share }) => share ?? [])
  return [
    ...apart.slice(0, mostRows),
    {
      code: 'others',
      label: t('sent-reports.others', { count: left.length }),
      values: (rows[0]?.values ?? []).map((_, at) => sumAt(at)),
      share: shares.length > 0 ? shares.reduce((sum, share) => sum + share, 0) : null,
    },
    ...rows.filter(({ code }) => code === 'hidden'),
  ]
}
