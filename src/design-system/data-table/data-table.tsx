import type { Child } from 'hono/jsx'
import { classNames } from '../class-names.ts'

export interface Column<Row> {
  key: string
  header: Child
  cell: (row: Row) => Child
  /** Figures: right-aligned, all digits equally wide. */
  numeric?: boolean
  /** Names the row; at most one column, normally the first. */
  rowHeader?: boolean
  /** Which way the rows are sorted by this column; the header then usually holds a link. */
  sorted?: 'ascending' | 'descending' | undefined
}

export interface DataTableProps<Row> {
  id: string
  /** Says what the table holds; also the name of the part that scrolls. */
  caption: Child
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** The last line, set apart: totals. */
  footer?: Row | undefined
  /** Narrow lines for long lists. */
  compact?: boolean
}

/**
 * A table that scrolls sideways within itself on a narrow screen, so the page does not. The scrolling part can take
 * focus, because whoever has no mouse must be able to scroll it (WCAG 2.1.1), and its caption is its name.
 */
export function DataTable<Row>({ id, caption, columns, rows, footer, compact }: DataTableProps<Row>) {
  return (
    <section class="balie-data-table" aria-labelledby={`${id}-caption`} tabindex={0} id={id}>
      <table class={classNames('utrecht-table', compact && 'balie-data-table__table--compact')}>
        <caption class="utrecht-table__caption" id={`${id}-caption`}>
          {caption}
        </caption>
        <thead class="utrecht-table__header">
          <tr class="utrecht-table__row">
            {columns.map((column) => (
              <th class={headerClass(column)} scope="col" aria-sort={column.sorted}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="utrecht-table__body">
          {rows.map((row) => (
            <TableRow columns={columns} row={row} />
          ))}
        </tbody>
        {footer !== undefined && (
          <tfoot class="balie-data-table__footer">
            <TableRow columns={columns} row={footer} />
          </tfoot>
        )}
      </table>
    </section>
  )
}

function TableRow<Row>({ columns, row }: { columns: readonly Column<Row>[]; row: Row }) {
  return (
    <tr class="utrecht-table__row">
      {columns.map((column) =>
        column.rowHeader ? (
          <th class={classNames(headerClass(column), 'balie-data-table__row-header')} scope="row">
            {column.cell(row)}
          </th>
        ) : (
          <td
            class={classNames(
              'utrecht-table__cell',
              column.numeric && 'utrecht-table__cell--numeric-column utrecht-table__cell--numeric-data',
            )}
          >
            {column.cell(row)}
          </td>
        ),
      )}
    </tr>
  )
}

function headerClass(column: { numeric?: boolean }): string {
  return classNames(
    'utrecht-table__header-cell',
    column.numeric && 'utrecht-table__header-cell--numeric-column',
  )
}
