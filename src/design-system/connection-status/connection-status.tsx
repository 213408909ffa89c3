import type { Child } from 'hono/jsx'

/**
 * Whether there is a connection and how much waits, in a page's header: words, with a dot that repeats them. A script
 * sets `data-connected` and `data-waiting`; without one it stays hidden, because nobody knows.
 */
export function ConnectionStatus({
  id,
  href,
  connected,
  waiting = false,
  hidden,
  children,
}: {
  id: string
  href: string
  connected: boolean
  waiting?: boolean
  hidden?: boolean
  children?: Child
}) {
  return (
    <a
      class="balie-connection-status"
      id={id}
      href={href}
      hidden={hidden}
      data-connected={`${connected}`}
      data-waiting={`${waiting}`}
    >
      <span class="balie-connection-status__dot" aria-hidden="true"></span>
      <span class="balie-connection-status__text">{children}</span>
    </a>
  )
}
