import type { Child } from 'hono/jsx'
import { Icon } from '../icon/icon.tsx'

export interface BreadcrumbProps {
  /** Such as 'Kruimelpad': names the navigation for screen readers. */
  label: string
  /** From the first page down to the one above this page. */
  items: readonly { href: string; label: Child }[]
}

/** The way back up. The page itself is not in it: its heading says where one is. */
export function Breadcrumb({ label, items }: BreadcrumbProps) {
  return (
    <nav class="utrecht-breadcrumb-nav balie-no-print" aria-label={label}>
      <ol class="utrecht-breadcrumb-nav__list utrecht-breadcrumb-nav__list--html-ol">
        {items.map((item, index) => (
          <li class="utrecht-breadcrumb-nav__item balie-breadcrumb__item">
            {index > 0 && <Icon name="next" />}
            <a class="nl-link utrecht-breadcrumb-nav__link" href={item.href}>
              {item.label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
