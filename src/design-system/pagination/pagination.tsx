import type { Child } from 'hono/jsx'
import { Icon } from '../icon/icon.tsx'

export interface PaginationProps {
  /** Names the navigation for screen readers. */
  label: string
  previous?: { href: string; label: Child } | undefined
  next?: { href: string; label: Child } | undefined
  /** `label` says it whole, such as 'Pagina 3', for who hears the link alone. */
  pages?: readonly { href: string; number: number; label: string; current?: boolean }[]
}

/** Leafs through a long list. Filters help more: offer them first. */
export function Pagination({ label, previous, next, pages = [] }: PaginationProps) {
  return (
    <nav class="utrecht-pagination balie-no-print" aria-label={label}>
      <ul class="balie-pagination">
        {previous && (
          <li>
            <a class="nl-link balie-pagination__step" href={previous.href} rel="prev">
              <Icon name="previous" />
              {previous.label}
            </a>
          </li>
        )}
        {pages.map((page) => (
          <li>
            <a
              class={
                page.current
                  ? 'utrecht-pagination__page-link utrecht-pagination__page-link--current'
                  : 'utrecht-pagination__page-link'
              }
              href={page.href}
              aria-label={page.label}
              aria-current={page.current ? 'page' : undefined}
            >
              {page.number}
            </a>
          </li>
        ))}
        {next && (
          <li>
            <a class="nl-link balie-pagination__step" href={next.href} rel="next">
              {next.label}
              <Icon name="next" />
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}
