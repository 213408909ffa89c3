import type { Child } from 'hono/jsx'
import { classNames } from '../class-names.ts'

export interface MapArea {
  /** The `d` of its shape (draw-shapes.ts). */
  path: string
  /** Which step of the scale: 0 for the least. */
  step: number
  /** Shown to who points at it: its name and its value. */
  title: string
  /** The one that the page is about: drawn with an edge of its own, above the others. */
  chosen?: boolean | undefined
}

export interface AreaMapProps {
  id: string
  /** What one sees: the name of the drawing. */
  title: string
  /** The same in a sentence or two, for who does not see it; and where the table is. */
  description: string
  width: number
  height: number
  areas: readonly MapArea[]
  /** From the least to the most, five at most: what each colour means, and how many areas have it. */
  steps: readonly { label: Child; count: Child }[]
  /** What the legend is about. */
  legend: Child
  /** Points on the map, and what they are. */
  points?: { label: Child; at: readonly (readonly [number, number])[] } | undefined
}

const steps = [
  'balie-area-map__area--step-1',
  'balie-area-map__area--step-2',
  'balie-area-map__area--step-3',
  'balie-area-map__area--step-4',
  'balie-area-map__area--step-5',
] as const

/**
 * Areas coloured by a value, drawn on the server. The five colours differ in lightness, so that they also do in grey, and
 * each is 3:1 against the white lines between areas. Whoever cannot see it needs the same as a table: put that beside it.
 */
export function AreaMap(props: AreaMapProps) {
  const { id, title, description, width, height, areas, points } = props
  const chosen = areas.filter((area) => area.chosen)
  return (
    <div class="balie-area-map">
      <svg
        class="balie-area-map__drawing"
        viewBox={`-3 -3 ${width + 6} ${height + 6}`}
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{description}</desc>
        {areas.map((area) => (
          <path class={classNames('balie-area-map__area', steps[area.step])} d={area.path}>
            <title>{area.title}</title>
          </path>
        ))}
        {chosen.map((area) => (
          <>
            <path class="balie-area-map__chosen-ground" d={area.path} />
            <path class="balie-area-map__chosen" d={area.path} />
          </>
        ))}
        {points?.at.map(([x, y]) => (
          <circle class="balie-area-map__point" cx={x} cy={y} r={4} />
        ))}
      </svg>
      <div>
        <p class="balie-area-map__legend">{props.legend}</p>
        <ul class="balie-area-map__steps">
          {props.steps.map(({ label, count }, index) => (
            <li class="balie-area-map__step">
              <Swatch name={steps[index] ?? ''} />
              <span>{label}</span>
              <span class="balie-area-map__count">{count}</span>
            </li>
          ))}
          {points && (
            <li class="balie-area-map__step">
              <svg class="balie-area-map__swatch" viewBox="0 0 24 16" aria-hidden="true" focusable="false">
                <circle class="balie-area-map__point" cx={12} cy={8} r={5} />
              </svg>
              <span>{points.label}</span>
              <span class="balie-area-map__count">{points.at.length}</span>
            </li>
          )}
        </ul>
      </div>
    </div>
  )
}

function Swatch({ name }: { name: string }) {
  return (
    <svg class="balie-area-map__swatch" viewBox="0 0 24 16" aria-hidden="true" focusable="false">
      <rect class={classNames('balie-area-map__area', name)} width={24} height={16} />
    </svg>
  )
}
