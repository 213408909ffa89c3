import { scaleLinear } from 'd3-scale'
import type { Child } from 'hono/jsx'
import { classNames } from '../class-names.ts'

export interface ChartColumn {
  value: number
  /** Below the column; left out where there is no room for each. */
  label?: { full: string; letter: string } | undefined
  /** Below the label of the first column of each group, such as a year. */
  group?: string | undefined
  /** Is not finished yet: drawn as an outline. */
  unfinished?: boolean | undefined
}

export interface ColumnChartProps {
  columns: readonly ChartColumn[]
  /** A number as the reader writes it, for the lines across. */
  say: (value: number) => string
  title: Child
}

const height = 100
const step = 10

/**
 * Values in the order of time, a column each. A drawing for who sees it: screen readers skip it, so put the same as a
 * table right below it.
 */
export function ColumnChart({ columns, say, title }: ColumnChartProps) {
  const largest = Math.max(1, ...columns.map(({ value }) => value))
  const scale = scaleLinear().domain([0, largest]).nice(4).range([0, height])
  // Whole numbers only: what is counted has no halves.
  const ticks = scale.ticks(4).filter(Number.isInteger)
  const top = ticks.at(-1) ?? 1
  const y = (value: number): number => Math.round((1 - value / Math.max(top, largest)) * height * 10) / 10
  // A few columns are not drawn as walls.
  const wide = step * 0.7 * Math.min(1, columns.length / 6)
  return (
    <div class="balie-column-chart">
      <p class="balie-column-chart__title">{title}</p>
      <div class="balie-column-chart__plot" aria-hidden="true">
        <div class="balie-column-chart__axis">
          {ticks.toReversed().map((tick) => (
            <span>{say(tick)}</span>
          ))}
        </div>
        <svg
          class="balie-column-chart__drawing"
          viewBox={`0 0 ${columns.length * step} ${height}`}
          preserveAspectRatio="none"
          aria-hidden="true"
          focusable="false"
        >
          {ticks.map((tick) => (
            <path class="balie-column-chart__line" d={`M0 ${y(tick)}H${columns.length * step}`} />
          ))}
          {columns.map(({ value, unfinished }, at) =>
            value > 0 ? (
              <rect
                class={classNames(
                  'balie-column-chart__column',
                  unfinished && 'balie-column-chart__column--unfinished',
                )}
                x={(at + 0.5) * step - wide / 2}
                y={y(value)}
                width={wide}
                height={Math.round((height - y(value)) * 10) / 10}
              />
            ) : null,
          )}
        </svg>
        <div class="balie-column-chart__labels">
          {columns.map(({ label, group }, at) => (
            <span class="balie-column-chart__label">
              {label && (
                <>
                  <span class="balie-column-chart__letter">{label.letter}</span>
                  <span class="balie-column-chart__full">{label.full}</span>
                </>
              )}
              {startsGroup(columns, at) && <span class="balie-column-chart__group">{group}</span>}
            </span>
          ))}
        </div>
      </div>
    </div>
  )
}

/** Where a group begins; not when the next begins so soon that the two would run into each other. */
function startsGroup(columns: readonly ChartColumn[], at: number): boolean {
  const group = columns[at]?.group
  if (group === undefined || (at > 0 && columns[at - 1]?.group === group)) return false
  const room = Math.ceil(columns.length / 6)
  return columns.slice(at, at + room).every((column) => column.group === group)
}
