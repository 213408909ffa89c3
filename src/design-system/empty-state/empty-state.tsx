import type { Child } from 'hono/jsx'

/** What stands where a list will be: that there is nothing yet, and what one can do about it. */
export function EmptyState({ children, action }: { children?: Child; action?: Child }) {
  return (
    <div class="balie-empty-state">
      <p class="nl-paragraph">{children}</p>
      {action}
    </div>
  )
}
