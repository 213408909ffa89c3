import type { Child } from 'hono/jsx'

/** Things that were found, best first; their numbers are those on the map beside them. */
export function ResultList({ label, start, children }: { label: string; start?: number; children?: Child }) {
  return (
    <ol class="balie-results" start={start} aria-label={label}>
      {children}
    </ol>
  )
}

/** One thing that was found: its name leads on, `aside` stands at the end of the first line. */
export function ResultCard({
  number,
  name,
  href,
  aside,
  state,
  open,
  lines,
  actions,
}: {
  /** On the map; said by the list itself to who hears it. */
  number: number
  name: Child
  href: string
  aside?: Child
  /** What matters most about it; stressed when `open`. */
  state: Child
  open: boolean
  lines: readonly Child[]
  actions?: Child
}) {
  return (
    <li class="balie-result">
      <span class="balie-result__number" aria-hidden="true">
        {number}
      </span>
      <div class="balie-result__body">
        <div class="balie-result__first">
          <h3 class="balie-result__name">
            <a class="nl-link" href={href}>
              {name}
            </a>
          </h3>
          {aside && <span class="balie-result__aside">{aside}</span>}
        </div>
        <p class={open ? 'balie-result__state balie-result__state--open' : 'balie-result__state'}>{state}</p>
        {lines.map((line) => (
          <p class="balie-result__line">{line}</p>
        ))}
        {actions && <div class="balie-result__actions">{actions}</div>}
      </div>
    </li>
  )
}
