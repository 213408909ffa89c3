import type { Child } from 'hono/jsx'

/** How a mark looks: a filled dot for what it is about, a line and a diamond for what that is compared with. */
export type MarkShape = 'dot' | 'line' | 'diamond'

export interface ComparisonMark {
  shape: MarkShape
  value: number
  /** What it is, with its value in words. */
  text: Child
}

export interface ComparisonRow {
  id: string
  label: Child
  /** The first is what it is about. */
  marks: readonly ComparisonMark[]
  /** What the end of the line stands for; the largest value when left out. */
  most?: number | undefined
  /** What one must know to read it. */
  note?: Child | undefined
  /** What most skip, such as a definition. */
  more?: Child | undefined
}

/** So much of the width stays free at either end, in percents: a mark at the end is not cut off. */
const margin = 2

/**
 * Values beside what they are compared with, a line from nought for each. Every row has its own measure. All is written out
 * below the line with the same marks, so a screen reader reads a list and nobody has to tell colours apart.
 */
export function ComparisonChart({ rows }: { rows: readonly ComparisonRow[] }) {
  return (
    <ul class="balie-comparison-chart">
      {rows.map(({ id, label, marks, most: end, note, more }) => {
        const most = end ?? Math.max(...marks.map(({ value }) => value))
        const at = (value: number): string =>
          `${Math.round((margin + (most > 0 ? value / most : 0) * (100 - 2 * margin)) * 10) / 10}%`
        return (
          <li class="balie-comparison-chart__row" id={id}>
            <span class="balie-comparison-chart__label">{label}</span>
            <svg class="balie-comparison-chart__drawing" aria-hidden="true" focusable="false">
              <line class="balie-comparison-chart__axis" x1={at(0)} x2={at(most)} y1="14" y2="14" />
              {marks.toReversed().map(({ shape, value }) => (
                <svg class="balie-comparison-chart__place" x={at(value)} y="14" aria-hidden="true">
                  <Mark shape={shape} />
                </svg>
              ))}
            </svg>
            <ul class="balie-comparison-chart__values">
              {marks.map(({ shape, text }) => (
                <li class="balie-comparison-chart__value">
                  <svg
                    class="balie-comparison-chart__key"
                    viewBox="-10 -10 20 20"
                    aria-hidden="true"
                    focusable="false"
                  >
                    <Mark shape={shape} />
                  </svg>
                  <span>{text}</span>
                </li>
              ))}
            </ul>
            {note && <p class="balie-comparison-chart__note">{note}</p>}
            {more}
          </li>
        )
      })}
    </ul>
  )
}

const shapes: Readonly<Record<MarkShape, string>> = {
  dot: 'M-7 0A7 7 0 1 0 7 0A7 7 0 1 0 -7 0Z',
  line: 'M-2 -10H2V10H-2Z',
  diamond: 'M0 -9L9 0L0 9L-9 0Z',
}

const shapeClasses: Readonly<Record<MarkShape, string>> = {
  dot: 'balie-comparison-chart__dot',
  line: 'balie-comparison-chart__line',
  diamond: 'balie-comparison-chart__diamond',
}

function Mark({ shape }: { shape: MarkShape }) {
  return <path class={shapeClasses[shape]} d={shapes[shape]} />
}
