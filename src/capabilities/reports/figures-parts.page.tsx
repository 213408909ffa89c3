import type { Child } from 'hono/jsx'
import { LinkTabs } from '../../design-system/link-tabs/link-tabs.tsx'
import type { MessageKey, Translate } from '../../platform/i18n/translate.ts'

/** What there are figures of, each with a page of its own. */
const parts = [
  { href: '/sturing', label: 'coverage.part.help' },
  { href: '/sturing/samenhang', label: 'dashboard.together' },
  { href: '/sturing/drukte', label: 'dashboard.busy' },
  { href: '/sturing/vergelijken', label: 'benchmark.navigation' },
  { href: '/sturing/bereik', label: 'coverage.navigation' },
  { href: '/sturing/openingstijden', label: 'opening-figures.navigation' },
  { href: '/sturing/rapporten', label: 'sent-reports.navigation' },
] as const satisfies readonly { href: string; label: MessageKey }[]

/** Those on which the same form stands: on the way from one to the other what was chosen stays chosen. */
export const formPages = ['/sturing', '/sturing/samenhang', '/sturing/drukte'] as const
export type FiguresAddress = (typeof formPages)[number]

/**
 * The way from one part of the figures to the other.
 * @param query what was chosen in the form
 */
export function FiguresParts({
  t,
  current,
  query,
}: {
  t: Translate
  current: (typeof parts)[number]['href']
  query?: string
}): Child {
  return (
    <LinkTabs
      label={t('coverage.parts')}
      items={parts.map(({ href, label }) => ({
        href: query && formPages.some((page) => page === href) ? `${href}?${query}` : href,
        label: t(label),
        current: href === current,
      }))}
    />
  )
}
