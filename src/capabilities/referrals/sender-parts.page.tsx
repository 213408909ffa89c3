import type { Child } from 'hono/jsx'
import { LinkTabs } from '../../design-system/link-tabs/link-tabs.tsx'
import type { MessageKey, Translate } from '../../platform/i18n/translate.ts'

/** What organisations outside the library do here, each with a page of its own. */
const parts = [
  { href: '/samenwerking/aanmelden', label: 'senders.choose.title' },
  { href: '/samenwerking/aangemeld', label: 'senders.follow.title' },
] as const satisfies readonly { href: string; label: MessageKey }[]

/** The way from one of these pages to the other. */
export const SenderParts = ({
  t,
  current,
}: {
  t: Translate
  current: (typeof parts)[number]['href']
}): Child => (
  <LinkTabs
    label={t('senders.parts')}
    items={parts.map(({ href, label }) => ({ href, label: t(label), current: href === current }))}
  />
)
