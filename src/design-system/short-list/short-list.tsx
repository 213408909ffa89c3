import type { Child } from 'hono/jsx'

/** A few things with some lines each, close together: to be seen at a glance beside other such lists. */
export function ShortList({ items }: { items: readonly { name: Child; lines: readonly Child[] }[] }) {
  return (
    <ul class="balie-short-list">
      {items.map(({ name, lines }) => (
        <li>
          <p>{name}</p>
          {lines.map((line) => (
            <p>{line}</p>
          ))}
        </li>
      ))}
    </ul>
  )
}

/** Short lists beside each other, as many as fit. */
export function ShortLists({ children }: { children?: Child }) {
  return <div class="balie-short-lists">{children}</div>
}
