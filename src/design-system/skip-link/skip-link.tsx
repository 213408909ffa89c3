import type { PropsWithChildren } from 'hono/jsx'

/** The first thing on a page for who uses a keyboard; visible as soon as it has focus. */
export function SkipLink({ href, children }: PropsWithChildren<{ href: string }>) {
  return (
    <a class="nl-skip-link nl-skip-link--visible-on-focus balie-no-print" href={href}>
      {children}
    </a>
  )
}
