import { LinkTabs } from '../../design-system/link-tabs/link-tabs.tsx'
import type { Translate } from '../../platform/i18n/translate.ts'

const places = [
  ['/beheer/privacy', 'privacy.log.tab'],
  ['/beheer/privacy/inzage', 'privacy.access.tab'],
  ['/beheer/privacy/register', 'privacy.register.tab'],
] as const

/** The three pages of a privacy officer. */
export function PrivacyTabs({ t, current }: { t: Translate; current: (typeof places)[number][0] }) {
  return (
    <LinkTabs
      label={t('privacy.tabs')}
      items={places.map(([href, label]) => ({ href, label: t(label), current: href === current }))}
    />
  )
}
