import type { PropsWithChildren } from 'hono/jsx'

/** Text for screen readers only: what others see from the place of things. */
export function VisuallyHidden({ children }: PropsWithChildren) {
  return <span class="balie-visually-hidden">{children}</span>
}
