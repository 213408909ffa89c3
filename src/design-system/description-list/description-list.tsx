import type { Child } from 'hono/jsx'

export interface DescriptionListProps {
  items: readonly {
    term: Child
    description: Child
    /** Usually a link to change it, with a visually hidden name of what changes. */
    action?: Child
  }[]
}

/** Names with their values: the facts of one thing, or answers to check before sending. */
export function DescriptionList({ items }: DescriptionListProps) {
  return (
    <dl class="balie-description-list">
      {items.map(({ term, description, action }) => (
        <div class="balie-description-list__item">
          <dt>{term}</dt>
          <dd>{description}</dd>
          {action && <dd class="balie-description-list__action">{action}</dd>}
        </div>
      ))}
    </dl>
  )
}
