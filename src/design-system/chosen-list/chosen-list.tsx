import type { PropsWithChildren } from 'hono/jsx'

export type ChosenListProps = PropsWithChildren<{
  id: string
  /** Names the list for screen readers. */
  label: string
  hidden?: boolean
}>

/** What was chosen so far, in a line; each item holds what takes it away again. A script may add and remove items. */
export function ChosenList({ id, label, hidden, children }: ChosenListProps) {
  return (
    <ul class="balie-chosen-list" id={id} aria-label={label} hidden={hidden}>
      {children}
    </ul>
  )
}

/** One thing chosen: its name, and a button or hidden fields beside it. */
export function ChosenItem({ children }: PropsWithChildren) {
  return <li class="balie-chosen-list__item">{children}</li>
}
