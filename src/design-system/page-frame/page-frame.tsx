import type { Child, PropsWithChildren } from 'hono/jsx'
import { classNames } from '../class-names.ts'

export interface NavigationItem {
  href: string
  label: Child
  current?: boolean
}

export interface PageHeaderProps {
  /** The name of the site, in words; a link to its first page when `href` is there. */
  name: Child
  href?: string | undefined
  /** What stands after the name: where one is, who one is. */
  children?: Child
}

/** The bar at the top of every page. What is put in it wraps on a narrow screen; nothing hides in a menu. */
export function PageHeader({ name, href, children }: PageHeaderProps) {
  return (
    <header class="utrecht-page-header balie-no-print">
      <div class="utrecht-page-header__content balie-page-header">
        {href === undefined ? (
          <span class="balie-page-header__name">{name}</span>
        ) : (
          <a class="balie-page-header__name" href={href}>
            {name}
          </a>
        )}
        {children}
      </div>
    </header>
  )
}

/** The main navigation, below the header. `label` tells screen readers which navigation it is. */
export function MainNavigation({ label, items }: { label: string; items: readonly NavigationItem[] }) {
  return (
    <nav class="balie-navigation balie-no-print" aria-label={label}>
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

/** What the page is about. The skip link leads here. `wide` for forms and tables that use the whole width. */
export function PageMain({
  id = 'main',
  wide,
  children,
}: PropsWithChildren<{ id?: string; wide?: boolean }>) {
  return (
    <main class={classNames('balie-main', wide && 'balie-main--wide')} id={id} tabindex={-1}>
      {children}
    </main>
  )
}

/** The foot of every page, with the help that stands in the same place everywhere (WCAG 3.2.6). */
export function PageFooter({ children }: PropsWithChildren) {
  return (
    <footer class="utrecht-page-footer balie-no-print">
      <div class="utrecht-page-footer__content">{children}</div>
    </footer>
  )
}
