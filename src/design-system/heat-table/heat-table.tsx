import type { Child } from 'hono/jsx'
import { classNames } from '../class-names.ts'

export interface HeatCell {
  /** Always in words: the shade only repeats it. */
  text: Child
  /** Which step of the shades: 0 for the least, which has none. */
  step: number
}

export interface HeatTableProps {
  id: string
  /** Says what the table holds; also the name of the part that scrolls. */
  caption: Child
  /** What the rows are, above their names. */
  corner: Child
  /** What the columns are called; `full` where that is shortened. */
  columns: readonly { label: string; full?: string | undefined }[]
  rows: readonly { label: Child; cells: readonly HeatCell[]; total?: Child }[]
  /** The name of a last column with the total of each row, which has no shade. */
  total?: Child
  /** What the shades mean, from the least to the most. */
  legend: { label: Child; steps: readonly { label: Child; step: number }[] }
}

const steps = [
  '',
  'balie-heat-table__shade--1',
  'balie-heat-table__shade--2',
  'balie-heat-table__shade--3',
  'balie-heat-table__shade--4',
  'balie-heat-table__shade--5',
] as const

/**
 * Numbers in rows and columns, shaded so that the large ones are seen at a glance. The shades are one hue that grows darker, so
 * that they also do in grey and for who sees few colours. The names of the rows stay in sight while the rest scrolls.
 */
export function HeatTable({ id, caption, corner, columns, rows, total, legend }: HeatTableProps) {
  return (
    <div class="balie-heat-table">
      <section class="balie-heat-table__scroll" aria-labelledby={`${id}-caption`} tabindex={0} id={id}>
        <table class="balie-heat-table__table">
          <caption class="balie-heat-table__caption" id={`${id}-caption`}>
            {caption}
          </caption>
          <thead>
            <tr>
              <th class="balie-heat-table__name" scope="col">
                {corner}
              </th>
              {columns.map(({ label, full }) => (
                <th class="balie-heat-table__head" scope="col">
                  {full === undefined ? label : <abbr title={full}>{label}</abbr>}
                </th>
              ))}
              {total !== undefined && (
                <th class="balie-heat-table__head" scope="col">
                  {total}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr>
                <th class="balie-heat-table__name" scope="row">
                  {row.label}
                </th>
                {row.cells.map(({ text, step }) => (
                  <td class={classNames('balie-heat-table__cell', steps[Math.min(5, step)])}>{text}</td>
                ))}
                {total !== undefined && <td class="balie-heat-table__cell">{row.total}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="balie-heat-table__legend-name">{legend.label}</p>
      <ul class="balie-heat-table__legend">
        {legend.steps.map(({ label, step }) => (
          <li class={classNames('balie-heat-table__key', steps[Math.min(5, step)])}>{label}</li>
        ))}
      </ul>
    </div>
  )
}
