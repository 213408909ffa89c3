import type { Child } from 'hono/jsx'
import { LinkTabs } from '../../design-system/link-tabs/link-tabs.tsx'
import type { MessageKey, Translate } from '../../platform/i18n/translate.ts'

/** What there are figures of, each with a page of its own. */
const parts = [
  { href: '/sturing', label: 'coverage.part.help' },
  { href: '/sturing/bereik', label: 'coverage.navigation' },
  { href: '/sturing/openingstijden', label: 'opening-figures.navigation' },
] as const satisfies readonly { href: string; label: MessageKey }[]

/** The way from one part of the figures to the other. */
export function FiguresParts({
  t,
  current,
}: {
  t: Translate
  current: (typeof parts)[number]['href']
}): Child {
  return (
    <LinkTabs
      label={t('coverage.parts')}
      items={parts.map(({ href, label }) => ({ href, label: t(label), current: href === current }))}
    />
  )
}
