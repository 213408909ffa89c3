import type { PropsWithChildren } from 'hono/jsx'

/** Text for screen readers only: what others see from the place of things. As 'h1' where the page needs no title in sight. */
export function VisuallyHidden({ as: Tag = 'span', children }: PropsWithChildren<{ as?: 'span' | 'h1' }>) {
  return <Tag class="balie-visually-hidden">{children}</Tag>
}
