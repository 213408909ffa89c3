import type { PropsWithChildren } from 'hono/jsx'

/** The end of a long form, always in sight at the foot of the screen: what saves it. */
export function StickyBar({ children }: PropsWithChildren) {
  return <div class="balie-sticky-bar">{children}</div>
}
