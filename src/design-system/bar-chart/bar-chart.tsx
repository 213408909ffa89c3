import { scaleLinear } from 'd3-scale'
import type { Child } from 'hono/jsx'
import { classNames } from '../class-names.ts'

export interface Bar {
  label: Child
  /** Without one there is a label and a text, and no bar. */
  value: number | undefined
  /** The value in words; may hold a link. */
  text: Child
  /** What it was before, as a thin bar below. */
  before?: number | undefined
  /** What is left together: drawn lighter, with an edge. */
  rest?: boolean | undefined
}

export interface BarChartProps {
  bars: readonly Bar[]
  /** What the whole width stands for; the largest value when left out. For charts beside each other with one measure. */
  most?: number | undefined
}

/** The width of the drawing in its own units; it is stretched to the room there is. */
const width = 1000

/**
 * Values as horizontal bars, names and numbers written out, so that a screen reader reads it as the list it is. The
 * bars are drawn (SVG), since a browser leaves out coloured backgrounds in print.
 */
export function BarChart({ bars, most }: BarChartProps) {
  const largest = most ?? Math.max(0, ...bars.flatMap(({ value = 0, before = 0 }) => [value, before]))
  const scale = scaleLinear()
    .domain([0, Math.max(1, largest)])
    .rangeRound([0, width])
    .clamp(true)
  const beside = bars.some(({ before }) => before !== undefined)
  return (
    <ol class="balie-bar-chart">
      {bars.map(({ label, value, text, before, rest }) => (
        <li class="balie-bar-chart__row">
          <span class="balie-bar-chart__label">{label}</span>
          <span class="balie-bar-chart__value">{text}</span>
          {value !== undefined && (
            <svg
              class="balie-bar-chart__drawing"
              viewBox={`0 0 ${width} 24`}
              preserveAspectRatio="none"
              aria-hidden="true"
              focusable="false"
            >
              <rect
                class={classNames('balie-bar-chart__bar', rest && 'balie-bar-chart__bar--rest')}
                // So little is still something.
                width={value > 0 ? Math.max(3, scale(value)) : 0}
                height={beside ? 17 : 24}
              />
              {before !== undefined && (
                <rect class="balie-bar-chart__before" y={19} width={scale(before)} height={5} />
              )}
            </svg>
          )}
        </li>
      ))}
    </ol>
  )
}
