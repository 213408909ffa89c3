import type { NavigationItem } from '../page-frame/page-frame.tsx'

/** Views of one thing, each a page of its own with an address; so links in a list, and not ARIA tabs. */
export function LinkTabs({ label, items }: { label: string; items: readonly NavigationItem[] }) {
  return (
    <nav class="balie-link-tabs balie-no-print" aria-label={label}>
      <ul class="balie-navigation__list">
        {items.map((item) => (
          <li>
            <a
              class="balie-navigation__link"
              href={item.href}
              aria-current={item.current ? 'page' : undefined}
            >
              {item.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
