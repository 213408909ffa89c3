import type { PropsWithChildren } from 'hono/jsx'

/** Buttons that belong together; the first is the one most people want. */
export function ButtonGroup({ children }: PropsWithChildren) {
  return <div class="utrecht-button-group">{children}</div>
}
