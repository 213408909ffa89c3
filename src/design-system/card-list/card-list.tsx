import type { PropsWithChildren } from 'hono/jsx'

/** Things of one kind below each other, each with its own state and buttons, where a table would be too wide. */
export function CardList({ id, children }: PropsWithChildren<{ id?: string }>) {
  return (
    <ul class="balie-card-list" id={id}>
      {children}
    </ul>
  )
}

export function Card({ children }: PropsWithChildren) {
  return <li class="balie-card-list__card">{children}</li>
}
