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
export function MainNavigation({
  label,
  items,
  under = [],
  underLabel,
}: {
  label: string
  items: readonly NavigationItem[]
  /** The pages of the part in which one is, below it. */
  under?: readonly NavigationItem[]
  /** Names these. */
  underLabel?: string
}) {
  return (
    <nav class="balie-navigation balie-no-print" aria-label={label}>
      <NavigationList items={items} current={under.length > 0 ? 'true' : 'page'} />
      {under.length > 0 && <NavigationList items={under} current="page" label={underLabel} />}
    </nav>
  )
}

function NavigationList({
  items,
  current,
  label,
}: {
  items: readonly NavigationItem[]
  current: 'page' | 'true'
  label?: string | undefined
}) {
  return (
    <ul
      class={classNames('balie-navigation__list', label !== undefined && 'balie-navigation__list--under')}
      aria-label={label}
    >
      {items.map((item) => (
        <li>
          <a
            class="balie-navigation__link"
            href={item.href}
            aria-current={item.current ? current : undefined}
          >
            {item.label}
          </a>
        </li>
      ))}
    </ul>
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
