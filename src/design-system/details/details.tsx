import type { Child, PropsWithChildren } from 'hono/jsx'
import { Icon } from '../icon/icon.tsx'

export type DetailsProps = PropsWithChildren<{
  summary: Child
  open?: boolean
  id?: string | undefined
}>

/** What most people skip, one tap away. Never for what one must read, nor round a field with an error. */
export function Details({ summary, open, id, children }: DetailsProps) {
  return (
    <details class="balie-details" id={id} open={open}>
      <summary class="balie-details__summary">
        <Icon name="next" />
        <span>{summary}</span>
      </summary>
      <div class="balie-details__content">{children}</div>
    </details>
  )
}
