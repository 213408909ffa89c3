import type { Child } from 'hono/jsx'

export interface FigureNumber {
  name: Child
  number: Child
  /** What it compares with, and what belongs to it; a line each. */
  remarks: readonly Child[]
}

/** The few numbers that matter most, large, each with what it compares with. */
export function FigureNumbers({ numbers }: { numbers: readonly FigureNumber[] }) {
  return (
    <dl class="balie-figure-numbers">
      {numbers.map(({ name, number, remarks }) => (
        <div class="balie-figure-numbers__item">
          <dt>{name}</dt>
          <dd class="balie-figure-numbers__number">{number}</dd>
          {remarks.map((remark) => (
            <dd>{remark}</dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
