import type { Child } from 'hono/jsx'
import { type Column, DataTable } from '../../design-system/data-table/data-table.tsx'
import { Link } from '../../design-system/link/link.tsx'
import type { Language, MessageKey, Translate } from '../../platform/i18n/translate.ts'
import {
  type CoverageChoice,
  type CoverageOrder,
  coverageQuery,
  inOrder,
  type NamedCoverage,
  sayDensity,
  sayWithin,
} from './coverage-view.ts'
import { sayNumber } from './figure-words.ts'

/**
 * Areas with their reach, put in order by the links in the headings. The names lead to the areas.
 * @param own the last line: of all areas together
 */
export function CoverageTable({
  id,
  caption,
  rows,
  own,
  choice,
  t,
  language,
}: {
  id: string
  caption: string
  rows: readonly NamedCoverage[]
  own?: NamedCoverage
  choice: CoverageChoice
  t: Translate
  language: Language
}): Child {
  const column = (
    key: CoverageOrder,
    label: MessageKey,
    cell: (row: NamedCoverage) => Child,
    values?: Record<string, number>,
  ): Column<NamedCoverage> => ({
    key,
    header: (
      <Link href={`/sturing/bereik?${coverageQuery({ ...choice, order: key })}#${id}`}>
        {t(label, values)}
      </Link>
    ),
    cell,
    numeric: key !== 'naam',
    rowHeader: key === 'naam',
    sorted: (choice.order ?? 'naam') !== key ? undefined : key === 'inwoners' ? 'descending' : 'ascending',
  })
  const columns = [
    column('naam', 'coverage.area', (row) =>
      row === own || (row.level === choice.area.level && row.key === choice.area.key) ? (
        row.name
      ) : (
        <Link href={`/sturing/bereik?${coverageQuery({ ...choice, area: row })}`}>{row.name}</Link>
      ),
    ),
    column('inwoners', 'coverage.inhabitants', ({ inhabitants }) => sayNumber(inhabitants, language)),
    ...([2, 5, 10] as const).map((reach) =>
      column(`binnen-${reach}`, 'coverage.within', (row) => sayWithin(row, reach, t), { reach }),
    ),
    column('informatiepunten', 'coverage.desks', ({ desks }) => sayNumber(desks, language)),
    column('per-inwoner', 'coverage.density', (row) => sayDensity(row, language)),
  ]
  return (
    <DataTable
      id={id}
      caption={caption}
      columns={columns}
      rows={inOrder(rows, choice.order)}
      footer={own}
      compact
    />
  )
}
